import type { Go } from '../../api/client';
import { show, weekdayShort } from '../../lib/dates';
import { showLunar, toLunar } from '../../lib/lunar';
import { readMonthDay } from '../../lib/monthDay';
import type { Change, GridColumn, GridRow } from '../../ui/Grid';
import type { ScheduleRow } from './queries';

/** One key for a row: a host may have registered two days. */
export const rowKey = (row: ScheduleRow) => `${row.unitId}|${row.meetingId}`;

const typed = ['day', 'time', 'place', 'note'];

/**
 * A row of the month as the sheet shows it. What already has a result is changed in the log, and a joint meeting is typed
 * in the first of its rows.
 */
export function toCells(row: ScheduleRow, plannedWord: string, locked: boolean): GridRow {
  const fixed = locked || (row.meetingId !== '' && row.stateWord !== plannedWord);
  return {
    id: rowKey(row),
    name: row.label,
    values: {
      unit: row.label + (row.joint ? ' (họp chung)' : ''),
      day: show(row.day),
      lunar: lunarWords(row.day),
      time: row.time,
      place: row.place,
      officers: row.officers.join(', ') || 'chưa có người',
      state: row.meetingId === '' ? 'chưa đăng ký' : row.stateWord,
      note: row.note,
    },
    locked: fixed ? typed : undefined,
  };
}

export const lunarWords = (day: string) => (day === '' ? '' : `${weekdayShort(day)} · ${showLunar(toLunar(day))}`);

/** Takes changes into the sheet; a day is written in full once its cell has been left. */
export function applyChanges(
  edits: Record<string, Record<string, string>>,
  changes: Change[],
  month: string,
): Record<string, Record<string, string>> {
  const next = { ...edits };
  for (const { rowId, key, value } of changes) {
    if (key !== 'day') {
      next[rowId] = { ...next[rowId], [key]: key === 'time' ? clock(value) : value };
      continue;
    }
    const { day, problem } = readMonthDay(value, month);
    next[rowId] = {
      ...next[rowId],
      day: day ? show(day) : value,
      lunar: problem === undefined ? lunarWords(day ?? '') : '',
    };
  }
  return next;
}

/** "19h", "19h30", "1930" → "19:30"; what is no clock stays as typed. */
export function clock(text: string): string {
  const m = /^\s*(\d{1,2})\s*(?:(?:[:hg.]\s*(\d{2})?)|(\d{2}))?\s*$/i.exec(text);
  if (!m || Number(m[1]) > 23 || Number(m[2] ?? m[3] ?? 0) > 59) return text;
  return `${m[1]!.padStart(2, '0')}:${m[2] ?? m[3] ?? '00'}`;
}

/** What Go is to store; cells that cannot be read are named. */
export function fromCells(
  row: ScheduleRow,
  cells: Record<string, string>,
  month: string,
): { line: Go.activities.ScheduleLine; wrong: Record<string, string> } {
  const at = readMonthDay(cells.day ?? '', month);
  return {
    line: {
      unitId: row.unitId,
      label: row.label,
      meetingId: row.meetingId,
      day: at.day ?? '',
      time: cells.time ?? '',
      place: cells.place ?? '',
      note: cells.note ?? '',
    },
    wrong: at.problem === undefined ? {} : { day: at.problem },
  };
}

export const columnsOf = (month: string): GridColumn[] => [
  { key: 'unit', title: 'Đơn vị', kind: 'fixed', width: 14 },
  { key: 'day', title: 'Ngày đăng ký', kind: 'text', width: 8, check: (text) => readMonthDay(text, month).problem },
  { key: 'lunar', title: 'Thứ, âm lịch', kind: 'fixed', width: 8 },
  { key: 'time', title: 'Giờ', kind: 'text', width: 5 },
  { key: 'place', title: 'Nơi họp', kind: 'text', width: 11 },
  { key: 'officers', title: 'Cán bộ dự', kind: 'fixed', width: 10 },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'fixed',
    width: 8,
    total: (rows) => `${rows.filter((row) => row.values.day !== '').length} / ${rows.length} có ngày`,
  },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 8 },
];
