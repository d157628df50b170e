import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import type { Choice } from './queries';

export type Sentence = Go.reports.Sentence;
export type OfficeTextLine = Go.reports.OfficeTextLine;

/** The sentences of a paper whose words the office may choose. */
export const useOfficeSentences = (choice: Choice) =>
  useQuery({
    queryKey: ['reports', 'officeSentences', choice],
    queryFn: () => reports.OfficeSentences(choice),
    gcTime: 0,
  });

/** Everything shown of papers follows the office's words. */
function useWorded() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['reports'] });
}

export interface OfficeWords {
  text: string;
  validFrom: string;
  guardReason: string;
}

export function useSaveOfficeText(choice: Choice, sentence: Sentence) {
  return useMutation({
    mutationFn: (words: OfficeWords) =>
      reports.SaveOfficeText({
        ...words,
        paper: choice,
        place: sentence.place,
        insteadOf: sentence.insteadOf,
        seen: sentence.seen,
      }),
    onSuccess: useWorded(),
  });
}

export const useOfficeTexts = () =>
  useQuery({ queryKey: ['reports', 'officeTexts'], queryFn: () => reports.OfficeTexts() });

export const useRestoreOfficeText = () =>
  useMutation({
    mutationFn: (line: OfficeTextLine) => reports.RestoreOfficeText(line.now.id),
    onSuccess: useWorded(),
  });
