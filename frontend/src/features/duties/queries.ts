import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { activities, assignments, duties, fulfilment, units, type Go } from '../../api/client';

export type Rule = Go.duties.RuleView;
export type Suspension = Go.duties.SuspensionView;
export type DaysOffYear = Go.duties.DaysOffYear;
/** A day with its meetings and the duties due on it without one. */
export type CalendarDay = Go.activities.CalendarDay & Go.fulfilment.DueDay;
export type ScheduleRow = Go.activities.ScheduleRow;

export const useDutyWords = () =>
  useQuery({ queryKey: ['duties', 'words'], queryFn: () => duties.Vocabulary(), staleTime: Infinity });
export const useSchemes = () =>
  useQuery({ queryKey: ['assignments', 'schemes'], queryFn: () => assignments.Schemes() });
export const useTypes = () =>
  useQuery({ queryKey: ['units', 'vocabulary'], queryFn: () => units.Vocabulary(), staleTime: Infinity });

export const useRules = (filter: Go.duties.RuleFilter, wanted = true) =>
  useQuery({
    queryKey: ['duties', 'rules', filter],
    queryFn: () => duties.Rules(filter),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
export const useSuspensions = () =>
  useQuery({ queryKey: ['duties', 'suspensions'], queryFn: () => duties.Suspensions({ from: '', to: '' }) });
export const useDaysOff = (year: number) =>
  useQuery({ queryKey: ['duties', 'daysOff', year], queryFn: () => duties.DaysOff(year) });

export const useCalendar = (filter: Go.activities.CalendarFilter) =>
  useQuery({
    queryKey: ['fulfilment', 'calendar', filter],
    queryFn: async () => {
      const { days, due } = await fulfilment.Calendar(filter);
      return days.map((day, i): CalendarDay => ({ ...day, ...due[i]! }));
    },
    placeholderData: keepPreviousData,
  });
export const useSchedule = (filter: Go.activities.ScheduleFilter) =>
  useQuery({
    queryKey: ['activities', 'schedule', filter],
    queryFn: () => activities.Schedule(filter),
    placeholderData: keepPreviousData,
  });
export const useMeetingWords = () =>
  useQuery({ queryKey: ['activities', 'words'], queryFn: () => activities.Vocabulary(), staleTime: Infinity });

/** A rule, a pause or a day off changes what is expected everywhere: everything is read again. */
function useWrite<In, Out>(write: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSuccess: () => client.invalidateQueries() });
}

export const useSaveRule = () => useWrite((input: Go.duties.RuleInput) => duties.SaveRule(input));
export const useChangeRule = () => useWrite((input: Go.duties.RuleInput) => duties.ChangeRule(input));
export const useEndRule = () => useWrite(({ id, from }: { id: string; from: string }) => duties.EndRule(id, from));
export const useApplyPreset = () => useWrite((input: Go.duties.PresetInput) => duties.ApplyPreset(input));
export const useSaveSuspension = () => useWrite((input: Go.duties.SuspensionInput) => duties.SaveSuspension(input));
export const useDeleteSuspension = () => useWrite((id: string) => duties.DeleteSuspension(id));
export const useSaveDaysOff = () => useWrite((input: Go.duties.DaysOffInput) => duties.SaveDaysOff(input));
export const useSwapDays = () => useWrite((input: Go.duties.SwapInput) => duties.SwapDays(input));
export const useSaveSchedule = () => useWrite((input: Go.activities.ScheduleInput) => activities.SaveSchedule(input));
