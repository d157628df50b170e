import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { issuing, type Go } from '../../api/client';
import { refreshIssued } from '../../pickers/useSealed';
import type { Choice } from './queries';

/**
 * What is known of the series once day, number or signer were changed in the form; `first` is what was known when it was
 * opened. What cannot be proposed is refused when the paper is issued, beside the field.
 */
export function useProposal(input: Choice, first: Go.issuing.Proposal, changed: boolean) {
  const asked = useQuery({
    queryKey: ['reports', 'proposal', input],
    queryFn: () => issuing.Propose(input),
    enabled: changed,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { now: asked.data ?? first, settled: !asked.isPlaceholderData && !asked.isLoading };
}

export const usePropose = () => useMutation({ mutationFn: (choice: Choice) => issuing.Propose(choice) });

/** What was issued of this paper: its day and its being a draft do not matter. */
export const useIssued = (choice: Choice, wanted: boolean) =>
  useQuery({
    queryKey: ['reports', 'issued', { ...choice, date: '', draft: false }],
    queryFn: () => issuing.Issued(choice),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });

export function useIssue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Go.issuing.IssueInput) => issuing.Issue(input),
    onSuccess: () => refreshIssued(client),
  });
}
