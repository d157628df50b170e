import { useCallback, useRef, useState } from 'react';
import { canType, readBlock, readCell, type Change, type GridColumn, type GridRow, type Spot } from './gridCells';
import { placeBlock } from './gridPaste';

interface Options {
  columns: GridColumn[];
  rows: GridRow[];
  onChange: (changes: Change[]) => void;
  newRow?: (nth: number) => string;
}

/** Movement, selection, editing and undo of the month grid, apart from how it looks. */
export function useGrid({ columns, rows, onChange, newRow }: Options) {
  const firstColumn = Math.max(
    0,
    columns.findIndex((each) => each.kind !== 'fixed'),
  );
  const [at, setAt] = useState<Spot>({ row: 0, column: firstColumn });
  const [anchor, setAnchor] = useState<Spot>(at);
  /** Text being typed; null while only moving. */
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  /** What the last paste did; it stands as long as it can be taken back by one undo. */
  const [pasted, setPasted] = useState({ said: '', steps: 0 });
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
      const placed = placeBlock(readBlock(block), { rows, columns, newRow }, from, to);
      apply(placed.changes);
      setSaid('');
      setPasted({ said: placed.said, steps: placed.changes.length > 0 ? past.current.length : 0 });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rows, columns, newRow, from.row, from.column, to.row, to.column, apply],
  );
  /** Takes back everything since the last paste, the paste too. */
  const undoPaste = () => {
    const back: Change[] = [];
    while (past.current.length >= pasted.steps && pasted.steps > 0) {
      const changes = past.current.pop();
      if (!changes) break;
      back.push(...changes);
    }
    if (back.length > 0) future.current = [inverse(back)];
    onChange(back);
    setPasted({ said: 'Đã bỏ khối vừa dán; bảng như trước khi dán.', steps: 0 });
  };

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
    pasted: pasted.said,
    undoPaste: pasted.steps > 0 ? undoPaste : undefined,
    undo: () => {
      if (pasted.steps > 0 && past.current.length === pasted.steps) undoPaste();
      else step(past, future);
    },
    redo: () => step(future, past),
  };
}
