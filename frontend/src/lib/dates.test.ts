import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  parseTyped,
  serial,
  show,
  showLong,
  showWithWeekday,
  valid,
  weekStart,
  weekdayShort,
} from './dates';
import { fromLunar, leapMonth, lunarMonthStarts, showLunar, toLunar } from './lunar';
import {
  periodKind,
  periodLabel,
  periodOf,
  periodShortLabel,
  periodSpan,
  samePeriodLastYear,
  shiftPeriod,
  type PeriodKind,
} from './periods';

// The facts are those Go's package dates is tested on, so that the two cannot drift apart.
const facts = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../backend/dates/testdata', name), 'utf8');

describe('lunar calendar', () => {
  const rows = facts('month-starts.csv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));

  it('agrees with the table of every month start 1968–2100', () => {
    const computed: string[] = [];
    for (let year = 1967; year <= 2101; year++) {
      for (const { day, lunar } of lunarMonthStarts(year))
        computed.push([day, lunar.year, lunar.month, lunar.leap ? 1 : 0].join(','));
    }
    const inside = computed.filter((line) => line >= '1968' && line < '2101');
    expect(rows.length).toBeGreaterThan(1600);
    expect(inside).toEqual(rows.map((row) => row.join(',')));
  });

  it('gives every day 1990–2050 its place after the day before, and finds it back', () => {
    let before = toLunar('1989-12-31');
    for (let day = '1990-01-01'; day <= '2050-12-31'; day = addDays(day, 1)) {
      const lunar = toLunar(day)!;
      if (lunar.day !== before!.day + 1 && !(lunar.day === 1 && before!.day >= 29))
        throw new Error(`${day} is ${showLunar(lunar)}`);
      if (fromLunar(lunar).day !== day) throw new Error(`${day} does not come back`);
      before = lunar;
    }
  });

  it('knows leap months, Tết and what is no lunar day', () => {
    expect([2017, 2020, 2023, 2025, 2026, 2028, 2033].map(leapMonth)).toEqual([6, 4, 2, 6, 0, 5, 11]);
    expect(fromLunar({ day: 1, month: 1, year: 2030, leap: false }).day).toBe('2030-02-02');
    expect(fromLunar({ day: 30, month: 5, year: 2026, leap: false }).problem).toContain('chỉ có 29 ngày');
    expect(fromLunar({ day: 1, month: 5, year: 2025, leap: true }).problem).toContain('nhuận tháng 6');
    expect(fromLunar({ day: 1, month: 1, year: 1700, leap: false }).problem).toContain('từ năm 1850');
    for (const day of ['', '1700-01-01', '2200-01-01', '2026-02-30', 'x']) expect(toLunar(day)).toBeNull();
  });
});

describe('days', () => {
  it('are shown as the office writes them', () => {
    expect(show('2026-07-29')).toBe('29/07/2026');
    expect(showWithWeekday('2026-07-29')).toBe('T4 29/7/2026 (16/6 âl)');
    expect(showWithWeekday('2025-08-09')).toBe('T7 9/8/2025 (16/6 nhuận âl)');
    expect(showLong('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(showLong('2026-03-10')).toBe('ngày 10 tháng 3 năm 2026');
    expect(weekdayShort('2026-06-07')).toBe('CN');
    for (const none of ['', 'x', '2026-02-30'])
      expect([show(none), showWithWeekday(none), showLong(none), weekdayShort(none)]).toEqual(['', '', '', '']);
  });

  it('are added and subtracted', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('', 1) + addMonths('x', 1) + weekStart('')).toBe('');
    expect(weekStart('2026-06-07')).toBe('2026-06-01');
    expect(weekStart('1969-12-30')).toBe('1969-12-29');
    expect(weekStart('1930-02-03')).toBe('1930-02-03');
    expect(weekdayShort('1969-12-30') + weekdayShort('1930-02-02')).toBe('T3CN');
    expect(serial('2026-06-08') - serial('2026-06-01')).toBe(7);
    expect(['2024-02-29', '2026-02-29', '2026-13-01', '2026-1-1', ''].map(valid)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('typed days', () => {
  const cases = JSON.parse(facts('typed.json')) as {
    today: string;
    reads: [string, string][];
    refuses: [string, string][];
  };

  it.each(cases.reads)('reads “%s” as %s', (text, day) => {
    expect(parseTyped(text, cases.today)).toEqual({ day });
  });

  it.each(cases.refuses)('refuses “%s”: %s', (text, says) => {
    const read = parseTyped(text, cases.today);
    expect(read.day).toBeUndefined();
    expect(read.problem).toContain(says);
  });

  it('reads back what is shown', () => {
    for (let day = '2024-12-01'; day < '2027-03-01'; day = addDays(day, 1)) {
      for (const text of [show(day), showLong(day), showWithWeekday(day), day])
        expect(parseTyped(text, '2026-07-29')).toEqual({ day });
    }
  });
});

describe('periods', () => {
  interface Case {
    period: string;
    kind: PeriodKind;
    span: { from: string; to: string };
    label: string;
    short: string;
    previous: string;
    lastYear: string;
  }
  const cases = JSON.parse(facts('periods.json')) as Case[];

  it.each(cases)('$period', (each) => {
    expect({
      period: periodOf(each.kind, each.span.from),
      kind: periodKind(each.period),
      span: periodSpan(each.period),
      label: periodLabel(each.period),
      short: periodShortLabel(each.period),
      previous: shiftPeriod(each.period, -1),
      lastYear: samePeriodLastYear(each.period),
    }).toEqual({ ...each, months: undefined });
    expect(shiftPeriod(shiftPeriod(each.period, -1), 1)).toBe(each.period);
  });

  it('knows what is none', () => {
    for (const none of ['', '2026-00', '2026-13', '2026-Q5', '2025-W53', '2026-W00', '2026-6', '0000', 'x']) {
      expect([
        periodKind(none),
        periodSpan(none),
        periodLabel(none),
        periodShortLabel(none),
        shiftPeriod(none, 1),
        samePeriodLastYear(none),
      ]).toEqual(['', null, '', '', '', '']);
    }
    expect(periodOf('NINE_MONTHS', '2026-10-01') + periodOf('MONTH', '')).toBe('');
  });
});
