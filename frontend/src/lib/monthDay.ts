import { parseTyped } from './dates';
import { dayOf, daysInMonth } from './days';

/** A day typed into a month's sheet: "5" is the fifth of that month, else any form a date has. '' for an empty cell. */
export function readMonthDay(text: string, month: string): { day?: string; problem?: string } {
  const plain = text.trim();
  if (plain === '') return { day: '' };
  const [year, number] = month.split('-').map(Number) as [number, number];
  if (/^\d{1,2}$/.test(plain)) {
    const day = Number(plain);
    return day >= 1 && day <= daysInMonth(year, number)
      ? { day: dayOf(year, number, day) }
      : { problem: `Tháng ${number}/${year} không có ngày ${plain}.` };
  }
  // "5/3" means that day of the sheet's year, not of the year one sits in.
  return parseTyped(plain, dayOf(year, number, 1));
}
