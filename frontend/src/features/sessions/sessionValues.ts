import type { Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { rowKey, sameRow } from '../../ui/rows';

/** One paper under a point of the agenda while it is typed. */
export interface PaperRow {
  id: string;
  title: string;
  /** Of a paper issued here. */
  issuedId: string;
  symbol: string;
  missing: string;
  /** Of a paper drawn up anew: the choices as Go keeps them. */
  report: string;
  period: string;
  form: string;
  rest: Record<string, unknown>;
  owner: string;
}

/** One point of the agenda. */
export interface ItemRow {
  id: string;
  title: string;
  presenter: Picked | null;
  minutes: number | null;
  conclusion: string;
  papers: PaperRow[];
}

/** Nothing was typed into it yet: it stays open, ready to be typed into. */
export const isBlankItem = (row: ItemRow) =>
  row.title === '' && row.presenter === null && row.papers.length === 0 && row.conclusion === '';

/** One participant. */
export interface PersonRow {
  id: string;
  who: Picked | null;
  role: string;
  present: string;
  copies: number | null;
}

export interface SessionValues {
  body: string;
  title: string;
  day: string;
  startTime: string;
  endTime: string;
  place: string;
  chair: Picked | null;
  secretary: Picked | null;
  state: string;
  note: string;
  guardReason: string;
  items: ItemRow[];
  people: PersonRow[];
}

/** A post or body written as typed, beside the officers a picker offers. */
const WRITTEN = '=';
export const written = (text: string): Picked => ({ id: WRITTEN + text, name: text, note: 'ghi đúng như đã gõ' });
const officerOf = (who: Picked | null) => (who === null || who.id.startsWith(WRITTEN) ? '' : who.id);
const textOf = (who: Picked | null) => (who !== null && who.id.startsWith(WRITTEN) ? who.name : '');

export const newItem = (): ItemRow => ({
  id: '',
  title: '',
  presenter: null,
  minutes: null,
  conclusion: '',
  papers: [],
});
export const newPerson = (who: Picked | null, role: string): PersonRow => ({
  id: '',
  who,
  role,
  present: '',
  copies: 1,
});
export const newPaper = (part: Partial<PaperRow>): PaperRow => ({
  id: '',
  title: '',
  issuedId: '',
  symbol: '',
  missing: '',
  report: '',
  period: '',
  form: 'dang',
  rest: {},
  owner: '',
  ...part,
});

function fromPaper(p: Go.sessions.PaperView): PaperRow {
  const choices = readChoices(p.input);
  const { report = '', period = '', form = 'dang', ...rest } = choices;
  return newPaper({
    id: p.id,
    title: p.title,
    issuedId: p.issuedId,
    symbol: [p.symbol, p.day].filter(Boolean).join(', ngày '),
    missing: p.missing,
    owner: p.owner,
    report: String(report),
    period: String(period),
    form: String(form),
    rest,
  });
}

function readChoices(text: string): Record<string, unknown> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  } catch {
    return {};
  }
}

export function startValues(view: Go.sessions.View | null): SessionValues {
  if (view === null) {
    return {
      body: '',
      title: '',
      day: '',
      startTime: '07:30',
      endTime: '',
      place: '',
      chair: null,
      secretary: null,
      state: 'chuan_bi',
      note: '',
      guardReason: '',
      items: [newItem()],
      people: [],
    };
  }
  const person = (ref: Go.officers.Ref): Picked | null =>
    ref.id === '' ? null : { id: ref.id, name: ref.name, note: ref.post };
  return {
    body: view.body,
    title: view.title,
    day: view.day,
    startTime: view.startTime,
    endTime: view.endTime,
    place: view.place,
    chair: person(view.chair),
    secretary: person(view.secretary),
    state: view.state,
    note: view.note,
    guardReason: view.reason,
    items: view.items.map((i) => ({
      id: i.id,
      title: i.title,
      minutes: i.minutes || null,
      conclusion: i.conclusion,
      papers: i.papers.map(fromPaper),
      presenter:
        i.presenterId !== ''
          ? { id: i.presenterId, name: i.presenterName, note: i.presenterWord }
          : i.presenter === ''
            ? null
            : written(i.presenter),
    })),
    people: view.people.map(fromPerson),
  };
}

export const fromPerson = (p: Go.sessions.PersonView): PersonRow => ({
  id: p.id,
  who: p.officerId !== '' ? { id: p.officerId, name: p.name, note: p.post } : written(p.label),
  role: p.role,
  present: p.present,
  copies: p.copies,
});

