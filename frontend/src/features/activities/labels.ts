import { show, weekdayShort } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import type { Tone } from '../../ui/StatusTag';

/** Colour and icon of an outcome; its word comes from Go, which has the one table of words. */
export function toneOf(outcome: string): Tone {
  switch (outcome) {
    case 'ATTENDED': case 'SUBSTITUTED': case 'HELD': return 'good';
    case 'EXCUSED': case 'POSTPONED': return 'warn';
    case 'ABSENT': return 'bad';
    case 'NOT_HELD': case 'SUSPENDED': case 'TO_COME': return 'info';
    default: return 'none';
  }
}

/** Letters that mean an outcome while typing into the grid. */
export const OUTCOME_CODES: Record<string, string> = { ATTENDED: 'Đ', EXCUSED: 'P', ABSENT: 'V', HELD: 'H', NOT_HELD: 'K', POSTPONED: 'O', SUSPENDED: 'T' };

/** "T5 05/11/2026". */
export const dayWords = (day: string) => `${weekdayShort(day)} ${show(day)}`;

/** "24 / 26"; what nobody recorded is a dash, never 0. */
export function countWords(present: number | null | undefined, total: number | null | undefined): string {
  if (present == null && total == null) return NONE;
  return `${present == null ? NONE : showNumber(present)} / ${total == null ? NONE : showNumber(total)}`;
}
