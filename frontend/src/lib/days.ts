/** Days as text, "2026-07-29", and the arithmetic on them. No clock and no time zone of the machine takes part. */

const two = (n: number) => String(n).padStart(2, '0');
const MS_OF_DAY = 86_400_000;

/** Days since 1970-01-01; NaN for a text that is no day. */
export function serial(day: string): number {
  return valid(day) ? Date.parse(`${day}T00:00:00Z`) / MS_OF_DAY : NaN;
}

/** The day of a serial. */
export function fromSerial(count: number): string {
  return new Date(count * MS_OF_DAY).toISOString().slice(0, 10);
}

/** Tells whether a text is an existing day in the stored form. */
export function valid(day: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  return m !== null && exists(Number(m[1]), Number(m[2]), Number(m[3]));
}

/** Tells whether there is such a day. */
export function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days in a month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "2026-07-29" of its parts; the parts must make a day. */
export function dayOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Some days away, backwards when negative; '' for none. */
export function addDays(day: string, count: number): string {
  return valid(day) ? fromSerial(serial(day) + count) : '';
}

/** The same day some months away, or that month's last day when it is shorter. */
export function addMonths(day: string, count: number): string {
  if (!valid(day)) return '';
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return dayOf(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
}

/** 0 for Sunday … 6 for Saturday; NaN for none. Days before 1970 have negative serials. */
export function weekday(day: string): number {
  return (((serial(day) + 4) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function weekStart(day: string): string {
  return valid(day) ? addDays(day, -((weekday(day) + 6) % 7)) : '';
}
