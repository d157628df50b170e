import { fold, showNumber } from '../lib/text';
import { canType, readPasted, showCell, type Change, type GridColumn, type GridRow, type Spot } from './gridCells';
import { cleanCell, findHeading, keysOf } from './pasted';

export interface Placed {
  changes: Change[];
  /** What was done, and by name everything that has no place in the sheet. */
  said: string;
}

interface Sheet {
  rows: GridRow[];
  columns: GridColumn[];
  /** The id of a row behind the last, counted from 0; absent where a sheet has just its rows. */
  newRow?: (nth: number) => string;
}

const same = (text: string) => fold(cleanCell(text));

/**
 * The changes a pasted block makes. A single value fills the selection. A block goes by its heading row if it has one, and by
 * the names of the sheet's rows where it brings them along; else cell by cell from `from` on. A word that a column does not know stays as pasted.
 */
export function placeBlock(block: string[][], sheet: Sheet, from: Spot, to: Spot): Placed {
  const { rows, columns } = sheet;
  if (block.length === 1 && block[0]?.length === 1) return fill(block[0][0]!, rows, columns, from, to);
  const head = findHeading(block, columns);
  const body = block.slice(head + 1).filter((line) => line.some((cell) => cell.trim() !== ''));
  const named = columns.find((each) => each.kind === 'fixed')?.key ?? '';
  const keys = head >= 0 ? keysOf(block[head]!, columns) : byPlace(body, sheet, from, named);
  const nameAt = keys.indexOf(named);
  const changes: Change[] = [];
  const homeless: string[] = [];
  const refused = new Map<string, string[]>();
  body.forEach((line, down) => {
    const target = nameAt >= 0 && named !== '' ? byName(rows, named, line[nameAt] ?? '') : at(sheet, from.row + down);
    if (!target) {
      homeless.push(line.map(cleanCell).filter(Boolean).join(' · '));
      return;
    }
    line.forEach((cell, nth) => {
      const text = cleanCell(cell);
      const column = columns.find((each) => each.key === keys[nth]);
      if (text === '') return;
      if (!column || !canType(column, target)) {
        // The same text as already stands there (a copied name column) is no loss.
        if (nth === nameAt || (column && same(showCell(column, target)) === same(text))) return;
        const title = column?.title ?? (head >= 0 ? cleanCell(block[head]![nth] ?? '') : '');
        const name = title === '' ? `cột thứ ${nth + 1} của khối` : `cột “${title}”`;
        refused.set(name, [...(refused.get(name) ?? []), text]);
        return;
      }
      const value = readPasted(column, text);
      if (value !== (target.values[column.key] ?? '')) changes.push({ rowId: target.id, key: column.key, value });
    });
  });
  const said = [`Đã dán ${showNumber(body.length - homeless.length)} dòng, ${showNumber(changes.length)} ô.`];
  if (head >= 0) said.push('Đã nhận ra dòng tiêu đề.');
  if (nameAt >= 0) said.push(`Đã xếp theo tên ở cột “${columns[0]!.title}”.`);
  if (homeless.length > 0) said.push(`${showNumber(homeless.length)} dòng không có chỗ trong bảng: ${list(homeless)}.`);
  for (const [name, texts] of refused)
    said.push(`${showNumber(texts.length)} ô ở ${name} không nhập được ở đây: ${list(texts)}.`);
  return { changes, said: said.join(' ') };
}

function fill(text: string, rows: GridRow[], columns: GridColumn[], from: Spot, to: Spot): Placed {
  const changes = rows.slice(from.row, to.row + 1).flatMap((row) =>
    columns.slice(from.column, to.column + 1).flatMap((column) => {
      const value = readPasted(column, cleanCell(text));
      return canType(column, row) && value !== (row.values[column.key] ?? '')
        ? [{ rowId: row.id, key: column.key, value }]
        : [];
    }),
  );
  return { changes, said: `Đã dán ${showNumber(changes.length)} ô.` };
}

function at({ rows, newRow }: Sheet, index: number): GridRow | undefined {
  return rows[index] ?? (newRow ? { id: newRow(index - rows.length), name: '', values: {} } : undefined);
}

/** The one row a name means; undefined for none or several: nothing is guessed. */
function byName(rows: GridRow[], key: string, name: string): GridRow | undefined {
  const wanted = same(name);
  const found = rows.filter((row) =>
    [row.name, row.values[key] ?? '', `${row.name}, ${row.below?.[key] ?? ''}`].some((each) => same(each) === wanted),
  );
  return wanted !== '' && found.length === 1 ? found[0] : undefined;
}

/** Without headings: the sheet's columns from the cell on; a first column that holds the names of rows is that column. */
function byPlace(body: string[][], { rows, columns }: Sheet, from: Spot, named: string): string[] {
  const first = body.map((line) => line[0] ?? '');
  const names = named !== '' && first.every((text) => byName(rows, named, text) !== undefined);
  const rest = columns.slice(from.column).map((each) => each.key);
  return names ? [named, ...rest] : rest;
}

const list = (texts: string[]) =>
  texts
    .slice(0, 5)
    .map((text) => `“${text}”`)
    .join(', ') + (texts.length > 5 ? ` và ${texts.length - 5} nữa` : '');
