import { addDays, show } from '../../lib/dates';
import type { Tone } from '../../ui/StatusTag';

/** The last day of a time whose end is stored as the first day after it; '' when it has no end. */
export const lastDay = (to: string) => (to === '' ? '' : addDays(to, -1));

/** The stored end of a time typed as its last day; '' when it has no end. */
export const dayAfter = (last: string) => (last === '' ? '' : addDays(last, 1));

export const states: Record<string, { tone: Tone; word: string }> = {
  du_thao: { tone: 'warn', word: 'Dự thảo' },
  ban_hanh: { tone: 'good', word: 'Đã ban hành' },
};

/** How an assignment stands on the day shown. */
export function standing(row: { current: boolean; future: boolean; targetClosed: boolean }): {
  tone: Tone;
  word: string;
} {
  if (row.future) return { tone: 'info', word: 'Chưa đến ngày' };
  if (!row.current) return { tone: 'none', word: 'Đã kết thúc' };
  return row.targetClosed ? { tone: 'bad', word: 'Đơn vị đã kết thúc' } : { tone: 'good', word: 'Đang hiệu lực' };
}

/** "từ 01/01/2024 đến 30/06/2025". */
export function showTime(from: string, to: string): string {
  return `từ ${show(from)}${to === '' ? '' : ` đến ${show(lastDay(to))}`}`;
}

/** "118/120 (98,3 %)": a share never stands without its denominator. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.floor((part / whole) * 1000) / 10;
  return `${part.toLocaleString('vi-VN')}/${whole.toLocaleString('vi-VN')} (${percent.toLocaleString('vi-VN')} %)`;
}
