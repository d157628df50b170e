import { addDays, serial, weekStart } from '../lib/dates';

/** Monday is 0, Sunday 6: the week of the office begins on Monday. */
export function weekday(day: string): number {
  return serial(day) - serial(weekStart(day));
}

/** The six weeks shown for the month a day lies in, Monday first. */
export function monthSheet(day: string): string[][] {
  const start = weekStart(`${day.slice(0, 7)}-01`);
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, nth) => addDays(start, week * 7 + nth)));
}
