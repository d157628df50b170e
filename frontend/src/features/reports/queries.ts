import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';

export type Choice = Go.reports.Input;

export const useReports = () => useQuery({ queryKey: ['reports', 'list'], queryFn: () => reports.List(), staleTime: Infinity });

/**
 * The paper as it would be printed now. Each look makes the pages anew, because the figures may have changed since; what
 * was shown stays on the screen until the new pages are there.
 */
export const usePaper = (choice: Choice) =>
  useQuery({
    queryKey: ['reports', 'paper', choice], queryFn: () => reports.Preview(choice), enabled: choice.report !== '',
    placeholderData: keepPreviousData, retry: false, gcTime: 0, refetchOnWindowFocus: false,
  });

export const useProfile = (form: string) => useQuery({ queryKey: ['reports', 'profile', form], queryFn: () => reports.Profile(form) });

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({ mutationFn: reports.SaveProfile, onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }) });
}
