import { fold, nfc } from '../lib/text';
import type { Tone } from './StatusTag';

export interface GridOption {
  value: string;
  label: string;
  /** Short letter or word that means it while typing: "Đ". */
  code?: string;
  tone?: Tone;
}

export interface GridColumn {
  key: string;
  title: string;
  /** fixed: shown, never typed into. choice: one of `options`. */
  kind: 'fixed' | 'text' | 'number' | 'choice';
  options?: GridOption[];
  /** Width in rem. */
  width?: number;
  align?: 'left' | 'right';
  /** A sentence when the text cannot stand; it stays as typed and is shown as wrong. */
  check?: (text: string, row: GridRow) => string | undefined;
  total?: (rows: GridRow[]) => string;
}

/** Every cell is text as typed (a choice: its value); the room turns it into numbers and days when saving. */
export interface GridRow {
  id: string;
  /** Said by screen readers and by errors: the unit. */
  name: string;
  values: Record<string, string>;
  /** Keys of cells that cannot be typed into in this row. */
  locked?: string[];
  /** A small second line by column, to tell equal names apart; not part of the value. */
  below?: Record<string, string>;
}

export interface Change {
  rowId: string;
  key: string;
  value: string;
}

export interface Spot {
  row: number;
  column: number;
}

/** What a typed text means in a column: the option's value for a choice, else the text. Null when no option fits. */
export function readCell(column: GridColumn, text: string): string | null {
  const typed = nfc(text).trim();
  if (column.kind !== 'choice' || typed === '') return typed;
  return matchOptions(column.options ?? [], typed)[0]?.value ?? null;
}

/** Options that fit a text, best first: exact code, then label from its start, then anywhere; accents may be left out. */
export function matchOptions(options: GridOption[], typed: string): GridOption[] {
  const exact = nfc(typed).trim().toLowerCase();
  const plain = fold(exact);
  if (plain === '') return options;
  const score = (each: GridOption) => {
    if (each.code?.toLowerCase() === exact) return 0;
    if (each.value === typed || each.label.toLowerCase() === exact) return 0;
    if (each.code !== undefined && fold(each.code) === plain) return 1;
    if (fold(each.label).startsWith(plain)) return 2;
    return fold(each.label).includes(plain) ? 3 : -1;
  };
  return options
    .map((each) => ({ each, rank: score(each) }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.each);
}

/** A block as Excel puts it on the clipboard: tabs, line ends, cells with line breaks or quotes in quotation marks. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++;
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** A block for the clipboard; the text of a choice is its label. */
export function writeBlock(rows: GridRow[], columns: GridColumn[], from: Spot, to: Spot): string {
  const quote = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows
    .slice(from.row, to.row + 1)
    .map((row) =>
      columns
        .slice(from.column, to.column + 1)
        .map((each) => quote(showCell(each, row)))
        .join('\t'),
    )
    .join('\r\n');
}

/** What stands in a cell. */
export function showCell(column: GridColumn, row: GridRow): string {
  const value = row.values[column.key] ?? '';
  if (column.kind !== 'choice') return value;
  return column.options?.find((each) => each.value === value)?.label ?? value;
}

export function canType(column: GridColumn | undefined, row: GridRow | undefined): boolean {
  return column !== undefined && row !== undefined && column.kind !== 'fixed' && !row.locked?.includes(column.key);
}

/** The changes a pasted block makes from a cell on, and the texts that fitted nowhere. A single value fills the whole selection. */
export function placeBlock(
  block: string[][],
  rows: GridRow[],
  columns: GridColumn[],
  from: Spot,
  to: Spot,
): { changes: Change[]; refused: string[] } {
  const changes: Change[] = [];
  const refused: string[] = [];
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? to.row - from.row + 1 : block.length;
  const width = single ? to.column - from.column + 1 : Math.max(0, ...block.map((line) => line.length));
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const text = single ? block[0]![0]! : block[r]?.[c];
      const row = rows[from.row + r];
      const column = columns[from.column + c];
      if (text === undefined) continue;
      if (!row || !column || !canType(column, row)) {
        // The same text as already stands there (a copied name column) is no loss.
        if (text.trim() !== '' && !(row && column && showCell(column, row) === nfc(text).trim()))
          refused.push(text.trim());
        continue;
      }
      const value = readCell(column, text);
      if (value === null) refused.push(text.trim());
      else if (value !== (row.values[column.key] ?? '')) changes.push({ rowId: row.id, key: column.key, value });
    }
  }
  return { changes, refused };
}