/** What was saved, on the lines it was typed in: they stay the same rows, so that the cursor stays where it is. */
export function adopt(typed: SessionValues, saved: Go.sessions.View): SessionValues {
  const fresh = startValues(saved);
  const items = itemsOf(typed);
  keepRows(items, fresh.items);
  fresh.items.forEach((item, n) => keepRows(items[n]?.papers ?? [], item.papers));
  keepRows(peopleOf(typed), fresh.people);
  return fresh;
}

const keepRows = (typed: object[], saved: object[]) =>
  saved.forEach((row, n) => typed[n] !== undefined && sameRow(typed[n], row));

/** Nothing was put into the line: it is no point of the agenda. */
export const blankItem = (i: ItemRow) =>
  i.title.trim() === '' &&
  i.presenter === null &&
  i.papers.length === 0 &&
  i.conclusion.trim() === '' &&
  (i.minutes ?? 0) === 0;
export const blankPerson = (p: PersonRow) => p.who === null;

/** The lines that are points of the agenda, and those that are participants. */
export const itemsOf = (v: SessionValues) => v.items.filter((each) => !blankItem(each));
export const peopleOf = (v: SessionValues) => v.people.filter((each) => !blankPerson(each));

export function toInput(id: string, v: SessionValues): Go.sessions.Input {
  return {
    id,
    body: v.body,
    title: v.title,
    day: v.day,
    startTime: v.startTime,
    endTime: v.endTime,
    place: v.place,
    chairId: v.chair?.id ?? '',
    secretaryId: v.secretary?.id ?? '',
    state: v.state,
    note: v.note,
    guardReason: v.guardReason,
    items: itemsOf(v).map((i) => ({
      id: i.id,
      title: i.title,
      presenterId: officerOf(i.presenter),
      presenter: textOf(i.presenter),
      minutes: i.minutes ?? 0,
      conclusion: i.conclusion,
      papers: i.papers.map((p) => ({
        id: p.id,
        title: p.title,
        issuedId: p.issuedId,
        owner: p.owner,
        input: p.report === '' ? '' : JSON.stringify({ ...p.rest, report: p.report, period: p.period, form: p.form }),
      })),
    })),
    people: peopleOf(v).map((p) => ({
      id: p.id,
      officerId: officerOf(p.who),
      label: textOf(p.who),
      part: p.role,
      present: p.present,
      copies: p.copies ?? 0,
    })),
  };
}

/** The minute of the day of a typed hour ("7:30", "7h30", "0730"), or null; the twin of Go's clock. */
export function minuteOf(text: string): number | null {
  const m = /^([01]?\d|2[0-3])(?: ?(?:[:.hg]|giờ) ?([0-5]\d)?(?: ?phút)?|([0-5]\d))$/.exec(text.trim().toLowerCase());
  return m === null ? null : Number(m[1]) * 60 + Number(m[2] ?? m[3] ?? 0);
}

const two = (n: number) => String(n).padStart(2, '0');
export const clock = (minute: number) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** The hour each point begins and, last, the hour the session ends; '' without a start. */
export function hours(start: string, items: ItemRow[]): string[] {
  const begin = minuteOf(start);
  let sum = begin ?? 0;
  const out = items.map((i) => {
    const at = begin === null ? '' : clock(sum);
    sum += i.minutes ?? 0;
    return at;
  });
  return [...out, begin === null ? '' : clock(sum)];
}

/** A line moved one place up or down; the list itself when there is no further to go. */
export function moved<T extends object>(list: T[], key: string, by: 1 | -1): T[] {
  const at = list.findIndex((each) => rowKey(each) === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  const out = [...list];
  [out[at], out[to]] = [out[to]!, out[at]!];
  return out;
}

/** The messages of each line by its key, from "items.3.title". */
export function errorsOf(
  errors: Record<string, string>,
  list: 'items' | 'people',
  rows: object[],
): Map<string, Record<string, string>> {
  const out = new Map<string, Record<string, string>>();
  for (const [field, message] of Object.entries(errors)) {
    const m = new RegExp(`^${list}\\.(\\d+)\\.(.+)$`).exec(field);
    const row = m && rows[Number(m[1])];
    if (row) out.set(rowKey(row), { ...out.get(rowKey(row)), [m[2]!]: message });
  }
  return out;
}
