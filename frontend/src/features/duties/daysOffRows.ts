import type { Go } from '../../api/client';
import { parseTyped, show, weekdayShort } from '../../lib/dates';
import { fold } from '../../lib/text';
import type { Change, GridColumn, GridRow } from '../../ui/Grid';

type DayOff = Go.duties.DayOff;

/** Empty lines after the last day, to type new ones into. */
const SPARE = 6;

export const KINDS = [
  { value: 'nghi', label: 'Nghỉ', code: 'N' },
  { value: 'lam_bu', label: 'Làm bù', code: 'B' },
];

const blank = { day: '', weekday: '', name: '', kind: '', source: '' };

/** The year as a sheet, with room below for more days. */
export function toRows(items: DayOff[], spare: boolean): Record<string, string>[] {
  const rows = items.map((each) => ({
    day: show(each.day),
    weekday: weekdayShort(each.day),
    name: each.name,
    kind: each.kind,
    source: each.source,
  }));
  return spare ? [...rows, ...Array.from({ length: SPARE }, () => ({ ...blank }))] : rows;
}

export const toGrid = (rows: Record<string, string>[], locked: boolean): GridRow[] =>
  rows.map((values, nth) => ({
    id: String(nth),
    name: values.name || `Dòng ${nth + 1}`,
    values,
    locked: locked ? ['day', 'name', 'kind', 'source'] : undefined,
  }));

/** A day of the sheet's year: "2/9" is enough. */
export const readYearDay = (text: string, year: number) => parseTyped(text, `${year}-01-01`);

/** Takes changes into the sheet; a day is written in full, a named day is one off unless said otherwise. */
export function applyChanges(
  rows: Record<string, string>[],
  changes: Change[],
  year: number,
): Record<string, string>[] {
  const next = rows.map((row) => ({ ...row }));
  for (const { rowId, key, value } of changes) {
    while (next.length <= Number(rowId)) next.push({ ...blank });
    const row = next[Number(rowId)]!;
    row[key] = value;
    if (key === 'day') {
      const { day } = readYearDay(value, year);
      row.day = day ? show(day) : value;
      row.weekday = weekdayShort(day ?? '');
    }
    if (row.kind === '' && (row.day !== '' || row.name !== '')) row.kind = 'nghi';
  }
  const left = next.filter((row) => filled(row)).length;
  while (next.length < left + SPARE) next.push({ ...blank });
  return next;
}

export const filled = (row: Record<string, string>) =>
  ['day', 'name', 'source'].some((key) => (row[key] ?? '').trim() !== '');

/** Puts more days into the sheet, in the order of the year. */
export function addMissing(rows: Record<string, string>[], more: DayOff[]): Record<string, string>[] {
  const order = (row: Record<string, string>) => (row.day ?? '').split('/').reverse().join('-');
  const days = [...rows.filter(filled), ...toRows(more, false)];
  return [...days.sort((a, b) => order(a).localeCompare(order(b))), ...rows.filter((row) => !filled(row))];
}

/** What Go is to store, and where each stands in the sheet. */
export function fromRows(
  rows: Record<string, string>[],
  year: number,
): { items: DayOff[]; at: number[]; wrong: Record<string, string> } {
  const items: DayOff[] = [];
  const at: number[] = [];
  const wrong: Record<string, string> = {};
  rows.forEach((row, nth) => {
    if (!filled(row)) return;
    const read = readYearDay(row.day ?? '', year);
    if (read.problem !== undefined) wrong[`${nth}.day`] = read.problem;
    if (row.kind && !KINDS.some((each) => each.value === row.kind))
      wrong[`${nth}.kind`] = `“${row.kind}” không phải nghỉ hay làm bù; hãy chọn.`;
    items.push({ day: read.day ?? '', name: row.name ?? '', kind: row.kind || 'nghi', source: row.source ?? '' });
    at.push(nth);
  });
  return { items, at, wrong };
}

/** A pasted list: ngày, tên, nghỉ hoặc làm bù, văn bản; a heading line is passed over. */
export function readList(block: string[][]): Go.duties.DayOffRow[] {
  return block
    .filter((line) => line.some((cell) => cell.trim() !== '') && !/^ngay\b/.test(fold(line[0] ?? '').trim()))
    .map(([day = '', name = '', kind = '', source = '']) => ({
      day: day.trim(),
      name: name.trim(),
      kind: kind.trim(),
      source: source.trim(),
    }));
}

/** Rows read from a file as the text that is looked at before it is taken in. */
export const writeList = (rows: Go.duties.DayOffRow[]) =>
  rows
    .map((each) => [each.day, each.name, each.kind, each.source].map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
    .join('\n');

export const columnsOf = (year: number): GridColumn[] => [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'text',
    width: 11, // the number of the row stands in it, too
    check: (text) => (text.trim() === '' ? undefined : readYearDay(text, year).problem),
  },
  { key: 'weekday', title: 'Thứ', kind: 'fixed', width: 4 },
  { key: 'name', title: 'Tên ngày nghỉ, lý do làm bù', kind: 'text', width: 18 },
  { key: 'kind', title: 'Nghỉ hay làm bù', kind: 'choice', width: 9, options: KINDS },
  { key: 'source', title: 'Văn bản', kind: 'text', width: 18, ditto: true },
];
