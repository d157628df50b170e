import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { activities, fulfilment, officers, type Go } from '../../api/client';

export type Row = Go.fulfilment.Row;
export type Tally = Go.fulfilment.Tally;
export type Cell = Go.fulfilment.Cell;
export type Matrix = Go.fulfilment.Matrix;
export type CellsFilter = Go.fulfilment.CellsFilter;
export type Filter = Go.fulfilment.Filter;

const key = 'fulfilment';

export const useWords = () =>
  useQuery({ queryKey: ['activities', 'words'], queryFn: () => activities.Vocabulary(), staleTime: Infinity });
export const useFulfilment = (filter: Filter) =>
  useQuery({
    queryKey: [key, 'summary', filter],
    queryFn: () => fulfilment.Summary(filter),
    placeholderData: keepPreviousData,
  });
export const useCells = (filter: Go.fulfilment.CellsFilter) =>
  useQuery({ queryKey: [key, 'cells', filter], queryFn: () => fulfilment.Cells(filter) });
export const useMatrix = (unitId: string, year: number) =>
  useQuery({
    queryKey: [key, 'matrix', unitId, year],
    queryFn: () => fulfilment.YearMatrix(unitId, year),
    placeholderData: (before) => (before?.unitId === unitId ? before : undefined),
  });
export const useLedger = (filter: Go.fulfilment.LedgerFilter) =>
  useQuery({
    queryKey: [key, 'ledger', filter],
    queryFn: () => fulfilment.Ledger(filter),
    placeholderData: keepPreviousData,
  });
export const useSilent = (filter: Go.fulfilment.SilentFilter) =>
  useQuery({
    queryKey: [key, 'silent', filter],
    queryFn: () => fulfilment.Silent(filter),
    placeholderData: keepPreviousData,
  });
export const useLead = (filter: Go.fulfilment.LeadFilter) =>
  useQuery({
    queryKey: [key, 'lead', filter],
    queryFn: () => fulfilment.PapersLead(filter),
    placeholderData: keepPreviousData,
  });
export const useSheet = (officerId: string, month: string, wanted = true) =>
  useQuery({
    queryKey: [key, 'sheet', officerId, month],
    queryFn: () => fulfilment.Sheet({ code: '', officerId, month }),
    enabled: wanted,
  });
export const useOfficerName = (id: string, day: string) =>
  useQuery({
    queryKey: ['officers', 'name', id, day],
    queryFn: async () => (await officers.Get(id, day)).officer.fullName,
  });
