import { fromSerial, serial as toSerial } from './days';
import { newMoonBefore, newMoonDay, sunSign } from './lunarSky';

/** A day of the Vietnamese lunar calendar (UTC+7). The year is the solar year in which its Tết falls. */
export interface Lunar {
  day: number;
  month: number;
  year: number;
  /** In the leap month that follows the month of the same number. */
  leap: boolean;
}

/** Lunar years computed, as in Go's package dates. */
export const FIRST_LUNAR_YEAR = 1850;
export const LAST_LUNAR_YEAR = 2150;

interface Month {
  /** First day, counted from 1970-01-01. */
  start: number;
  month: number;
  leap: boolean;
}

interface Year {
  months: Month[];
  /** First day of the next year. */
  end: number;
}

const years = new Map<number, Year>();

function yearOf(year: number): Year | null {
  if (!(year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR)) return null;
  let found = years.get(year);
  if (!found) {
    found = compute(year);
    years.set(year, found);
  }
  return found;
}

/** Months 1–10 belong to the winter-to-winter year that holds Tết, 11 and 12 to the next one. */
function compute(year: number): Year {
  const next = winterYear(year + 1);
  const until = next.findIndex((each) => each.month < 11);
  return {
    months: [...winterYear(year).filter((each) => each.month <= 10), ...next.slice(0, until)],
    end: next[until]?.start ?? NaN,
  };
}

/**
 * The months from the 11th of year-1 (the month of the winter solstice) up to the next 11th. With thirteen of them, the
 * first in which the sun enters no new sign is leap.
 */
function winterYear(year: number): Month[] {
  const from = solsticeMonth(year - 1);
  const to = solsticeMonth(year);
  const months: Month[] = [];
  let needLeap = to - from === 13;
  let month = 10;
  for (let k = from; k < to; k++) {
    const start = newMoonDay(k);
    const leap = needLeap && k > from && sunSign(start) === sunSign(newMoonDay(k + 1));
    if (leap) needLeap = false;
    else month = (month % 12) + 1;
    months.push({ start, month, leap });
  }
  return months;
}

function solsticeMonth(year: number): number {
  let day = toSerial(`${year}-12-19`);
  while (sunSign(day + 1) < 9) day++;
  return newMoonBefore(day);
}

/** The lunar day of "2026-07-29"; null for none and outside the lunar years known. */
export function toLunar(day: string): Lunar | null {
  const serial = toSerial(day);
  if (Number.isNaN(serial)) return null;
  let number = Number(day.slice(0, 4));
  let year = yearOf(number);
  if (year?.months[0] && serial < year.months[0].start) year = yearOf(--number);
  if (!year || serial >= year.end) return null;
  const found = year.months.findLast((each) => each.start <= serial);
  return found ? { day: serial - found.start + 1, month: found.month, year: number, leap: found.leap } : null;
}

/** The solar day of a lunar day, or a sentence saying why there is none. */
export function fromLunar(lunar: Lunar): { day: string; problem?: undefined } | { day?: undefined; problem: string } {
  const year = yearOf(lunar.year);
  if (!year)
    return {
      problem: `Chỉ đổi được ngày âm lịch từ năm ${FIRST_LUNAR_YEAR} đến năm ${LAST_LUNAR_YEAR}; hãy kiểm tra lại năm.`,
    };
  const at = year.months.findIndex((each) => each.month === lunar.month && each.leap === lunar.leap);
  const found = year.months[at];
  if (!found) {
    if (!lunar.leap) return { problem: `Âm lịch không có tháng ${lunar.month}; hãy ghi tháng từ 1 đến 12.` };
    const leap = leapMonth(lunar.year);
    return {
      problem: `Năm ${lunar.year} âm lịch không có tháng ${lunar.month} nhuận; năm đó ${leap ? `nhuận tháng ${leap}` : 'không nhuận'}.`,
    };
  }
  const length = (year.months[at + 1]?.start ?? year.end) - found.start;
  if (lunar.day < 1 || lunar.day > length) {
    return {
      problem: `Tháng ${lunar.month}${lunar.leap ? ' nhuận' : ''} năm ${lunar.year} âm lịch chỉ có ${length} ngày; không có ngày ${lunar.day}.`,
    };
  }
  return { day: fromSerial(found.start + lunar.day - 1) };
}

/** Number of the month doubled in a lunar year, 0 when none is. */
export function leapMonth(year: number): number {
  return yearOf(year)?.months.find((each) => each.leap)?.month ?? 0;
}

/** First days of the months of a lunar year, in order; empty outside the years known. */
export function lunarMonthStarts(year: number): { day: string; lunar: Lunar }[] {
  return (yearOf(year)?.months ?? []).map(({ start, month, leap }) => ({
    day: fromSerial(start),
    lunar: { day: 1, month, year, leap },
  }));
}

/** "16/6 âl", in a leap month "16/6 nhuận âl"; '' for none. */
export function showLunar(lunar: Lunar | null): string {
  return lunar ? `${showLunarShort(lunar)} âl` : '';
}

/** "16/6", in a leap month "16/6 nhuận"; '' for none. */
export function showLunarShort(lunar: Lunar | null): string {
  return lunar ? `${lunar.day}/${lunar.month}${lunar.leap ? ' nhuận' : ''}` : '';
}
