import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import { refreshIssued } from '../../pickers/useSealed';
import type { Choice } from './queries';

/** The number a paper would take on a day; `first` is what was known when the form was opened. */
export const useProposal = (choice: Choice, day: string, first: Go.reports.Proposal) =>
  useQuery({
    queryKey: ['reports', 'proposal', choice, day], queryFn: () => reports.Propose({ ...choice, date: day }), enabled: day !== '' && day !== first.day,
    placeholderData: (before) => before ?? first, retry: false,
  });

export const usePropose = () => useMutation({ mutationFn: (choice: Choice) => reports.Propose(choice) });

/** What was issued of this paper: its day and its being a draft do not matter. */
export const useIssued = (choice: Choice, wanted: boolean) =>
  useQuery({ queryKey: ['reports', 'issued', { ...choice, date: '', draft: false }], queryFn: () => reports.Issued(choice), enabled: wanted, placeholderData: keepPreviousData });

export function useIssue() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (input: Go.reports.IssueInput) => reports.Issue(input), onSuccess: () => refreshIssued(client) });
}
