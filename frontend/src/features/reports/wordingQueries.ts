import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import type { Choice } from './queries';

export type Passage = Go.reports.Passage;
export type NamedFigure = Go.reports.NamedFigure;
export type Run = Go.document.Run;

const key = (choice: Choice) => [
  'reports',
  'wording',
  choice.report,
  choice.period,
  choice.form,
  choice.unitId,
  choice.issuerId,
];

export const useNarrative = (choice: Choice, wanted: boolean) =>
  useQuery({ queryKey: key(choice), queryFn: () => reports.Narrative(choice), enabled: wanted });

/** The pages follow their words. */
function useWritten(choice: Choice) {
  const client = useQueryClient();
  return (text: Go.reports.Narrative) => {
    client.setQueryData(key(choice), text);
    return client.invalidateQueries({ queryKey: ['reports', 'paper'] });
  };
}

export const useWordingHistory = (choice: Choice, place: string) =>
  useQuery({
    queryKey: [...key(choice), 'history', place],
    queryFn: () => reports.WordingHistory(choice, place),
    gcTime: 0,
  });

export interface Change {
  place: string;
  kind: 'sua' | 'them' | 'bo' | 'tu_dong';
  after?: string;
  text?: string;
  guardReason?: string;
  seen: number;
}

/** Saves a change of one paragraph; the answer is the whole text. A refused save reads the text anew: somebody may have been faster. */
export function useSaveWording(choice: Choice) {
  const client = useQueryClient();
  const written = useWritten(choice);
  return useMutation({
    mutationFn: (change: Change) =>
      reports.SaveWording({ after: '', text: '', guardReason: '', ...change, paper: choice }),
    onSuccess: written,
    onError: () => client.invalidateQueries({ queryKey: key(choice), exact: true }),
  });
}

export function useTakeWording(choice: Choice) {
  const written = useWritten(choice);
  return useMutation({
    mutationFn: () => reports.TakeWording(choice),
    onSuccess: written,
  });
}
