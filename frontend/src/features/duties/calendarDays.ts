import { addDays, addMonths, weekStart } from '../../lib/dates';
import { periodOf, periodSpan, type Span } from '../../lib/periods';

export type View = 'month' | 'week' | 'list';

/** The days a view shows: whole weeks around a month, one week, or the month itself. */
export function viewSpan(view: View, day: string): Span {
  if (view === 'week') return { from: weekStart(day), to: addDays(weekStart(day), 7) };
  const month = periodSpan(periodOf('MONTH', day)) ?? { from: day, to: addDays(day, 1) };
  if (view === 'list') return month;
  return { from: weekStart(month.from), to: addDays(weekStart(addDays(month.to, -1)), 7) };
}

/** The weeks of a month sheet, Monday first. */
export function weeksOf<T extends { day: string }>(days: T[]): T[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(7 * week, 7 * week + 7));
}

/** Where a key leads from a day; undefined for a key that means nothing on the sheet. */
export function dayAtKey(key: string, day: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return weekStart(day);
    case 'End':
      return addDays(weekStart(day), 6);
    default:
      return undefined;
  }
}

/** The step of "trước" and "sau": a week in the week, else a month. */
export const stepView = (view: View, day: string, by: number) =>
  view === 'week' ? addDays(day, 7 * by) : addMonths(day, by);
