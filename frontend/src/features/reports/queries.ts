import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import { saveFile } from '../../api/files';

export type Choice = Go.reports.Input;

export const useReports = () => useQuery({ queryKey: ['reports', 'list'], queryFn: () => reports.List(), staleTime: Infinity });

/**
 * The paper as it would be printed now. Each look makes the pages anew, because the figures may have changed since; what
 * was shown stays on the screen until the new pages are there.
 */
export const usePaper = (choice: Choice, wanted = true) =>
  useQuery({
    queryKey: ['reports', 'paper', choice], queryFn: () => reports.Preview(choice), enabled: wanted && choice.report !== '',
    placeholderData: keepPreviousData, retry: false, gcTime: 0, refetchOnWindowFocus: false,
  });

/** The meetings or handovers a paper that is about one of them can be about. */
export const useSubjects = (choice: Choice, wanted: boolean) => {
  const { report, period, unitId, officerId } = choice;
  return useQuery({ queryKey: ['reports', 'subjects', report, period, unitId, officerId], queryFn: () => reports.Choices(choice), enabled: wanted, placeholderData: keepPreviousData });
};

/** Makes the paper as it stands now for Word or Excel and asks where to keep it. */
export const useExport = () =>
  useMutation({
    mutationFn: async ({ choice, format }: { choice: Choice; format: 'docx' | 'xlsx' }) => {
      const made = await reports.Export(choice, format);
      return saveFile(made.token, made.fileName);
    },
  });

export const useProfile = (form: string) => useQuery({ queryKey: ['reports', 'profile', form], queryFn: () => reports.Profile(form) });

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({ mutationFn: reports.SaveProfile, onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }) });
}
