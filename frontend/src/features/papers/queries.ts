import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { issuing, papers, type Go } from '../../api/client';
import { giveFile } from '../../api/files';
import { refreshIssued } from '../../pickers/useSealed';

export type Filter = Go.papers.Filter;
export type Issuer = Go.papers.Issuer;
export type Reserved = Go.papers.Reserved;

export const useRegister = (filter: Filter) =>
  useQuery({
    queryKey: ['papers', 'register', filter],
    queryFn: () => papers.Register(filter),
    placeholderData: keepPreviousData,
  });

export function useRecordOutside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Go.papers.OutsideInput) => papers.RecordOutside(input),
    onSuccess: () => refreshIssued(client),
  });
}

export function useReserve() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Go.papers.ReserveInput) => papers.Reserve(input),
    onSuccess: () => refreshIssued(client),
  });
}

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => papers.Release(id, reason),
    onSuccess: () => refreshIssued(client),
  });
}

export function useCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => papers.Cancel(id, reason),
    onSuccess: () => refreshIssued(client),
  });
}

export const useCheckPrint = () =>
  useMutation({ mutationFn: (input: Go.issuing.CheckPrintInput) => issuing.CheckPrint(input) });

export function useReceiveSigned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, file }: { id: string; file: File }) =>
      issuing.ReceiveSigned(id, (await giveFile(file)).token),
    onSuccess: () => refreshIssued(client),
  });
}

export const useCopyProposal = (id: string) =>
  useQuery({ queryKey: ['papers', 'copy', id], queryFn: () => issuing.ProposeCopy(id), gcTime: 0 });

export function useCopyPaper() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Go.issuing.CopyInput) => issuing.Copy(input),
    onSuccess: () => refreshIssued(client),
  });
}
