import { useCallback, useRef, useState } from 'react';
import {
  canType,
  placeBlock,
  readBlock,
  readCell,
  type Change,
  type GridColumn,
  type GridRow,
  type Spot,
} from './gridCells';

interface Options {
  columns: GridColumn[];
  rows: GridRow[];
  onChange: (changes: Change[]) => void;
}

/** Movement, selection, editing and undo of the month grid, apart from how it looks. */
export function useGrid({ columns, rows, onChange }: Options) {
  const firstColumn = Math.max(
    0,
    columns.findIndex((each) => each.kind !== 'fixed'),
  );
  const [at, setAt] = useState<Spot>({ row: 0, column: firstColumn });
  const [anchor, setAnchor] = useState<Spot>(at);
  /** Text being typed; null while only moving. */
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const past = useRef<Change[][]>([]);
  const future = useRef<Change[][]>([]);

  const from: Spot = { row: Math.min(at.row, anchor.row), column: Math.min(at.column, anchor.column) };
  const to: Spot = { row: Math.max(at.row, anchor.row), column: Math.max(at.column, anchor.column) };
  const row = rows[at.row];
  const column = columns[at.column];

  const inverse = useCallback(
    (changes: Change[]) =>
      changes.map((each) => ({ ...each, value: rows.find((one) => one.id === each.rowId)?.values[each.key] ?? '' })),
    [rows],
  );
  const apply = useCallback(
    (changes: Change[]) => {
      if (changes.length === 0) return;
      past.current.push(inverse(changes));
      future.current = [];
      onChange(changes);
    },
    [inverse, onChange],
  );

  const step = useCallback(
    (source: typeof past, target: typeof past) => {
      const changes = source.current.pop();
      if (!changes) return;
      target.current.push(inverse(changes));
      onChange(changes);
    },
    [inverse, onChange],
  );

  const go = useCallback(
    (next: Spot, extend = false) => {
      const spot = {
        row: Math.min(Math.max(next.row, 0), rows.length - 1),
        column: Math.min(Math.max(next.column, firstColumn), columns.length - 1),
      };
      setAt(spot);
      if (!extend) setAnchor(spot);
    },
    [rows.length, columns.length, firstColumn],
  );

  /** Takes what was typed into the cell. False when it fits no choice: then it stays in the cell for correcting. */
  const value = text === null || !row || !column ? '' : readCell(column, text);
  const unread =
    value === null ? `“${text?.trim()}” không có trong danh sách của cột ${column?.title}. Gõ lại hoặc nhấn Esc.` : '';
  const commit = useCallback((): boolean => {
    if (text === null) return true;
    if (!row || !column) return true;
    if (value === null) {
      setSaid(unread);
      return false;
    }
    if (value !== (row.values[column.key] ?? '')) apply([{ rowId: row.id, key: column.key, value }]);
    setText(null);
    setSaid('');
    return true;
  }, [text, value, unread, row, column, apply]);

  const fillDown = useCallback(() => {
    const changes: Change[] = [];
    const top = from.row === to.row ? from.row - 1 : from.row;
    for (let c = from.column; c <= to.column; c++) {
      const source = columns[c];
      const value = source && rows[top]?.values[source.key];
      if (!source || value === undefined) continue;
      for (let r = top + 1; r <= to.row; r++) {
        const target = rows[r];
        if (target && canType(source, target) && (target.values[source.key] ?? '') !== value)
          changes.push({ rowId: target.id, key: source.key, value });
      }
    }
    apply(changes);
  }, [from.row, from.column, to.row, to.column, columns, rows, apply]);

  const clear = useCallback(() => {
    const changes: Change[] = [];
    for (let r = from.row; r <= to.row; r++) {
      for (let c = from.column; c <= to.column; c++) {
        const target = rows[r];
        const source = columns[c];
        if (target && source && canType(source, target) && (target.values[source.key] ?? '') !== '')
          changes.push({ rowId: target.id, key: source.key, value: '' });
      }
    }
    apply(changes);
  }, [from.row, from.column, to.row, to.column, columns, rows, apply]);

  const paste = useCallback(
    (block: string) => {
      const { changes, refused } = placeBlock(readBlock(block), rows, columns, from, to);
      apply(changes);
      setSaid(
        refused.length === 0
          ? `Đã dán ${changes.length} ô.`
          : `Đã dán ${changes.length} ô; ${refused.length} ô không dán được: ${refused.slice(0, 3).join(', ')}${refused.length > 3 ? '…' : ''}.`,
      );
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rows, columns, from.row, from.column, to.row, to.column, apply],
  );

  return {
    at,
    from,
    to,
    row,
    column,
    text,
    said,
    unread,
    go,
    commit,
    fillDown,
    clear,
    paste,
    setText,
    typeable: canType(column, row),
    choose: (value: string) => {
      if (row && column) apply([{ rowId: row.id, key: column.key, value }]);
      setText(null);
      setSaid('');
    },
    cancel: () => {
      setText(null);
      setSaid('');
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
  };
}
