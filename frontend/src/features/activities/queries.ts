import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { activities, fulfilment, matters, type Go } from '../../api/client';

export type Vocabulary = Go.activities.Vocabulary;
export type Entry = Go.activities.Entry;
export type LogFilter = Go.activities.LogFilter;
export type LogKey = Go.activities.LogKey;
export type GridFilter = Go.activities.GridFilter;
export type Responsible = Go.activities.Responsible;

/** The words of every list; they change only with the program. */
export const useWords = () =>
  useQuery({ queryKey: ['activities', 'words'], queryFn: () => activities.Vocabulary(), staleTime: Infinity });

export const useLog = (filter: LogFilter) =>
  useQuery({
    queryKey: ['activities', 'log', filter],
    queryFn: () => activities.Log(filter),
    placeholderData: keepPreviousData,
  });

/** How many entries there are on all pages: counted beside the page, which does not wait for it. */
export const useLogTotal = (filter: LogFilter) => {
  const whole = { ...filter, after: undefined };
  return useQuery({
    queryKey: ['activities', 'total', whole],
    queryFn: () => activities.LogTotal(whole),
    placeholderData: keepPreviousData,
  });
};

/** How many matters were raised at each of these meetings; for who may not see matters none. */
export const useRaisedAt = (entries: Entry[], wanted: boolean) =>
  useQuery({
    queryKey: ['activities', 'raised', entries.map((each) => each.id)],
    queryFn: async () => {
      const counts = await matters.RaisedAt(entries.map((each) => each.id));
      return new Map(counts.map((each) => [each.meetingId, each.count]));
    },
    enabled: wanted && entries.length > 0,
    placeholderData: keepPreviousData,
  });

export const useMeeting = (id: string) =>
  useQuery({
    queryKey: ['activities', 'meeting', id],
    queryFn: () => activities.Meeting(id),
    enabled: id !== '',
    gcTime: 0,
  });

export type SheetLine = Go.fulfilment.SheetLine;

/** An officer's month as the paper form has it. */
export const useSheet = (filter: Go.fulfilment.SheetFilter, wanted: boolean) =>
  useQuery({
    queryKey: ['fulfilment', 'sheet', filter],
    queryFn: () => fulfilment.Sheet(filter),
    enabled: wanted,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** Who is expected at a meeting of these hosts on the day. */
export const usePrefill = (hosts: string[], day: string) =>
  useQuery({
    queryKey: ['activities', 'prefill', hosts, day],
    queryFn: () => activities.Prefill(hosts, day),
    enabled: hosts.length > 0 && day !== '',
  });

export const useMonthGrid = (filter: GridFilter) =>
  useQuery({
    queryKey: ['activities', 'grid', filter],
    queryFn: () => activities.MonthGrid(filter),
    enabled: filter.month !== '' && filter.kind !== '',
  });

/** A write of this room changes its own lists, the results and the first screen. */
function useWrite<In, Out>(write: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['activities'] }),
        client.invalidateQueries({ queryKey: ['fulfilment'] }),
        client.invalidateQueries({ queryKey: ['week'] }),
      ]),
  });
}

export const useSaveMeeting = () => useWrite((input: Go.activities.MeetingInput) => activities.SaveMeeting(input));
/** Enters a list of meetings, and takes such a list back. */
export const useSaveMany = () => {
  const enter = useWrite((input: Go.activities.ManyMeetings) => activities.SaveMany(input));
  const back = useWrite((ids: string[]) => activities.DeleteMany(ids));
  return [enter.mutateAsync, back.mutateAsync] as const;
};
export const useDelete = () => useWrite((id: string) => activities.Delete(id));
export const useRestore = () => useWrite((id: string) => activities.Restore(id));
export const usePlanMany = () => useWrite((input: Go.activities.PlanInput) => activities.PlanMany(input));
export const useSaveGrid = () => useWrite((input: Go.activities.GridInput) => activities.SaveGrid(input));
