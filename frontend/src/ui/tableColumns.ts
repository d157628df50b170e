import type { ReactNode } from 'react';

/**
 * What a column holds. Days, numbers, symbols of papers, phone numbers, states and buttons are never broken or cut: their
 * column is as wide as the widest of them. Names and texts share the rest; a name is cut in the middle, a text at its end.
 */
export type ColumnKind = 'day' | 'number' | 'symbol' | 'phone' | 'status' | 'act' | 'name' | 'text';

export interface Column<T> {
  key: string;
  title: string;
  kind: ColumnKind;
  /** What stands in the cell. A second line is a `<Second>`. */
  render: (row: T) => ReactNode;
  /** The cell in an exported sheet, where it is drawn by a component and its words cannot be read from it. */
  text?: (row: T) => string | number | null;
  /** Share of the room that is left among names and texts; also the least width of the others before there are rows. In rem. */
  width?: number;
  /** Numbers stand right, everything else left. */
  align?: 'left' | 'right' | 'center';
  /** Makes the heading a button that sorts by this value. Names: give the Go sort key or use `sortName`. */
  sortBy?: (row: T) => string | number;
  /** What stands under the column in the totals line. */
  total?: (rows: T[]) => ReactNode;
  /** Not shown until the person chooses it under "Hiển thị". */
  hidden?: boolean;
}

/** The rank in which columns go when the window is narrow or the text large: the last first. The first column never goes. */
const KEPT_LONGEST: ColumnKind[][] = [['act', 'status'], ['day'], ['name', 'text'], ['symbol', 'number', 'phone']];

/** Kinds that shrink; all others are as wide as what they hold. */
export const shrinks = (kind: ColumnKind): boolean => kind === 'name' || kind === 'text';

/** Rem a shrinking column needs at least to be read; the first one, which says what the row is, more. */
const LEAST = 8;
const LEAST_FIRST = 12;
/** Rem a heading may widen a column whose cells are narrow; a longer heading breaks between words. */
const HEADING = 5.5;
/** Rem of one letter of a heading, and of the space at both sides of a cell. */
const LETTER = 0.56;
const PADDING = 1.125;

type Headed = Pick<Column<never>, 'key' | 'title' | 'kind' | 'width'>;

/** Width in rem that a heading needs; tight, that of a number breaks between words to keep to the width of its column. */
function headingWidth({ title, kind, width }: Headed, tight: boolean): number {
  const word = Math.max(...title.split(' ').map((each) => each.length)) * LETTER;
  const most = tight && kind === 'number' && width !== undefined ? Math.min(HEADING, width - PADDING) : HEADING;
  return Math.max(word, Math.min(title.length * LETTER, most)) + PADDING;
}

export interface TableLayout {
  /** Places of the columns in the table, and of those folded into the chosen row. */
  shown: number[];
  folded: number[];
  /** Widths of the shown ones, in rem; undefined where the table may choose. */
  widths: (number | undefined)[];
}

/**
 * What of a table fits into `room` rem: `natural` gives the rem the widest cell of a column takes, where known. Headings stand
 * in more lines only where that keeps every column in sight.
 */
export function layOut(columns: readonly Headed[], natural: ReadonlyMap<string, number>, room: number): TableLayout {
  const easy = layOutWith(columns, natural, room, false);
  if (easy.folded.length === 0) return easy;
  const tight = layOutWith(columns, natural, room, true);
  return tight.folded.length === 0 ? tight : easy;
}

function layOutWith(
  columns: readonly Headed[],
  natural: ReadonlyMap<string, number>,
  room: number,
  tight: boolean,
): TableLayout {
  const first = columns.findIndex((each) => shrinks(each.kind));
  const least = columns.map((each, at) =>
    shrinks(each.kind)
      ? Math.min(
          at === first ? LEAST_FIRST : LEAST,
          Math.max(natural.get(each.key) ?? LEAST, headingWidth(each, tight)),
        )
      : Math.max(natural.get(each.key) ?? Math.min(each.width ?? 5, 8), headingWidth(each, tight)),
  );
  const gone = new Set<number>();
  const needed = () => least.reduce((sum, each, at) => (gone.has(at) ? sum : sum + each), 0);
  while (needed() > room && gone.size < columns.length - 1) {
    const rank = (at: number) => KEPT_LONGEST.findIndex((each) => each.includes(columns[at]!.kind)) * 100 + at;
    const rest = columns.map((_, at) => at).filter((at) => at > 0 && !gone.has(at) && columns[at]!.kind !== 'act');
    if (rest.length === 0) break;
    gone.add(rest.reduce((worst, at) => (rank(at) > rank(worst) ? at : worst)));
  }
  const shown = columns.map((_, at) => at).filter((at) => !gone.has(at));
  return {
    shown,
    folded: [...gone].sort((a, b) => a - b),
    widths: shareRoom(shown, columns, least, natural, room),
  };
}

/** Gives every shown column its width: what never breaks as much as it needs, the others by what they hold. */
function shareRoom(
  shown: number[],
  columns: readonly Pick<Column<never>, 'key' | 'kind' | 'width'>[],
  least: number[],
  natural: ReadonlyMap<string, number>,
  room: number,
): (number | undefined)[] {
  const soft = shown.filter((at) => shrinks(columns[at]!.kind));
  const widths = new Map(shown.map((at) => [at, least[at]!]));
  if (!Number.isFinite(room)) return shown.map((at) => (soft.includes(at) ? undefined : widths.get(at)));
  let left = room - shown.filter((at) => !soft.includes(at)).reduce((sum, at) => sum + least[at]!, 0);
  if (soft.length === 0) return shown.map((at) => (widths.get(at)! / (room - left)) * room);
  // Whoever needs less than a fair share takes only that; the others share what is left by their weights.
  let open = soft;
  for (;;) {
    const weights = open.reduce((sum, at) => sum + (columns[at]!.width ?? 14), 0);
    const fair = (at: number) => ((columns[at]!.width ?? 14) / weights) * left;
    const small = open.filter((at) => (natural.get(columns[at]!.key) ?? Infinity) < fair(at));
    if (small.length === 0 || small.length === open.length) {
      const whole = small.length === 0 ? 0 : open.reduce((sum, at) => sum + natural.get(columns[at]!.key)!, 0);
      const spare = left - whole;
      for (const at of open)
        widths.set(
          at,
          small.length === 0
            ? fair(at)
            : natural.get(columns[at]!.key)! + ((columns[at]!.width ?? 14) / weights) * spare,
        );
      return shown.map((at) => widths.get(at));
    }
    for (const at of small) {
      const mine = Math.max(natural.get(columns[at]!.key)!, least[at]!);
      widths.set(at, mine);
      left -= mine;
    }
    open = open.filter((at) => !small.includes(at));
  }
}
