import type { Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import type { OpinionDraft } from './opinions';
import type { Entry, Responsible } from './queries';

export interface AttendanceRow {
  officer: Picked | null;
  result: string;
  substitute: Picked | null;
  reason: string;
}

export interface AdviceRow {
  /** '' = the first officer who was there. */
  officerId: string;
  fieldCode: string;
  summary: string;
  accepted: string;
}

/** One thing conveyed to the place: a resolution, a policy. */
export interface TopicRow {
  topic: string;
}

/** What the form holds: the whole log of one meeting. */
export interface LogValues {
  id: string;
  kind: string;
  state: string;
  plannedOn: string;
  plannedTime: string;
  heldOn: string;
  postponedTo: string;
  stateReason: string;
  place: string;
  hostIds: Picked[];
  papersSentOn: string;
  papersCount: number | null;
  present: number | null;
  total: number | null;
  note: string;
  attendances: AttendanceRow[];
  contributions: AdviceRow[];
  topics: TopicRow[];
  /** Opinions of the place noted with this meeting; kept by their own room. */
  opinions: OpinionDraft[];
  /** Why marked text is kept all the same; '' = not said. */
  guardReason: string;
}

export const blankAttendance: AttendanceRow = { officer: null, result: '', substitute: null, reason: '' };
export const blankTopic: TopicRow = { topic: '' };
export const blankAdvice: AdviceRow = { officerId: '', fieldCode: '', summary: '', accepted: 'pending' };

/** An empty form for something that happened today; kind and day of the last one stay when one enters a pile. */
export function blankLog(today: string, like?: Partial<LogValues>): LogValues {
  return {
    id: '',
    kind: '',
    state: 'HELD',
    plannedOn: '',
    plannedTime: '',
    heldOn: today,
    postponedTo: '',
    stateReason: '',
    place: '',
    hostIds: [],
    papersSentOn: '',
    papersCount: null,
    present: null,
    total: null,
    note: '',
    attendances: [],
    contributions: [],
    topics: [],
    opinions: [],
    guardReason: '',
    ...like,
  };
}

/** What an address says of a new log: "?mo=moi&ghi-loai=VISIT&ghi-noi=<unit>&ghi-ten=<its name>&ghi-ngay=2026-11-24". A day to come is planned. */
export function startOf(params: URLSearchParams, today: string): Partial<LogValues> {
  const given = (name: string) => params.get(`ghi-${name}`) ?? '';
  const day = given('ngay');
  return {
    ...(given('loai') === '' ? {} : { kind: given('loai') }),
    ...(given('noi') === '' ? {} : { hostIds: [{ id: given('noi'), name: given('ten') }] }),
    ...(day === '' ? {} : day > today ? { state: 'PLANNED', plannedOn: day } : { heldOn: day }),
  };
}

/** An entry as the form shows it. A planned meeting whose day has come opens as held on that day: that is what one comes to write. */
export function fromEntry(entry: Entry, today: string): LogValues {
  const due = entry.state === 'PLANNED' && entry.plannedOn <= today;
  return {
    id: entry.id,
    kind: entry.kind,
    state: due ? 'HELD' : entry.state,
    plannedOn: entry.plannedOn,
    plannedTime: entry.plannedTime,
    heldOn: due ? entry.plannedOn : entry.heldOn,
    postponedTo: entry.postponedTo,
    stateReason: entry.stateReason,
    place: entry.place,
    hostIds: entry.hosts.map((each) => ({ id: each.id, name: each.label })),
    papersSentOn: entry.papersSentOn,
    papersCount: entry.papersCount ?? null,
    present: entry.present ?? null,
    total: entry.total ?? null,
    note: entry.note,
    attendances: entry.attendances.map((each) => ({
      officer: { id: each.officerId, name: each.officerName, note: each.officerPost },
      result: each.result,
      substitute: each.substituteId ? { id: each.substituteId, name: each.substituteName } : null,
      reason: each.reason,
    })),
    contributions: entry.contributions.map(({ officerId, fieldCode, summary, accepted }) => ({
      officerId,
      fieldCode,
      summary,
      accepted,
    })),
    topics: entry.conveyances.map(({ topic }) => ({ topic })),
    opinions: [],
    guardReason: '',
  };
}

/** Who was there: officers who attended and those who came for somebody. */
export function speakers(values: Pick<LogValues, 'attendances'>): Picked[] {
  return values.attendances.flatMap((each) => {
    if (each.result === 'ATTENDED' && each.officer) return [each.officer];
    return each.result === 'SUBSTITUTED' && each.substitute ? [each.substitute] : [];
  });
}

/** What Go is given. Rows keep their place, because its messages name them by number. */
export function toInput({ opinions: _, topics, ...values }: LogValues): Go.activities.MeetingInput {
  const first = speakers(values)[0]?.id ?? '';
  const held = values.state === 'HELD';
  return {
    ...values,
    hostIds: values.hostIds.map((each) => each.id),
    papersCount: values.papersCount ?? undefined,
    present: values.present ?? undefined,
    total: values.total ?? undefined,
    attendances: values.attendances.map((each) => ({
      officerId: each.officer?.id ?? '',
      result: held ? each.result : '',
      substituteId: each.substitute?.id ?? '',
      reason: each.reason,
    })),
    conveyances: topics.map((each) => each.topic),
    contributions: held
      ? values.contributions.map((each) => ({
          ...each,
          officerId: each.summary.trim() === '' ? '' : each.officerId || first,
        }))
      : [],
  };
}

/** The day at which hosts must exist and somebody is in charge. */
export const dayOfLog = (values: LogValues) => (values.state === 'HELD' ? values.heldOn : values.plannedOn);

/** True while nobody has said anything about attendance, so that the rows may follow the choice of hosts and day. */
export const untouched = (rows: AttendanceRow[]) =>
  rows.every((each) => each.result === '' && each.reason === '' && each.substitute === null);

export const expectedRows = (expected: Responsible[]): AttendanceRow[] =>
  expected.map((each) => ({ ...blankAttendance, officer: { id: each.officerId, name: each.name, note: each.post } }));
