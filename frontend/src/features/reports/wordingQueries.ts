import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import type { Choice } from './queries';
import { NOTHING } from './usePaperChoice';

export type Passage = Go.reports.Passage;
export type NamedFigure = Go.reports.NamedFigure;
export type Run = Go.document.Run;

/** What of a paper's choices makes its text another text. */
export function wordingAddress(name: string, choice: Choice, unitName: string): string {
  const wanted = {
    ky: choice.period,
    'the-thuc': choice.form,
    'don-vi': choice.unitId,
    'ten-don-vi': choice.unitId === '' ? '' : unitName,
    'ban-hanh': choice.issuerId,
  };
  return `/bao-cao/${name}/loi-van?${new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''))}`;
}

/** The same, read from the address: it holds everything, so that a link followed and come back from finds the same text. */
export function choiceAt(name: string, params: URLSearchParams): Choice {
  const given = (key: string) => params.get(key) ?? '';
  return {
    ...NOTHING,
    report: name,
    period: given('ky'),
    form: given('the-thuc') || 'dang',
    unitId: given('don-vi'),
    issuerId: given('ban-hanh'),
  };
}

const key = (choice: Choice) => [
  'reports',
  'wording',
  choice.report,
  choice.period,
  choice.form,
  choice.unitId,
  choice.issuerId,
];

export const useNarrative = (choice: Choice) =>
  useQuery({ queryKey: key(choice), queryFn: () => reports.Narrative(choice) });

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
  return useMutation({
    mutationFn: (change: Change) =>
      reports.SaveWording({ after: '', text: '', guardReason: '', ...change, paper: choice }),
    onSuccess: (text) => client.setQueryData(key(choice), text),
    onError: () => client.invalidateQueries({ queryKey: key(choice), exact: true }),
  });
}

export function useTakeWording(choice: Choice) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => reports.TakeWording(choice),
    onSuccess: (text) => client.setQueryData(key(choice), text),
  });
}
