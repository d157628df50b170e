import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { phrases, type Go } from '../../api/client';

export type Phrase = Go.phrases.Phrase;

export const usePhrases = (kind: string) =>
  useQuery({ queryKey: ['phrases', 'list', kind], queryFn: () => phrases.List(kind) });
export const useKinds = () =>
  useQuery({ queryKey: ['phrases', 'kinds'], queryFn: () => phrases.Kinds(), staleTime: Infinity });

/** Runs a call that changes the phrases; the list is then read again. */
export function useWrite<In, Out>(call: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: call, onSuccess: () => client.invalidateQueries({ queryKey: ['phrases'] }) });
}
