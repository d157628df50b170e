import { fold } from '../../lib/text';
import type { Picked } from '../../pickers/SearchPicker';
import { changeRow } from '../../ui/rows';
import { rowAfter, type AnnexRow } from './annexRows';

/** Columns a block from a sheet can fill, in the order they stand. */
export const pasted = ['officer', 'target', 'duty'] as const;
export type Pasted = (typeof pasted)[number];

export interface Finders {
  officer: (text: string) => Promise<Picked[]>;
  target: (text: string, row: AnnexRow) => Promise<Picked[]>;
}

/** The only one of that name, accents included when that tells them apart; nobody when there are two: nothing is guessed. */
export function onlyOne(found: Picked[], text: string): Picked | null {
  const exact = found.filter((each) => each.name.toLowerCase() === text.toLowerCase());
  const same = exact.length > 0 ? exact : found.filter((each) => fold(each.name) === fold(text));
  return same.length === 1 ? same[0]! : null;
}

/** Puts a block into the rows from one cell on, adding rows as needed; gives what could not be placed. */
export async function pasteBlock(
  block: string[][],
  rows: AnnexRow[],
  at: number,
  column: Pasted,
  action: string,
  find: Finders,
): Promise<{ rows: AnnexRow[]; refused: string[] }> {
  const out = [...rows];
  const refused: string[] = [];
  const first = pasted.indexOf(column);
  for (const [down, cells] of block.entries()) {
    const index = at + down;
    let row = out[index] ?? rowAfter(out.at(-1), action, out.at(-1)?.kindId ?? '');
    for (const [right, cell] of cells.entries()) {
      const text = cell.normalize('NFC').trim();
      const name = pasted[first + right];
      if (text === '') continue;
      if (name === 'duty') row = changeRow(row, { duty: text });
      else if (name === 'officer' || name === 'target') {
        const one = onlyOne(name === 'officer' ? await find.officer(text) : await find.target(text, row), text);
        if (one) row = changeRow(row, { [name]: one });
        else refused.push(`dòng ${index + 1}: ${text}`);
      } else refused.push(`dòng ${index + 1}: ${text}`);
    }
    out[index] = row;
  }
  return { rows: out, refused };
}
