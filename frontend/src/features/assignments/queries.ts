import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { assignments, units, type Go } from '../../api/client';

export type RegisterFilter = Go.assignments.RegisterFilter;
export type RegisterRow = Go.assignments.RegisterRow;
export type Scheme = Go.assignments.SchemeDetail;
export type Kind = Go.assignments.KindRow;
export type KindHistory = Go.assignments.KindHistory;
export type Annex = Go.assignments.Annex;
export type Team = Go.assignments.TeamDetail;

const key = 'assignments';
const ALL = 20_000;
/** Lines of the register shown at once; a province has fifteen times as many, and nobody scrolls through those. */
export const SHOWN = 1000;

export const useChoices = () =>
  useQuery({ queryKey: [key, 'choices'], queryFn: () => assignments.Choices(), staleTime: Infinity });
export const useSchemes = () => useQuery({ queryKey: [key, 'schemes'], queryFn: () => assignments.Schemes() });
export const useTeams = () => useQuery({ queryKey: [key, 'teams'], queryFn: () => assignments.Teams() });
export const useTypes = () =>
  useQuery({ queryKey: ['units', 'vocabulary'], queryFn: () => units.Vocabulary(), staleTime: Infinity });
export const useOffice = () => useQuery({ queryKey: ['units', 'office'], queryFn: () => units.Office() });

export const useDecisions = (filter: { text: string; state: string; year: number; bin?: boolean }) =>
  useQuery({
    queryKey: [key, 'decisions', filter],
    queryFn: () => assignments.Decisions({ ...filter, bin: filter.bin ?? false, limit: ALL, offset: 0 }),
    placeholderData: keepPreviousData,
  });

export const useDecision = (id: string) =>
  useQuery({ queryKey: [key, 'decision', id], queryFn: () => assignments.Decision(id), enabled: id !== '' });

export const useRegister = (filter: RegisterFilter) =>
  useQuery({
    queryKey: [key, 'register', filter],
    placeholderData: keepPreviousData,
    queryFn: () => assignments.Register({ ...filter, limit: SHOWN, offset: 0 }),
  });

export const useCoverage = (query: Go.assignments.CoverageQuery) =>
  useQuery({
    queryKey: [key, 'coverage', query],
    placeholderData: keepPreviousData,
    queryFn: () => assignments.Coverage({ ...query, limit: 1000 }),
  });

export const useUnitHistory = (unitId: string, day: string, wanted = true) =>
  useQuery({
    queryKey: [key, 'unit', unitId, day],
    queryFn: () => assignments.OfUnit(unitId, day),
    enabled: wanted && unitId !== '',
  });

export const useHoldings = (officerId: string, day: string) =>
  useQuery({ queryKey: [key, 'officer', officerId, day], queryFn: () => assignments.OfOfficer(officerId, day) });

/** Who is in charge stands on many screens; all are read again after a change. */
export function useRefresh() {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries(), [client]);
}
