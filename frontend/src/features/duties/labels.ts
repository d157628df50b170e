import { addDays, show, weekdayShort } from '../../lib/dates';
import { showLunar, toLunar } from '../../lib/lunar';

/** The last day of a time whose end is stored as the first day after it; '' when it has no end. */
export const lastDay = (to: string) => (to === '' ? '' : addDays(to, -1));

/** The stored end of a time typed as its last day; '' when it has no end. */
export const dayAfter = (last: string) => (last === '' ? '' : addDays(last, 1));

/** "từ 01/01/2024 đến hết 30/06/2025". */
export const showTime = (from: string, to: string) =>
  `từ ${show(from)}${to === '' ? '' : ` đến hết ${show(lastDay(to))}`}`;

/** "T4 29/07/2026 (16/6 âl)": with both calendars, as a screen reader says a day of the sheet. */
export const dayName = (day: string) => `${weekdayShort(day)} ${show(day)} (${showLunar(toLunar(day))})`;

/** What Go says where a rule has no paper. */
export const NO_PAPER = 'mặc định, chưa có văn bản';
