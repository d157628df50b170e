import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { assignments, type Go } from '../../api/client';

export type Plan = Go.assignments.HandoverPlan;
export type Line = Go.assignments.HandoverLine;
export type Seat = Go.assignments.HandoverSeat;
export type Done = Go.assignments.HandoverDone;

/** Everything the officer has on the day; read again when the day changes. */
export const usePlan = (officerId: string, on: string) =>
  useQuery({
    queryKey: ['assignments', 'handoverPlan', officerId, on],
    queryFn: () => assignments.HandoverPlan(officerId, on),
    enabled: officerId !== '',
    placeholderData: keepPreviousData,
  });
export const useHandovers = () =>
  useQuery({
    queryKey: ['assignments', 'handovers'],
    queryFn: () => assignments.Handovers({ officerId: '', undone: true, limit: 200 }),
  });
export const useHandover = (id: string) =>
  useQuery({ queryKey: ['assignments', 'handover', id], queryFn: () => assignments.Handover(id), enabled: id !== '' });

/** A handover changes who is in charge, who is expected and who answers: everything is read again. */
function useWrite<In, Out>(write: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSuccess: () => client.invalidateQueries() });
}

export const useApply = () => useWrite((input: Go.assignments.HandoverIn) => assignments.ApplyHandover(input));
export const useUndo = () => useWrite((id: string) => assignments.UndoHandover(id));
