import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignmentsPage } from '../features/assignments/AssignmentsPage';
import { CoveragePage } from '../features/assignments/CoveragePage';
import { LogPage } from '../features/activities/LogPage';
import { FulfilmentPage } from '../features/fulfilment/FulfilmentPage';
import { MattersPage } from '../features/matters/MattersPage';
import { ReceptionPage } from '../features/matters/ReceptionPage';
import { Pickers } from '../pickers/sources';
import { DeskProvider } from '../ui/desk';
import { clearSessionState } from '../ui/sessionState';
import { Notices } from '../ui/notices';
import examples from './links.examples.json';

// The table is written by Go (backend/reports/links_test.go): an address as a paper leads to it, and the filter it counts.

const nothing = {
  items: [],
  total: 0,
  rows: [],
  uppers: [],
  vacant: [],
  required: 1,
  covered: 0,
  vacantTotal: 0,
  vacantDays: 0,
};
const calls: Record<string, ReturnType<typeof vi.fn>> = {};
const call = (name: string, answer: unknown = nothing) => (calls[name] = vi.fn(async () => answer));

beforeEach(() => {
  clearSessionState();
  (window as unknown as { go: unknown }).go = {
    activities: {
      Service: {
        Log: call('Log'),
        Vocabulary: call('Words', { kinds: [], outcomes: [] }),
      },
    },
    fulfilment: { Service: { Cells: call('Cells'), Summary: call('Summary') } },
    matters: {
      Service: {
        Register: call('Register'),
        ReceptionDays: call('ReceptionDays', []),
        ReceptionQuotas: call('Quotas', []),
        ReceptionFigures: call('Figures', null),
        Worklists: call('Worklists', []),
        Vocabulary: call('MatterWords', { fields: [] }),
        OverdueAt: call('OverdueAt', []),
      },
    },
    assignments: { Service: { Register: call('Assigned'), Coverage: call('Coverage'), Schemes: call('Schemes', []) } },
  };
});
afterEach(cleanup);

const screens: Record<string, { page: ReactNode; asks: string }> = {
  '/nhat-ky': { page: <LogPage />, asks: 'Log' },
  '/ket-qua': { page: <FulfilmentPage />, asks: 'Cells' },
  '/kien-nghi': { page: <MattersPage />, asks: 'Register' },
  '/kien-nghi/tiep-dan': { page: <ReceptionPage />, asks: 'ReceptionDays' },
  '/phan-cong': { page: <AssignmentsPage />, asks: 'Assigned' },
  '/phan-cong/con-trong': { page: <CoveragePage />, asks: 'Coverage' },
};

function open(page: ReactNode, address: string) {
  const view = {
    today: '2026-11-22',
    asOf: '2026-11-22',
    setAsOf: () => {},
    can: () => true,
    office: '',
    userName: '',
  };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={[address]}>
        <DeskProvider value={view}>
          <Notices>
            <Pickers sources={{ units: async () => [], officers: async () => [] }}>{page}</Pickers>
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

/** What a filter narrows, without what only says how the answers come. */
function narrowing(filter: unknown): unknown {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return filter;
  const some = Object.entries(filter)
    .filter(([key]) => !['limit', 'offset', 'newest', 'order', 'page'].includes(key))
    .map(([key, value]) => [key, narrowing(value)] as const);
  return Object.fromEntries(
    some.filter(
      ([, value]) =>
        value !== '' &&
        value !== false &&
        value !== null &&
        JSON.stringify(value) !== '[]' &&
        JSON.stringify(value) !== '{}',
    ),
  );
}

describe('an address in a paper', () => {
  it.each(examples)(
    '$screen asks for exactly what the number counts',
    async ({ screen: path, address, filter, words }) => {
      const { page, asks } = screens[path]!;
      open(page, address);
      await waitFor(() => expect(narrowing(calls[asks]!.mock.lastCall?.[0])).toEqual(narrowing(filter)));
      expect(await screen.findAllByText(words)).toBeTruthy();
    },
  );

  it('leads back to the usual list', async () => {
    open(<LogPage />, examples[0]!.address);
    (await screen.findByRole('button', { name: 'Về danh sách' })).click();
    await waitFor(() =>
      expect(narrowing(calls.Log!.mock.lastCall?.[0])).toEqual({ span: { from: '2026-11-01', to: '2026-12-01' } }),
    );
  });
});
