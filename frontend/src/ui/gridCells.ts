import { fold, nfc, sameName } from '../lib/text';
import type { Meant } from './candidates';
import type { Problem } from './ProblemBar';
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
  /** Headings of other sheets that mean this column, folded. */
  words?: string[];
  /** Records words may mean; then any text can be typed, and it stays until it is one of `options`. */
  meant?: (text: string, row: GridRow) => Meant | undefined;
  /** Width in rem. */
  width?: number;
  align?: 'left' | 'right';
  /** A sentence when the text cannot stand; it stays as typed and is shown as wrong. */
  check?: (text: string, row: GridRow) => string | undefined;
  total?: (rows: GridRow[]) => string;
  /** A text that stands in the row above as well is shown as "như trên": one sentence is said once, not once a row. */
  ditto?: boolean;
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
  const open = column.meant !== undefined;
  const options = column.options ?? [];
  if (open) return options.find((each) => each.value === typed)?.value ?? typed;
  return matchOptions(options, typed)[0]?.value ?? null;
}

/** What a pasted text means in a column: only what is certain is taken, anything else stays as it is. */
export function readPasted(column: GridColumn, text: string): string {
  if (column.kind !== 'choice' || column.meant) return readCell(column, text) ?? text;
  const near = matchOptions(column.options ?? [], text);
  const named = near.filter((each) => sameName(each.label, text));
  if (named.length === 1) return named[0]!.value;
  const same = near.filter((each) =>
    [each.code ?? '', each.value, each.label].some((name) => fold(name) === fold(text)),
  );
  const meant = same.length > 0 ? same : near;
  return text !== '' && meant.length === 1 ? meant[0]!.value : text;
}

/** Options that fit a text, best first: exact code, then label from its start, then anywhere; accents may be left out. */
export function matchOptions(options: GridOption[], typed: string): GridOption[] {
  const exact = nfc(typed).trim().toLowerCase();
  const plain = fold(exact);
  if (plain === '') return options;
  const score = (each: GridOption) => {
    if (each.code?.toLowerCase() === exact) return 0;
    if (each.value === typed || sameName(each.label, exact)) return 0;
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

/** What is read in a cell: "như trên", as the office writes it, where the row above says the same at length. */
export function shownText(column: GridColumn, row: GridRow, above: GridRow | undefined): string {
  const text = showCell(column, row);
  return column.ditto && text.length > 8 && above && showCell(column, above) === text ? 'như trên' : text;
}

export function canType(column: GridColumn | undefined, row: GridRow | undefined): boolean {
  return column !== undefined && row !== undefined && column.kind !== 'fixed' && !row.locked?.includes(column.key);
}

/** A choice whose text is none of its options: pasted, and kept until somebody says what it means. */
export function isUnclear(column: GridColumn, row: GridRow): boolean {
  const value = row.values[column.key] ?? '';
  return (
    column.kind === 'choice' &&
    value !== '' &&
    canType(column, row) &&
    !column.options?.some((each) => each.value === value)
  );
}

/** What the words of an unclear cell may mean. */
export function meantOf(column: GridColumn, row: GridRow): Meant | undefined {
  const text = row.values[column.key] ?? '';
  if (column.meant) return column.meant(text, row);
  const options = column.options ?? [];
  const near = matchOptions(options, text);
  return {
    sure: false,
    found: (near.length > 0 ? near : options)
      .slice(0, 9)
      .map((each) => ({ id: each.value, label: each.label, note: '', reason: '' })),
    tag: near.length === 0 ? 'chưa có' : `${near.length} mục`,
    said: `“${text}” không có trong danh sách của cột ${column.title}; hãy chọn.`,
  };
}

/** Why a cell cannot stay as it is; undefined when it can. */
export const cellProblem = (column: GridColumn, row: GridRow): string | undefined =>
  isUnclear(column, row)
    ? (meantOf(column, row)?.said ?? `“${row.values[column.key]}”: đang tìm…`)
    : canType(column, row)
      ? column.check?.(row.values[column.key] ?? '', row)
      : undefined;

/** Cells of a row that cannot stay as they are, by column. */
export const rowProblems = (columns: GridColumn[], row: GridRow): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap((each) => {
      const said = cellProblem(each, row);
      return said === undefined ? [] : [[each.key, said]];
    }),
  );

/** Every cell of a sheet that cannot stay as it is, by the number of its row on the screen. */
export const sheetProblems = (
  rows: GridRow[],
  columns: GridColumn[],
  wrong: (column: GridColumn, row: GridRow) => string | undefined,
): Problem[] =>
  rows.flatMap((row, nth) =>
    columns.flatMap((column) => {
      const said = wrong(column, row);
      return said ? [{ key: `${row.id}\n${column.key}`, row: nth + 1, column: column.title, said }] : [];
    }),
  );
