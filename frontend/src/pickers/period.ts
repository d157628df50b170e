/** The kinds of reporting period, with the words Go keeps for them (package dates). */
export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF' | 'NINE_MONTHS' | 'YEAR';

export interface Parts {
  kind: PeriodKind;
  year: number;
  /** Number of the month, quarter or half, from 1; 1 for a year. */
  part: number;
}

const two = (n: number) => String(n).padStart(2, '0');

export const PERIOD_KINDS: Record<PeriodKind, { label: string; parts: string[] }> = {
  MONTH: { label: 'Tháng', parts: Array.from({ length: 12 }, (_, n) => `tháng ${two(n + 1)}`) },
  QUARTER: { label: 'Quý', parts: ['quý I', 'quý II', 'quý III', 'quý IV'] },
  HALF: { label: '6 tháng', parts: ['đầu năm', 'cuối năm'] },
  NINE_MONTHS: { label: '9 tháng', parts: [] },
  YEAR: { label: 'Năm', parts: [] },
};

/** Takes a stored period apart; null for a text that is none. */
export function partsOf(period: string): Parts | null {
  const year = Number(period.slice(0, 4));
  const rest = period.slice(4);
  if (/^-\d\d$/.test(rest)) return { kind: 'MONTH', year, part: Number(rest.slice(1)) };
  if (/^-Q[1-4]$/.test(rest)) return { kind: 'QUARTER', year, part: Number(rest[2]) };
  if (/^-H[12]$/.test(rest)) return { kind: 'HALF', year, part: Number(rest[2]) };
  if (rest === '-9T') return { kind: 'NINE_MONTHS', year, part: 1 };
  if (/^\d{4}$/.test(period)) return { kind: 'YEAR', year, part: 1 };
  return null;
}

export function makePeriod({ kind, year, part }: Parts): string {
  switch (kind) {
    case 'MONTH':
      return `${year}-${two(part)}`;
    case 'QUARTER':
      return `${year}-Q${part}`;
    case 'HALF':
      return `${year}-H${part}`;
    case 'NINE_MONTHS':
      return `${year}-9T`;
    case 'YEAR':
      return String(year);
  }
}

/** The period of the same kind `by` steps away; '' for a text that is none. */
export function shiftPeriod(period: string, by: number): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const perYear = Math.max(1, PERIOD_KINDS[parts.kind].parts.length);
  const index = parts.year * perYear + parts.part - 1 + by;
  return makePeriod({ kind: parts.kind, year: Math.floor(index / perYear), part: (index % perYear) + 1 });
}

/** As in a document: "tháng 01 năm 2026", "quý III năm 2026", "6 tháng đầu năm 2026", "năm 2026". */
export function showPeriod(period: string): string {
  const parts = partsOf(period);
  if (!parts) return '';
  const { kind, year, part } = parts;
  const word = PERIOD_KINDS[kind].parts[part - 1];
  switch (kind) {
    case 'HALF':
      return `6 tháng ${word} ${year}`;
    case 'NINE_MONTHS':
      return `9 tháng đầu năm ${year}`;
    case 'YEAR':
      return `năm ${year}`;
    default:
      return `${word} năm ${year}`;
  }
}
