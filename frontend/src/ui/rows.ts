const identities = new WeakMap<object, string>();
let given = 0;

/**
 * What tells one row of a form from another, whatever stands in it and wherever it stands: the React key. It belongs to the
 * row while the program runs and is kept nowhere, so that rows of a draft simply get new ones.
 */
export function rowKey(row: object): string {
  let key = identities.get(row);
  if (key === undefined) {
    key = `row${++given}`;
    identities.set(row, key);
  }
  return key;
}

/** `next` is the same row as `row`, with other content: after an edit, or as it came back from a save. */
export function sameRow<T extends object>(row: object, next: T): T {
  identities.set(next, rowKey(row));
  return next;
}

/** The row with a part of it changed. */
export const changeRow = <T extends object>(row: T, part: Partial<T>): T => sameRow(row, { ...row, ...part });

/** A row as it is drawn, and what can be done to it. */
export interface EditedRow<T> {
  key: string;
  row: T;
  /** Its place, for its number on the screen and for Go's messages; never for its identity. */
  index: number;
  change: (part: Partial<T>) => void;
  remove: () => void;
}

/** The rows of a list that can grow and shrink. A new row is always a new object: `{ ...blank }`. */
export function editRows<T extends object>(rows: T[], onChange: (rows: T[]) => void): EditedRow<T>[] {
  return rows.map((row, index) => ({
    key: rowKey(row),
    row,
    index,
    change: (part) => onChange(rows.map((each) => (each === row ? changeRow(row, part) : each))),
    remove: () => onChange(rows.filter((each) => each !== row)),
  }));
}
