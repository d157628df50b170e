import { NONE, showNumber } from '../../lib/text';

export { toneOf } from '../../ui/outcomes';

/** Letters that mean an outcome while typing into the grid. */
export const OUTCOME_CODES: Record<string, string> = {
  ATTENDED: 'Đ',
  EXCUSED: 'P',
  ABSENT: 'V',
  HELD: 'H',
  NOT_HELD: 'K',
  POSTPONED: 'O',
  SUSPENDED: 'T',
};

/** "24 / 26"; what nobody recorded is a dash, never 0. */
export function countWords(present: number | null | undefined, total: number | null | undefined): string {
  if (present == null && total == null) return NONE;
  return `${present == null ? NONE : showNumber(present)} / ${total == null ? NONE : showNumber(total)}`;
}
