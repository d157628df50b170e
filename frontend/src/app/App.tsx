import './shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { readFault } from '../lib/fault';
import { Notices } from '../ui/notices';
import { Theme } from '../ui/theme';
import { CrashPage } from './CrashPage';
import { router } from './router';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Go is on the same machine and answers in milliseconds: what is shown is read again each time a screen opens.
      staleTime: 0,
      retry: (count, error) => count < 1 && readFault(error).code === 'unavailable',
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The program: colours, messages, calls, and a page for when one of ours breaks. */
export function App() {
  return (
    <Theme>
      <CrashPage>
        <QueryClientProvider client={client}>
          <Notices>
            <RouterProvider router={router} />
          </Notices>
        </QueryClientProvider>
      </CrashPage>
    </Theme>
  );
}
