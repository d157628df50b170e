import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { activities, officers, type Go } from '../../api/client';

export type Row = Go.activities.Row;
export type Tally = Go.activities.Tally;
export type Cell = Go.activities.Cell;
export type Matrix = Go.activities.Matrix;
export type CellsFilter = Go.activities.CellsFilter;
export type Filter = Go.activities.FulfilmentFilter;

const key = 'activities';

export const useWords = () =>
  useQuery({ queryKey: [key, 'words'], queryFn: () => activities.Vocabulary(), staleTime: Infinity });
export const useFulfilment = (filter: Filter) =>
  useQuery({
    queryKey: [key, 'fulfilment', filter],
    queryFn: () => activities.Fulfilment(filter),
    placeholderData: keepPreviousData,
  });
export const useCells = (filter: Go.activities.CellsFilter) =>
  useQuery({ queryKey: [key, 'cells', filter], queryFn: () => activities.FulfilmentCells(filter) });
export const useMatrix = (unitId: string, year: number) =>
  useQuery({
    queryKey: [key, 'matrix', unitId, year],
    queryFn: () => activities.YearMatrix(unitId, year),
    placeholderData: (before) => (before?.unitId === unitId ? before : undefined),
  });
export const useLedger = (filter: Go.activities.LedgerFilter) =>
  useQuery({
    queryKey: [key, 'ledger', filter],
    queryFn: () => activities.Ledger(filter),
    placeholderData: keepPreviousData,
  });
export const useSilent = (filter: Go.activities.SilentFilter) =>
  useQuery({
    queryKey: [key, 'silent', filter],
    queryFn: () => activities.Silent(filter),
    placeholderData: keepPreviousData,
  });
export const useLead = (filter: Go.activities.LeadFilter) =>
  useQuery({
    queryKey: [key, 'lead', filter],
    queryFn: () => activities.PapersLead(filter),
    placeholderData: keepPreviousData,
  });
export const useOfficerName = (id: string, day: string) =>
  useQuery({
    queryKey: ['officers', 'name', id, day],
    queryFn: async () => (await officers.Get(id, day)).officer.fullName,
  });
