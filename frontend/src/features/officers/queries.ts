import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { officers, type Go } from '../../api/client';

export type Row = Go.officers.Row;
export type Detail = Go.officers.Detail;

/** More officers than any province has: the list is scrolled, not paged. */
const ALL = 10_000;

export const useOfficers = (filter: { text: string; body: string; orgId: string; day: string; bin?: boolean }) =>
  useQuery({
    queryKey: ['officers', 'list', filter],
    placeholderData: keepPreviousData,
    queryFn: () => officers.List({ ...filter, bin: filter.bin ?? false, limit: ALL, offset: 0 }),
  });

export const useOfficer = (id: string, day: string) =>
  useQuery({ queryKey: ['officers', 'one', id, day], queryFn: () => officers.Get(id, day), enabled: id !== '' });

export const useTerms = () => useQuery({ queryKey: ['officers', 'terms'], queryFn: () => officers.Terms() });

export const useAlike = (name: string, exceptId: string) =>
  useQuery({
    queryKey: ['officers', 'alike', name, exceptId],
    queryFn: () => officers.Alike(name, exceptId),
    enabled: name.trim().length > 3,
    placeholderData: keepPreviousData,
  });

export const useDuplicates = () =>
  useQuery({ queryKey: ['officers', 'duplicates'], queryFn: () => officers.Duplicates() });

/** Everything shown may name an officer, so every list is read again after a change. */
export function useRefresh() {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries(), [client]);
}
