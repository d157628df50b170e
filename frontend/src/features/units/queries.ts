import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { units, type Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { capital, type Tree } from './labels';

export const useTree = (tree: Tree, day: string) =>
  useQuery({
    queryKey: ['units', 'tree', tree, day],
    queryFn: () => units.Tree({ tree, day }),
    placeholderData: keepPreviousData,
  });

export const useUnit = (id: string, day: string) =>
  useQuery({
    queryKey: ['units', 'page', id, day],
    queryFn: () => units.Page(id, day),
    enabled: id !== '',
    placeholderData: keepPreviousData,
  });

export const useOffice = () => useQuery({ queryKey: ['units', 'office'], queryFn: () => units.Office() });

export const useVocabulary = () =>
  useQuery({ queryKey: ['units', 'vocabulary'], queryFn: () => units.Vocabulary(), staleTime: Infinity });

export const useBin = () => useQuery({ queryKey: ['units', 'bin'], queryFn: () => units.Bin() });

/** Units of any time whose name or code fits, for what the tree of one day cannot show. */
export const useAnyTime = (tree: Tree, text: string, day: string, wanted: boolean) =>
  useQuery({
    queryKey: ['units', 'any', tree, text, day],
    enabled: wanted,
    placeholderData: keepPreviousData,
    queryFn: () => units.Search({ text, tree, types: [], underId: '', day, anyTime: true, limit: 200 }),
  });

/** Runs a call that changes units; whatever shows units is then read again, also in other rooms. */
export function useUnitAction<A extends unknown[], R>(call: (...args: A) => Promise<R>) {
  const client = useQueryClient();
  const mutation = useMutation({ mutationFn: (args: A) => call(...args), onSuccess: () => client.invalidateQueries() });
  return (...args: A) => mutation.mutateAsync(args);
}

/** A search for pickers: units of the types on the day, with the day each is known from. */
export async function findUnits(
  text: string,
  tree: Tree,
  types: string[],
  day: string,
): Promise<(Picked & { validFrom: string })[]> {
  const found = await units.Search({ text, tree, types, underId: '', day, anyTime: false, limit: 20 });
  return found.items.map((unit) => ({ ...picked(unit), validFrom: unit.validFrom }));
}

export function picked(unit: Go.units.Ref): Picked {
  return {
    id: unit.id,
    name: unit.label,
    note: unit.code === '' ? capital(unit.typeWord) : `${capital(unit.typeWord)} · mã ${unit.code}`,
  };
}
