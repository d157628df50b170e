import { nfc } from '../lib/text';
import type { Change, GridColumn, GridRow } from '../ui/Grid';
import { cleanCell, type PasteColumn, type ReadBlock } from '../ui/pasted';
import { meantDay, type Asked } from './matches';
import type { Meant } from '../ui/candidates';

/** A column of a paste sheet: how it is found in a block, and how its cells are read. */
export interface SheetColumn extends PasteColumn, Omit<GridColumn, 'key' | 'title' | 'words' | 'meant'> {
  /** The column holds records: what Go is asked about its words. */
  asked?: (text: string, values: Cells) => Asked;
  /** The column holds what the page itself can name the meanings of: a day. */
  here?: (text: string) => Meant;
}

/** A column of days: each is one day for certain, or is asked. */
export const dayColumn = (
  today: string,
  column: Omit<SheetColumn, 'kind' | 'here' | 'like'> & { like?: SheetColumn['like'] },
): SheetColumn => ({
  width: 8,
  like: (text) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text),
  ...column,
  kind: 'choice',
  here: (text) => meantDay(text, today),
});

export type Cells = Record<string, string>;

/** The rows of a block by what each of its columns is taken for ('' = not taken). */
export const rowsFrom = (read: ReadBlock, keys: string[]): Cells[] =>
  read.body.map((line) =>
    Object.fromEntries(keys.flatMap((key, at) => (key === '' ? [] : [[key, cleanCell(line[at] ?? '')]]))),
  );

/** The rows after one column of the block was taken for another: only these two columns change. */
export function retake(rows: Cells[], read: ReadBlock, at: number, from: string, to: string): Cells[] {
  return rows.map((row, nth) => {
    const line = read.body[nth];
    if (!line) return row;
    const next = { ...row };
    if (from !== '') next[from] = '';
    if (to !== '') next[to] = cleanCell(line[at] ?? '');
    return next;
  });
}

/** Takes changes in; a row behind the last is made by being typed into. */
export function changeRows(rows: Cells[], changes: Change[]): Cells[] {
  const next = rows.map((row) => ({ ...row }));
  for (const { rowId, key, value } of changes) {
    while (next.length <= Number(rowId)) next.push({});
    next[Number(rowId)]![key] = nfc(value);
  }
  return next;
}

export const isFilled = (row: Cells) => Object.values(row).some((text) => text.trim() !== '');

export const toGridRows = (rows: Cells[]): GridRow[] =>
  rows.map((values, nth) => ({ id: String(nth), name: `Dòng ${nth + 1}`, values }));

/** Sentences of Go, named "rows.<place among the rows sent>.<field>", at the cells of the sheet. */
export function errorsAt(
  fields: Record<string, string>,
  sent: number[],
  columns: SheetColumn[],
  fieldOf: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, said]) => {
      const [, place = '', ...field] = path.split('.');
      const row = sent[Number(place)];
      const name = field.join('.');
      const key = fieldOf[name] ?? (columns.some((each) => each.key === name) ? name : columns[0]!.key);
      return path.startsWith('rows.') && row !== undefined ? [[`${row}.${key}`, said]] : [];
    }),
  );
}
