import { dayOf, exists, valid, weekday } from './days';
import { fromLunar, leapMonth, showLunar, toLunar } from './lunar';
import { fold } from './text';

export * from './days';

/**
 * Days as the office writes and types them; the twin of Go's package dates, tested on the same facts. A day is
 * "2026-07-29", '' is none. Nothing here looks at the machine's clock or time zone.
 */

/** What became of a typed text: the day, or a sentence that says what to write instead. */
export type Typed = { day: string; problem?: undefined } | { day?: undefined; problem: string };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const weekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/** "29/07/2026"; '' for none. */
export function show(day: string): string {
  return valid(day) ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : '';
}

/** "T2" … "T7", "CN"; '' for none. */
export function weekdayShort(day: string): string {
  return valid(day) ? (weekdays[weekday(day)] ?? '') : '';
}

/** With weekday and lunar day, where the lunar day matters: "T4 29/7/2026 (16/6 âl)"; '' for none. */
export function showWithWeekday(day: string): string {
  if (!valid(day)) return '';
  const lunar = showLunar(toLunar(day));
  return `${weekdayShort(day)} ${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}${lunar && ` (${lunar})`}`;
}

/** As in a document: "ngày 05 tháng 02 năm 2026"; months 1 and 2 take a leading zero, 3–9 do not. '' for none. */
export function showLong(day: string): string {
  return valid(day)
    ? `ngày ${day.slice(8)} tháng ${documentMonth(Number(day.slice(5, 7)))} năm ${Number(day.slice(0, 4))}`
    : '';
}

/** A month number in a document: 01, 02, then 3 … 12. */
export function documentMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}

const shownDate = /^(t[2-7]|cn),? ([^()]+?)(?: \(([^()]+)\))?$/;
const lunarMark = / ?\(?(?:am lich|al\b|a\.l\.?)\)?/;
const leapMark = / ?\(?nhuan\)?/;
const plainMark = / ?\(?thuong\)?/;
const forms = [
  /^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?$/,
  /^(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?:(?: ?[/.-] ?| )(\d{4}|\d{2}))?$/,
  /^(\d{2})(\d{2})(\d{4}|\d{2})$/,
];

/**
 * Reads a day as people type it, by the rules of Go's dates.ParseTyped: "5/3/26", "05032026", "5/3" (the year of today),
 * "16/6 âl", "16/6 nhuận", and what showWithWeekday writes. An empty text is the day ''. Nothing is guessed silently.
 */
export function parseTyped(text: string, today: string): Typed {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (folded === '') return { day: '' };
  const shown = shownDate.exec(folded);
  if (shown) return parseShown(shown, today);
  const lunar = lunarMark.test(folded);
  const leap = leapMark.test(folded);
  const plain = plainMark.test(folded);
  // A mark leaves a space, so that the digits around it do not run together.
  const rest = [lunarMark, leapMark, plainMark].reduce(
    (left, mark) => left.replace(mark, ' ').replace(/ +/g, ' ').trim(),
    folded,
  );
  if (!lunar && !leap && /^\d{4}-\d{2}-\d{2}$/.test(rest)) {
    return valid(rest)
      ? { day: rest }
      : { problem: `Ngày “${rest}” không hợp lệ; cần đúng dạng năm-tháng-ngày, ví dụ 2026-07-29.` };
  }
  if (/^\d{1,2}[/.-]\d{4}$/.test(rest))
    return { problem: `“${excerpt(text)}” thiếu ngày; hãy ghi đủ ngày/tháng/năm, ví dụ 5/${rest}.` };
  const m = forms.map((form) => form.exec(rest)).find((found) => found !== null);
  if (!m || (leap && plain) || (plain && !lunar)) {
    return { problem: `Không hiểu ngày “${excerpt(text)}”; hãy ghi như 5/3/2026, 5/3/26, 05032026 hoặc 16/6 âl.` };
  }
  const day = Number(m[1]);
  const month = Number(m[2]);
  const year = typedYear(m[3] ?? '', today, lunar || leap);
  if (typeof year === 'string') return { problem: year };
  if (lunar || leap) {
    if (!leap && !plain && month > 0 && month === leapMonth(year)) {
      return {
        problem: `Năm ${year} âm lịch có hai tháng ${month}; hãy ghi “${day}/${month}/${year} thường âl” hoặc “${day}/${month}/${year} nhuận âl”.`,
      };
    }
    return fromLunar({ day, month, year, leap });
  }
  if (month > 12)
    return { problem: `Không có tháng ${month}; hãy ghi ngày trước, tháng sau, ví dụ ${month}/${day}/${year}.` };
  return exists(year, month, day)
    ? { day: dayOf(year, month, day) }
    : { problem: `Không có ngày ${day}/${month}/${year}; hãy kiểm tra lại ngày và tháng.` };
}

/** The completed year, or a sentence. */
function typedYear(text: string, today: string, lunar: boolean): number | string {
  const now = Number(today.slice(0, 4));
  let year = Number(text);
  if (text === '') year = lunar ? (toLunar(today)?.year ?? 0) : now;
  else if (text.length === 2) {
    year += Math.floor(now / 100) * 100;
    if (year > now + 10) return `Không rõ “${text}” là năm ${year - 100} hay ${year}; hãy ghi đủ bốn chữ số của năm.`;
  }
  return year < FIRST_YEAR || year > LAST_YEAR
    ? `Năm ${year} ngoài khoảng ${FIRST_YEAR}–${LAST_YEAR}; hãy kiểm tra lại năm.`
    : year;
}

function parseShown(m: RegExpExecArray, today: string): Typed {
  const read = parseTyped(m[2] ?? '', today);
  if (!read.day) return read;
  const name = weekdayShort(read.day);
  if (name.toLowerCase() !== m[1])
    return {
      problem: `Ngày ${show(read.day)} là ${name}, không phải ${(m[1] ?? '').toUpperCase()}; hãy kiểm tra lại.`,
    };
  const lunar = showLunar(toLunar(read.day));
  if (m[3] !== undefined && fold(lunar) !== m[3] && fold(lunar.replace(' âl', '')) !== m[3]) {
    return { problem: `Ngày ${show(read.day)} là ${lunar}, không phải ${m[3]}; hãy kiểm tra lại.` };
  }
  return read;
}

function excerpt(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : letters.join('');
}
