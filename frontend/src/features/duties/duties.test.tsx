import { describe, expect, it } from 'vitest';
import { dayAtKey, viewSpan, weeksOf } from './calendarDays';
import { addMissing, applyChanges as typeDaysOff, fromRows, readList, toRows } from './daysOffRows';
import { blankRule, needsMonth, needsShortMonth, toInput } from './ruleValues';
import { applyChanges, clock, fromCells, rowKey, toCells } from './scheduleRows';

describe('the calendar', () => {
  it('shows whole weeks, Monday first, around any month from 1900 to 2100', () => {
    for (let year = 1900; year <= 2100; year += 5) {
      for (let month = 1; month <= 12; month++) {
        const first = `${year}-${String(month).padStart(2, '0')}-01`;
        const span = viewSpan('month', first);
        const days = Array.from({ length: (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 }, (_, n) => ({
          day: new Date(Date.parse(span.from) + n * 86_400_000).toISOString().slice(0, 10),
        }));
        expect(days.length % 7).toBe(0);
        expect(new Date(span.from).getUTCDay()).toBe(1);
        expect(days.some((each) => each.day === first)).toBe(true);
        expect(weeksOf(days).every((week) => week.length === 7)).toBe(true);
      }
    }
  });

  it('moves by keys and leaves the rest alone', () => {
    const moved = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'].map(
      (key) => dayAtKey(key, '2026-03-31'),
    );
    expect(moved).toEqual([
      '2026-03-30',
      '2026-04-01',
      '2026-03-24',
      '2026-04-07',
      '2026-02-28',
      '2026-04-30',
      '2026-03-30',
      '2026-04-05',
      undefined,
    ]);
  });
});

describe('a duty rule', () => {
  it('sends a fixed day only with its calendar, and a month only where the turn has several', () => {
    const v = { ...blankRule('s', '2026-11-22'), fixedDay: 16, fixedMonth: 2 };
    expect(toInput('', v)).toMatchObject({ fixedCalendar: '', fixedDay: 0, fixedMonth: 0, shortMonth: '' });
    expect(toInput('', { ...v, fixedCalendar: 'lunar' })).toMatchObject({
      fixedCalendar: 'lunar',
      fixedDay: 16,
      fixedMonth: 0,
      shortMonth: '',
    });
    expect(toInput('', { ...v, fixedCalendar: 'lunar', fixedDay: 30 })).toMatchObject({ shortMonth: 'LAST_DAY' });
    expect(toInput('', { ...v, fixedCalendar: 'solar', period: 'QUARTER' })).toMatchObject({ fixedMonth: 2 });
    expect(toInput('', { ...v, fixedCalendar: 'solar', period: 'EVENT' })).toMatchObject({
      fixedCalendar: '',
      fixedDay: 0,
    });
    expect(toInput('', { ...v, lastDay: '2026-12-31' }).validTo).toBe('2027-01-01');
    expect([
      needsMonth({ ...v, fixedCalendar: 'solar' }),
      needsShortMonth({ ...v, fixedCalendar: 'solar', fixedDay: 28 }),
    ]).toEqual([false, false]);
  });
});

const row = {
  unitId: 'u',
  label: 'Chi bộ ấp Một',
  meetingId: '',
  day: '',
  lunar: '',
  time: '',
  place: '',
  stateWord: '',
  officers: ['Cán bộ mẫu 03'],
  joint: false,
  note: '',
};

describe("a month's registration", () => {
  it('reads what is typed and says what it understood', () => {
    const key = rowKey(row);
    const edits = applyChanges(
      {},
      [
        { rowId: key, key: 'day', value: '5' },
        { rowId: key, key: 'time', value: '19h30' },
      ],
      '2026-12',
    );
    expect(edits[key]).toMatchObject({ day: '05/12/2026', time: '19:30', lunar: 'T7 · 27/10 âl' });
    expect(fromCells(row, edits[key]!, '2026-12').line).toMatchObject({ day: '2026-12-05', time: '19:30' });
    expect(applyChanges({}, [{ rowId: key, key: 'day', value: '32' }], '2026-12')[key]).toEqual({
      day: '32',
      lunar: '',
    });
    expect(fromCells(row, { day: '32' }, '2026-12').wrong).toEqual({ day: 'Tháng 12/2026 không có ngày 32.' });
    expect(['19h', '7', '1930', '7:05', '25h', 'tối', ''].map(clock)).toEqual([
      '19:00',
      '07:00',
      '19:30',
      '07:05',
      '25h',
      'tối',
      '',
    ]);
  });

  it('locks what the log already has', () => {
    expect(toCells({ ...row, meetingId: 'm', stateWord: 'Đã lên lịch' }, 'Đã lên lịch', false).locked).toBeUndefined();
    expect(toCells({ ...row, meetingId: 'm', stateWord: 'Đã họp' }, 'Đã lên lịch', false).locked).toContain('day');
    expect(toCells(row, 'Đã lên lịch', false).values.state).toBe('chưa đăng ký');
  });
});

describe('days off', () => {
  it('takes a day without its year, keeps room below, and reads a pasted list', () => {
    const rows = typeDaysOff(
      toRows([], true),
      [
        { rowId: '0', key: 'day', value: '2/9' },
        { rowId: '0', key: 'name', value: 'Quốc khánh' },
      ],
      2027,
    );
    expect(rows[0]).toMatchObject({ day: '02/09/2027', weekday: 'T5', kind: 'nghi' });
    expect(rows.length).toBe(7);
    expect(fromRows(rows, 2027)).toMatchObject({
      items: [{ day: '2027-09-02', name: 'Quốc khánh', kind: 'nghi', source: '' }],
      at: [0],
      wrong: {},
    });
    expect(fromRows([{ day: 'mai', name: 'x' }], 2027).wrong['0.day']).toMatch(/Không hiểu/);
    expect(readList([['Ngày', 'Tên'], ['01/01/2027', 'Tết Dương lịch', 'nghỉ'], ['']])).toEqual([
      { day: '01/01/2027', name: 'Tết Dương lịch', kind: 'nghỉ', source: '' },
    ]);
  });

  it('puts a day the list lacks where the year has it, before the empty lines', () => {
    const off = (day: string, name: string) => ({ day, name, kind: 'nghi', source: 'x' });
    const rows = addMissing(toRows([off('2026-09-02', 'Quốc khánh'), off('2026-12-31', 'Nghỉ')], true), [
      off('2026-11-24', 'Ngày Văn hóa Việt Nam'),
    ]);
    expect(rows.slice(0, 4).map((row) => row.day)).toEqual(['02/09/2026', '24/11/2026', '31/12/2026', '']);
    expect(rows.length).toBe(9);
  });
});
