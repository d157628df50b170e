import { fold, nfc, showNumber } from '../lib/text';

/** A column a pasted block can fill. */
export interface PasteColumn {
  key: string;
  title: string;
  /** Other headings that mean it, folded: "ho va ten". The title itself needs no word. */
  words?: string[];
  /** Tells a column without heading by what stands in it; such a column is never filled by its place. */
  like?: (text: string) => boolean;
  /** Taken only under its own heading: the post beside a name. */
  named?: boolean;
}

export interface PasteRow {
  /** Texts by column; an empty cell is not there. */
  cells: Record<string, string>;
}

/** A block read for a sheet. Whatever is not taken is spoken of: nothing goes in silence. */
export interface ReadBlock {
  rows: PasteRow[];
  /** Key of each column of the block; '' = not taken. */
  columns: string[];
  /** Headings of the block, '' where it has none. */
  titles: string[];
  /** The lines behind the heading row that are not empty, as pasted. */
  body: string[][];
  /** Sentences: a heading row was recognised, a column has no place. */
  said: string[];
}

const HEAD_ROWS = 6;
const numbering = ['stt', 'tt', 'so tt', 'so thu tu', 'so', '#'];
const plain = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** A cell in one line, without the line breaks and runs of spaces a sheet may hold. */
export const cleanCell = (text: string) => nfc(text).replace(/\s+/g, ' ').trim();

type Titled = Pick<PasteColumn, 'key' | 'title' | 'words'>;

const headingOf = (columns: Titled[], text: string): string | null => {
  const said = plain(text);
  if (said === '') return null;
  const found = columns.find((each) => plain(each.title) === said || each.words?.includes(said));
  return found ? found.key : numbering.includes(said) ? '' : null;
};

/** The row of a block that names its columns; -1 when it has none. */
export function findHeading(block: string[][], columns: Titled[]): number {
  return block
    .slice(0, HEAD_ROWS)
    .findIndex(
      (line) =>
        line.filter((cell) => Boolean(headingOf(columns, cell))).length >= Math.min(2, Math.max(1, line.length)),
    );
}

/** The columns a heading row names, each once; '' = none of them. */
export function keysOf(titles: string[], columns: Titled[]): string[] {
  const keys = titles.map((each) => headingOf(columns, each) ?? '');
  return keys.map((key, at) => (key !== '' && keys.indexOf(key) === at ? key : ''));
}

/** Texts of one column that count on from row to row: "1, 2, 3". */
const counts = (texts: string[]) =>
  texts.length > 1 &&
  texts.every((text, at) => /^\d{1,4}\.?$/.test(text) && parseInt(text) === parseInt(texts[0]!) + at);

/**
 * Reads a block as it came from the clipboard: its heading row if it has one, else what stands in the columns, else their
 * order from `first` on.
 */
export function readPaste(block: string[][], columns: PasteColumn[], first: string): ReadBlock {
  const width = Math.max(0, ...block.map((line) => line.length));
  const head = findHeading(block, columns);
  const body = block.slice(head + 1).filter((line) => line.some((cell) => cell.trim() !== ''));
  const titles = Array.from({ length: width }, (_, at) => cleanCell(head < 0 ? '' : (block[head]![at] ?? '')));
  const once = head < 0 ? byContent(body, width, columns, first) : keysOf(titles, columns);
  const rows = body.map((line) => ({
    cells: Object.fromEntries(
      once.flatMap((key, at) => (key !== '' && cleanCell(line[at] ?? '') !== '' ? [[key, cleanCell(line[at]!)]] : [])),
    ),
  }));
  return { rows, columns: once, titles, body, said: speak(block, body, head, once, titles) };
}

function byContent(body: string[][], width: number, columns: PasteColumn[], first: string): string[] {
  const texts = Array.from({ length: width }, (_, at) => body.map((line) => cleanCell(line[at] ?? '')));
  const likes = texts.map((all) => {
    const filled = all.filter((text) => text !== '');
    return filled.length === 0 ? undefined : columns.find((each) => each.like && filled.every(each.like))?.key;
  });
  const order = columns.filter((each) => !each.like && !each.named).map((each) => each.key);
  let next = Math.max(0, order.indexOf(first));
  return texts.map((all, at) => {
    if (at === 0 && width > 1 && counts(all)) return '';
    return likes[at] ?? order[next++] ?? '';
  });
}

function speak(block: string[][], body: string[][], head: number, keys: string[], titles: string[]): string[] {
  const said: string[] = [];
  if (head >= 0) said.push('Đã nhận ra dòng tiêu đề, không tính là một dòng.');
  const above = block.slice(0, Math.max(head, 0)).flatMap((line) => line.map(cleanCell).filter(Boolean));
  if (above.length > 0) said.push(`Chữ phía trên tiêu đề không lấy: “${above.join(' · ')}”.`);
  keys.forEach((key, at) => {
    const filled = body.map((line) => cleanCell(line[at] ?? '')).filter(Boolean);
    if (key !== '' || filled.length === 0) return;
    if (numbering.includes(plain(titles[at]!)) || (at === 0 && titles[at] === '' && counts(filled))) {
      said.push('Cột số thứ tự không lấy.');
      return;
    }
    const name = titles[at] === '' ? `Cột thứ ${at + 1}` : `Cột “${titles[at]}”`;
    said.push(`${name} không có chỗ ở đây, ${showNumber(filled.length)} ô không lấy: ${list(filled)}.`);
  });
  return said;
}

const list = (texts: string[]) =>
  texts
    .slice(0, 3)
    .map((text) => `“${text}”`)
    .join(', ') + (texts.length > 3 ? '…' : '');
