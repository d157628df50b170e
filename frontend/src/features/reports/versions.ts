import { show } from '../../lib/dates';
import type { ProfileVersion } from './queries';

/** From when a version of the form holds, as in a sentence. */
export const sinceWords = (from: string) => (from === '' ? 'từ trước đến nay' : `từ ngày ${show(from)}`);

/** The days a version holds for: "từ 27/05/2026", "đến 26/05/2026", "01/07/2025 – 26/05/2026". */
export function spanWords({ from, to }: ProfileVersion): string {
  if (from === '' && to === '') return 'Mọi ngày';
  if (from === '') return `Đến ${show(to)}`;
  return to === '' ? `Từ ${show(from)}` : `${show(from)} – ${show(to)}`;
}
