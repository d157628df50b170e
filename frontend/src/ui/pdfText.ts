import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { fold } from '../lib/text';

/** The text of a page, accents folded, with where its pieces stand. */
export interface PageText {
  page: number;
  folded: string;
  /** Pieces in the order of reading; a piece begins at `from` in the folded text. Boxes are parts of the page, 0 to 1. */
  pieces: { from: number; length: number; box: Box }[];
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place where a text was found: one box for each line it stands on. */
export interface Hit {
  page: number;
  boxes: Box[];
}

/** Reads the text of a page of so many points. */
export function textOf(
  page: number,
  size: { width: number; height: number },
  content: Pick<TextContent, 'items'>,
): PageText {
  let folded = '';
  const pieces: PageText['pieces'] = [];
  const add = (text: string) => {
    // Only one space between words, also where a piece ends and the next begins with one.
    folded += folded.endsWith(' ') ? text.replace(/^ +/, '') : text;
  };
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const from = folded.length;
    add(fold(item.str).replace(/\s+/g, ' '));
    const [, , , , x = 0, y = 0] = item.transform as number[];
    if (folded.length > from && item.str.trim() !== '') {
      pieces.push({
        from,
        length: folded.length - from,
        box: {
          left: x / size.width,
          top: (size.height - y - item.height * 0.85) / size.height,
          width: item.width / size.width,
          height: (item.height * 1.1) / size.height,
        },
      });
    }
    if (item.hasEOL) add(' ');
  }
  return { page, folded, pieces };
}

/** Every place where a text stands, accents ignored, in the order of reading. */
export function hitsIn(texts: PageText[], wanted: string): Hit[] {
  const plain = fold(wanted).trim().replace(/\s+/g, ' ');
  if (plain === '') return [];
  const hits: Hit[] = [];
  for (const { page, folded, pieces } of texts) {
    for (let at = folded.indexOf(plain); at >= 0; at = folded.indexOf(plain, at + plain.length)) {
      hits.push({ page, boxes: boxesOf(pieces, at, at + plain.length) });
    }
  }
  return hits;
}

/** The parts of the pieces between two places of the text. Letters are taken to be of one width: near enough to mark a word. */
function boxesOf(pieces: PageText['pieces'], start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (const { from, length, box } of pieces) {
    const first = Math.max(start, from);
    const last = Math.min(end, from + length);
    if (first >= last) continue;
    boxes.push({
      ...box,
      left: box.left + (box.width * (first - from)) / length,
      width: (box.width * (last - first)) / length,
    });
  }
  return boxes;
}
