import { addDays, addMonths, dayOf, serial, valid, weekStart } from './days';

/**
 * Reporting periods of the solar calendar in the stored form of Go's package dates: "2026-06", "2026-Q2", "2026-H1",
 * "2026-9T", "2026", "2026-W23". A text that is no period answers '' or null everywhere.
 */
export type PeriodKind = 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF' | 'NINE_MONTHS' | 'YEAR';

/** Half open: the day `to` is no longer in it. */
export interface Span {
  from: string;
  to: string;
}

interface Parts {
  kind: PeriodKind;
  year: number;
  /** Number of the week, month, quarter or half in the year; 0 for nine months and years. */
  n: number;
}

const roman = ['', 'I', 'II', 'III', 'IV'];
const two = (n: number) => String(n).padStart(2, '0');

/** The Monday of week 1: the week that holds 4 January. */
const firstMonday = (year: number) => weekStart(dayOf(year, 1, 4));
const weeksIn = (year: number) => (serial(firstMonday(year + 1)) - serial(firstMonday(year))) / 7;

function partsOf(period: string): Parts | null {
  const m = /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])|(9T)|W(\d\d)))?$/.exec(period);
  if (!m) return null;
  const year = Number(m[1]);
  const [month, quarter, half, week] = [m[2], m[3], m[4], m[6]].map(Number);
  if (year < 1) return null;
  if (m[2]) return month! >= 1 && month! <= 12 ? { kind: 'MONTH', year, n: month! } : null;
  if (m[3]) return { kind: 'QUARTER', year, n: quarter! };
  if (m[4]) return { kind: 'HALF', year, n: half! };
  if (m[5]) return { kind: 'NINE_MONTHS', year, n: 0 };
  if (m[6]) return week! >= 1 && week! <= weeksIn(year) ? { kind: 'WEEK', year, n: week! } : null;
  return { kind: 'YEAR', year, n: 0 };
}

function make({ kind, year, n }: Parts): string {
  const y = String(year).padStart(4, '0');
  switch (kind) {
    case 'WEEK':
      return `${y}-W${two(n)}`;
    case 'MONTH':
      return `${y}-${two(n)}`;
    case 'QUARTER':
      return `${y}-Q${n}`;
    case 'HALF':
      return `${y}-H${n}`;
    case 'NINE_MONTHS':
      return `${y}-9T`;
    case 'YEAR':
      return y;
  }
}

export function periodKind(period: string): PeriodKind | '' {
  return partsOf(period)?.kind ?? '';
}

/** The period of a kind in which the day lies; '' for a day after September and nine months. */
export function periodOf(kind: PeriodKind, day: string): string {
  if (!valid(day)) return '';
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  switch (kind) {
    case 'WEEK': {
      // A week belongs to the year of its Thursday.
      const weekYear = Number(addDays(weekStart(day), 3).slice(0, 4));
      return make({ kind, year: weekYear, n: Math.floor((serial(day) - serial(firstMonday(weekYear))) / 7) + 1 });
    }
    case 'MONTH':
      return make({ kind, year, n: month });
    case 'QUARTER':
      return make({ kind, year, n: Math.ceil(month / 3) });
    case 'HALF':
      return make({ kind, year, n: Math.ceil(month / 6) });
    case 'NINE_MONTHS':
      return month <= 9 ? make({ kind, year, n: 0 }) : '';
    case 'YEAR':
      return make({ kind, year, n: 0 });
  }
}

/** The days of the period. */
export function periodSpan(period: string): Span | null {
  const parts = partsOf(period);
  if (!parts) return null;
  const { kind, year, n } = parts;
  if (kind === 'WEEK') {
    const from = addDays(firstMonday(year), 7 * (n - 1));
    return { from, to: addDays(from, 7) };
  }
  const [first, count] = {
    MONTH: [n, 1],
    QUARTER: [3 * n - 2, 3],
    HALF: [6 * n - 5, 6],
    NINE_MONTHS: [1, 9],
    YEAR: [1, 12],
  }[kind] as [number, number];
  const from = dayOf(year, first, 1);
  return { from, to: addMonths(from, count) };
}

/** The period of the same kind `by` steps away; nine months step by the year. */
export function shiftPeriod(period: string, by: number): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const { kind, year, n } = parts;
  if (kind === 'WEEK') return periodOf(kind, addDays(periodSpan(period)?.from ?? '', 7 * by));
  if (kind === 'YEAR' || kind === 'NINE_MONTHS') return make({ kind, year: year + by, n });
  const perYear = { MONTH: 12, QUARTER: 4, HALF: 2 }[kind];
  const at = year * perYear + n - 1 + by;
  return make({ kind, year: Math.floor(at / perYear), n: (at % perYear) + 1 });
}

/** The period to compare with; week 53 is compared with last year's last week. */
export function samePeriodLastYear(period: string): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const { kind, year, n } = parts;
  return make({ kind, year: year - 1, n: kind === 'WEEK' ? Math.min(n, weeksIn(year - 1)) : n });
}

/** As in a document: "tháng 01 năm 2026", "tháng 6 năm 2026", "quý III năm 2026", "6 tháng đầu năm 2026". */
export function periodLabel(period: string): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const { kind, year, n } = parts;
  switch (kind) {
    case 'WEEK':
      return `tuần ${two(n)} năm ${year}`;
    case 'MONTH':
      return `tháng ${n <= 2 ? two(n) : n} năm ${year}`;
    case 'QUARTER':
      return `quý ${roman[n]} năm ${year}`;
    case 'HALF':
      return `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'NINE_MONTHS':
      return `9 tháng đầu năm ${year}`;
    case 'YEAR':
      return `năm ${year}`;
  }
}

/** For a narrow column or a menu: "06/2026", "Quý II/2026", "6 tháng đầu 2026", "Tuần 23/2026". */
export function periodShortLabel(period: string): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const { kind, year, n } = parts;
  switch (kind) {
    case 'WEEK':
      return `Tuần ${two(n)}/${year}`;
    case 'MONTH':
      return `${two(n)}/${year}`;
    case 'QUARTER':
      return `Quý ${roman[n]}/${year}`;
    case 'HALF':
      return `6 tháng ${n === 1 ? 'đầu' : 'cuối'} ${year}`;
    case 'NINE_MONTHS':
      return `9 tháng ${year}`;
    case 'YEAR':
      return `Năm ${year}`;
  }
}
