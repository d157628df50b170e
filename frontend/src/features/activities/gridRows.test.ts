import { describe, expect, it } from 'vitest';
import type { Go } from '../../api/client';
import { applyChanges, columnsOf, fromCells, outcomeTotals, readDay, rowKey, sharedNames, toCells } from './gridRows';

const row: Go.activities.GridRow = {
  unitId: 'u1',
  unitName: 'Chi bộ ấp Mẫu',
  unitLabel: 'Chi bộ ấp Mẫu',
  parentName: 'Đảng bộ xã Mẫu',
  meetingId: '',
  shared: '',
  officerId: 'o1',
  officerName: 'Cán bộ mẫu 03',
  more: 0,
  plannedOn: '',
  day: '',
  lunar: '',
  outcome: '',
  substituteId: '',
  substitute: '',
  contribution: '',
  note: '',
};
const words = [
  { code: 'ATTENDED', word: 'Đã dự' },
  { code: 'ABSENT', word: 'Vắng' },
  { code: 'NOT_RECORDED', word: 'Chưa ghi nhận' },
];

describe('readDay', () => {
  it.each([
    ['', ''],
    ['5', '2026-11-05'],
    [' 05 ', '2026-11-05'],
    ['5/11', '2026-11-05'],
    ['5/11/26', '2026-11-05'],
    ['05112026', '2026-11-05'],
  ])('reads %s', (text, day) => {
    expect(readDay(text, '2026-11', '2027-01-10')).toEqual({ day });
  });
  it.each(['31', '0', '5/13', 'hôm qua'])('refuses %s with a sentence', (text) => {
    const read = readDay(text, '2026-11', '2026-11-22');
    expect(read.day).toBeUndefined();
    expect(read.problem).toBeTruthy();
  });
});

describe('month sheet', () => {
  it('shows an untouched row as blank, never as 0 or absent', () => {
    expect(toCells(row, false).values).toMatchObject({ day: '', outcome: '', present: '', total: '' });
    expect(toCells({ ...row, officerName: '' }, false).values.officer).toBe('chưa có người');
    expect(toCells(row, true)).toMatchObject({ values: { unit: 'Chi bộ ấp Mẫu' }, below: { unit: 'Đảng bộ xã Mẫu' } });
  });

  it('gives back what was stored when nothing was typed', () => {
    const stored = {
      ...row,
      meetingId: 'm1',
      day: '2026-11-05',
      outcome: 'ATTENDED',
      present: 0,
      total: 1234,
      contribution: 'Nhắc lịch',
      note: 'x',
    };
    expect(fromCells(stored, toCells(stored, true).values, '2026-11', '2026-11-22')).toEqual({
      row: stored,
      wrong: {},
    });
  });

  it('names the cells that cannot be read and keeps the others', () => {
    const { row: read, wrong } = fromCells(
      row,
      { day: '31', present: 'hai', total: '26', outcome: 'ATTENDED' },
      '2026-11',
      '2026-11-22',
    );
    expect(Object.keys(wrong)).toEqual(['day', 'present']);
    expect(read.total).toBe(26);
    expect(read.present).toBeUndefined();
  });

  it('writes a day in full once its cell has been left, and leaves what it cannot read as typed', () => {
    const change = (value: string) =>
      applyChanges({}, [{ rowId: 'r', key: 'day', value }], '2026-11', '2026-11-22').r!.day;
    expect(change('5')).toBe('05/11/2026');
    expect(change('31')).toBe('31');
    expect(change('')).toBe('');
  });

  it('keeps two meetings of one unit apart', () => {
    expect(rowKey({ ...row, meetingId: 'a' })).not.toBe(rowKey({ ...row, meetingId: 'b' }));
  });

  it('knows which names need the unit above: two units, not two meetings of one', () => {
    expect(sharedNames([row, { ...row, meetingId: 'm' }]).size).toBe(0);
    expect([
      ...sharedNames([row, { ...row, unitId: 'u2' }, { ...row, unitId: 'u3', unitName: 'Chi bộ khác' }]),
    ]).toEqual(['Chi bộ ấp Mẫu']);
  });

  it('counts each outcome apart, and what nobody wrote', () => {
    const cells = ['ATTENDED', 'ATTENDED', 'ABSENT', ''].map((outcome) => toCells({ ...row, outcome }, false));
    expect(outcomeTotals(cells, words)).toBe('2 đã dự · 1 vắng · 1 chưa ghi nhận');
    const columns = columnsOf(words, '2026-11', '2026-11-22');
    expect(columns.find((each) => each.key === 'present')!.total!(cells)).toBe('');
    expect(columns.find((each) => each.key === 'outcome')!.options!.map((each) => each.code)).toEqual(['Đ', 'V']);
  });
});
