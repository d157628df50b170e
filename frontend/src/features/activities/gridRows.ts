import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { readMonthDay } from '../../lib/monthDay';
import { readWhole, showNumber } from '../../lib/text';
import type { Change, GridColumn, GridRow } from '../../ui/Grid';
import { OUTCOME_CODES, toneOf } from './labels';

type MonthRow = Go.activities.GridRow;

/** One key for a row: the same unit may have met twice in a month. */
export const rowKey = (row: MonthRow) => `${row.unitId}|${row.meetingId}`;

const nobody = 'chưa có người';

/** Names that several units of the sheet have: there the unit above is named too ("Tổ số 01" of every hamlet). */
export function sharedNames(rows: MonthRow[]): Set<string> {
  const owner = new Map<string, string>();
  return new Set(
    rows
      .filter((row) => (owner.get(row.unitName) ?? row.unitId) !== row.unitId || !owner.set(row.unitName, row.unitId))
      .map((row) => row.unitName),
  );
}

/** A row as the sheet shows it: every cell is text. */
export function toCells(row: MonthRow, withParent: boolean): GridRow {
  const joint = row.shared === '' ? '' : ` (chung với ${row.shared})`;
  const more = row.more > 0 ? ` và ${row.more} người` : '';
  return {
    id: rowKey(row),
    name: row.unitName,
    values: {
      unit: row.unitName + joint,
      officer: row.officerName === '' ? nobody : row.officerName + more,
      day: show(row.day),
      outcome: row.outcome,
      present: showNumber(row.present),
      total: showNumber(row.total),
      contribution: row.contribution,
      note: row.note,
    },
    below: withParent && row.parentName !== '' ? { unit: row.parentName } : undefined,
    // Who came instead of whom is chosen on the whole form; here it could only be lost.
    locked: row.outcome === 'SUBSTITUTED' ? ['outcome'] : undefined,
  };
}

/** A day typed into the sheet: a number is that day of the month. */
export const readDay = (text: string, month: string, today: string) =>
  readMonthDay(text, month === '' ? today.slice(0, 7) : month);

/** The row with what was typed; cells that cannot be read are named. */
export function fromCells(
  row: MonthRow,
  cells: Record<string, string>,
  month: string,
  today: string,
): { row: MonthRow; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {};
  const at = readDay(cells.day ?? '', month, today);
  if (at.problem !== undefined) wrong.day = at.problem;
  const number = (key: 'present' | 'total') => {
    const text = (cells[key] ?? '').trim();
    if (text === '') return undefined;
    const read = readWhole(text);
    if (read === null) wrong[key] = 'Chỉ gõ số; không biết thì để trống.';
    return read ?? undefined;
  };
  return {
    row: {
      ...row,
      day: at.day ?? row.day,
      outcome: cells.outcome ?? '',
      present: number('present'),
      total: number('total'),
      contribution: cells.contribution ?? '',
      note: cells.note ?? '',
    },
    wrong,
  };
}

/** Takes changes into the sheet and writes days in full once the cell has been left. */
export function applyChanges(
  edits: Record<string, Record<string, string>>,
  changes: Change[],
  month: string,
  today: string,
): Record<string, Record<string, string>> {
  const next = { ...edits };
  for (const { rowId, key, value } of changes) {
    const read = key === 'day' ? readDay(value, month, today).day : undefined;
    next[rowId] = { ...next[rowId], [key]: read ? show(read) : value };
  }
  return next;
}

/** Sum of the numbers typed; blank as long as nobody typed one. */
function sum(rows: GridRow[], key: string): string {
  const numbers = rows.map((row) => readWhole(row.values[key] ?? '')).filter((each) => each !== null);
  return numbers.length === 0 ? '' : showNumber(numbers.reduce((all, each) => all + each, 0));
}

const recorded = (rows: GridRow[]) => `${rows.filter((row) => row.values.outcome).length} / ${rows.length} có kết quả`;

/** "12 đã dự · 1 vắng · 2 chưa ghi nhận": the month in one line. */
export function outcomeTotals(rows: GridRow[], words: Go.store.Word[]): string {
  const parts = words
    .map((word) => ({ word, n: rows.filter((row) => row.values.outcome === word.code).length }))
    .filter((each) => each.n > 0)
    .map((each) => `${each.n} ${each.word.word.toLowerCase()}`);
  const open = rows.filter((row) => !row.values.outcome).length;
  return [...parts, ...(open > 0 ? [`${open} chưa ghi nhận`] : [])].join(' · ');
}

/** The columns of the sheet, in the order of the paper form. */
export function columnsOf(outcomes: Go.store.Word[], month: string, today: string): GridColumn[] {
  const options = outcomes
    .filter((each) => each.code in OUTCOME_CODES || each.code === 'SUBSTITUTED')
    .map((each) => ({ value: each.code, label: each.word, code: OUTCOME_CODES[each.code], tone: toneOf(each.code) }));
  return [
    { key: 'unit', title: 'Đơn vị', kind: 'fixed', width: 12, total: () => 'Cộng' },
    { key: 'officer', title: 'Cán bộ', kind: 'fixed', width: 9.5 },
    { key: 'day', title: 'Ngày họp', kind: 'text', width: 8, check: (text) => readDay(text, month, today).problem },
    { key: 'outcome', title: 'Kết quả', kind: 'choice', width: 10.5, options, total: recorded },
    {
      key: 'present',
      title: 'Có mặt',
      kind: 'number',
      width: 5,
      align: 'right',
      check: countProblem,
      total: (rows) => sum(rows, 'present'),
    },
    {
      key: 'total',
      title: 'Tổng số',
      kind: 'number',
      width: 5.5,
      align: 'right',
      check: countProblem,
      total: (rows) => sum(rows, 'total'),
    },
    { key: 'contribution', title: 'Góp ý của cán bộ', kind: 'text', width: 12 },
    { key: 'note', title: 'Ghi chú', kind: 'text', width: 8 },
  ];
}

const countProblem = (text: string) =>
  text.trim() === '' || readWhole(text) !== null ? undefined : 'Chỉ gõ số; không biết thì để trống.';
