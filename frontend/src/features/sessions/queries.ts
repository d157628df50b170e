import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { issuing, reports, sessions, type Go } from '../../api/client';

export type View = Go.sessions.View;
export type Row = Go.sessions.Row;
export type Line = Go.reports.ReportLine;
export type Options = Go.issuing.DossierInput;

export interface ListFilter {
  text: string;
  body: string;
  state: string;
  bin: boolean;
}

export const useSessions = (f: ListFilter) =>
  useQuery({
    queryKey: ['sessions', 'list', f],
    queryFn: () => sessions.List({ ...f, span: { from: '', to: '' }, limit: 500, offset: 0 }),
    placeholderData: keepPreviousData,
  });

export const useSession = (id: string) =>
  useQuery({ queryKey: ['sessions', 'one', id], queryFn: () => sessions.Get(id), enabled: id !== '' });

export const useWords = () =>
  useQuery({ queryKey: ['sessions', 'words'], queryFn: () => sessions.Vocabulary(), staleTime: Infinity });

/** The papers of the catalog that can be drawn up for a session without choosing more than their period. */
export const useCatalog = () =>
  useQuery({ queryKey: ['reports', 'list'], queryFn: () => reports.List(), staleTime: Infinity });

/** What was saved may show in the list, on the page and in every paper of the session. */
export function useRefresh() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['sessions'] });
}

/** The dossier as it would be printed now; it is drawn anew each time it is asked for. */
export const useDossier = (options: Options) =>
  useQuery({
    queryKey: ['sessions', 'dossier', options],
    queryFn: () => issuing.Dossier(options),
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });

/** One of the session's own papers, in the form chosen. */
export const useSessionPaper = (choice: Go.reports.Input, wanted: boolean) =>
  useQuery({
    queryKey: ['sessions', 'paper', choice],
    queryFn: () => reports.Preview(choice),
    enabled: wanted,
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });

export function useCopy() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, day }: { id: string; day: string }) => sessions.Copy(id, day),
    onSuccess: refresh,
  });
}
