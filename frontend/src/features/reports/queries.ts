import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reports, type Go } from '../../api/client';
import { saveFile } from '../../api/files';

export type Choice = Go.reports.Input;

export const useReports = () =>
  useQuery({ queryKey: ['reports', 'list'], queryFn: () => reports.List(), staleTime: Infinity });

/** Keeps a report on top of this person's list, or lets it back. */
export function useFavourite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, on }: { code: string; on: boolean }) => reports.SetFavourite(code, on),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports', 'list'] }),
  });
}

/**
 * The paper as it would be printed now. Each look makes the pages anew, because the figures may have changed since; what
 * was shown stays on the screen until the new pages are there.
 */
export const usePaper = (choice: Choice, wanted = true) =>
  useQuery({
    queryKey: ['reports', 'paper', choice],
    queryFn: () => reports.Preview(choice),
    enabled: wanted && choice.report !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** The meetings or handovers a paper that is about one of them can be about. */
export const useSubjects = (choice: Choice, wanted: boolean) => {
  const { report, period, unitId, officerId } = choice;
  return useQuery({
    queryKey: ['reports', 'subjects', report, period, unitId, officerId],
    queryFn: () => reports.Choices(choice),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
};

/** Makes the paper as it stands now for Word or Excel and asks where to keep it. */
export const useExport = () =>
  useMutation({
    mutationFn: async ({ choice, format }: { choice: Choice; format: 'docx' | 'xlsx' }) => {
      const made = await reports.Export(choice, format);
      return saveFile(made.token, made.fileName);
    },
  });

export type Profile = Go.document.Profile;
export type ProfileVersion = Go.document.ProfileVersion;
export type SampleInput = Pick<Go.reports.SampleInput, 'kind' | 'day' | 'profile' | 'issuer'>;

/** How papers of a form looked, look and will look, oldest first. */
export const useProfileVersions = (form: string) =>
  useQuery({ queryKey: ['reports', 'versions', form], queryFn: () => reports.ProfileVersions(form) });

/** A change of the form makes every paper anew. */
function useFormWrite<A>(write: (given: A) => Promise<ProfileVersion[]>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }) });
}
export const useSaveProfile = () => useFormWrite((version: ProfileVersion) => reports.SaveProfile(version));
export const useDeleteProfile = () =>
  useFormWrite(({ form, from }: { form: string; from: string }) => reports.DeleteProfile(form, from));

/** An invented page set with what is being edited; the one before stays until the new one is there. */
export const useSamplePage = (asked: SampleInput) =>
  useQuery({
    queryKey: ['reports', 'sample', asked],
    queryFn: () => reports.SamplePage(asked),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export function useIssuerWrite<A, R>(write: (given: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['papers', 'issuers'] }),
        client.invalidateQueries({ queryKey: ['reports'] }),
      ]),
  });
}
