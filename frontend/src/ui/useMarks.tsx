import { Button } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { composing, ctrl } from '../lib/keys';
import { showNumber } from '../lib/text';
import type { Column } from './DataTable';

/** Rows of a list marked for one act: by Space on a row, Shift and an arrow from row to row, Ctrl+A for all of them. */
export function useMarks<T>(rows: T[], keyOf: (row: T) => string, nameOf: (row: T) => string) {
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const marked = rows.filter((row) => marks.has(keyOf(row)));
  const add = (...keys: (string | undefined)[]) =>
    setMarks((before) => new Set([...before, ...keys.filter((key) => key !== undefined)]));
  const toggle = (key: string) =>
    setMarks((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  // In the capture phase: the list itself moves on by the arrow.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const row = event.target;
    if (composing(event) || !(row instanceof HTMLTableRowElement) || row.dataset.rowKey === undefined) return;
    const beside =
      event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : '';
    if (event.key === ' ' && !event.shiftKey) toggle(row.dataset.rowKey);
    else if (ctrl(event, 'a')) add(...rows.map(keyOf));
    else if (event.shiftKey && beside !== '') {
      add(row.dataset.rowKey, (row[beside] as HTMLElement | null)?.dataset.rowKey);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const column: Column<T> = {
    key: 'mark',
    title: 'Chọn',
    kind: 'act',
    align: 'center',
    render: (row) => (
      <input
        type="checkbox"
        className="cn-tick"
        tabIndex={-1}
        checked={marks.has(keyOf(row))}
        aria-label={`Chọn ${nameOf(row)}`}
        onChange={() => toggle(keyOf(row))}
      />
    ),
  };
  return { marked, clear: () => setMarks(new Set()), onKeyDownCapture, column };
}

/** What can be done to the marked rows; nothing is drawn while none is marked. */
export function MarksBar({
  count,
  counted,
  onClear,
  children,
}: {
  count: number;
  counted: string;
  onClear: () => void;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <span className="cn-row" role="toolbar" aria-label={`Việc làm với ${counted} đã chọn`}>
      <span>
        Đã chọn <strong>{showNumber(count)}</strong> {counted}
      </span>
      {children}
      <Button onClick={onClear}>Bỏ chọn</Button>
    </span>
  );
}
