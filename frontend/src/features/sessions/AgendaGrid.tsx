import { Button } from 'antd';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { composing, ctrl } from '../../lib/keys';
import { KeyHint } from '../../ui/StatusTag';
import { changeRow, rowKey } from '../../ui/rows';
import { AgendaLine } from './AgendaLine';
import type { Line } from './queries';
import { errorsOf, hours, isBlankItem, moved, newItem, type ItemRow } from './sessionValues';
import { useOpenLine } from './useOpenLine';

interface Props {
  rows: ItemRow[];
  onChange: (rows: ItemRow[]) => void;
  errors: Record<string, string>;
  /** As typed: what the hours of the points are reckoned from. */
  start: string;
  /** The day of the session: posts stand as of it. */
  day: string;
  /** Conclusions are asked for once the session was held. */
  held: boolean;
  catalog: Line[];
  /** The period a paper drawn up anew begins with. */
  period: string;
  reason: string;
  onReason: (code: string) => void;
  readOnly: boolean;
}

/** The agenda, typed by keyboard alone: Enter goes to the next field and, behind the last line, opens a new one; Alt+↑ ↓ moves a line. */
export function AgendaGrid({
  rows,
  onChange,
  errors,
  start,
  day,
  held,
  catalog,
  period,
  reason,
  onReason,
  readOnly,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ key: string; cell: string } | null>(null);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
    const target = wanted.current;
    if (!target) return;
    wanted.current = null;
    box.current
      ?.querySelector<HTMLElement>(`[data-line="${target.key}"] [data-cell="${target.cell}"] :is(input, textarea)`)
      ?.focus();
  });
  const lines = useOpenLine(box, (key) => {
    wanted.current = { key, cell: 'title' };
  });
  const change = useCallback(
    (key: string, part: Partial<ItemRow>) =>
      onChange(latest.current.map((row) => (rowKey(row) === key ? changeRow(row, part) : row))),
    [onChange],
  );
  const remove = useCallback(
    (key: string) => onChange(latest.current.filter((row) => rowKey(row) !== key)),
    [onChange],
  );
  const shift = useCallback(
    (key: string, by: 1 | -1, cell = 'title') => {
      wanted.current = { key, cell };
      onChange(moved(latest.current, key, by));
    },
    [onChange],
  );
  const add = () => {
    const row = newItem();
    wanted.current = { key: rowKey(row), cell: 'title' };
    lines.open(rowKey(row));
    onChange([...rows, row]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented || readOnly) return;
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('[data-line]');
    const key = line?.dataset.line ?? '';
    if (ctrl(event, 'Enter')) add();
    else if (line && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      shift(
        key,
        event.key === 'ArrowDown' ? 1 : -1,
        target.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? 'title',
      );
    } else if (line && event.key === 'Enter' && target instanceof HTMLInputElement && !target.closest('.ant-select')) {
      const all = [...line.querySelectorAll<HTMLElement>('input:not([disabled]), .ant-select-input')];
      const following = all[all.indexOf(target) + 1];
      if (following) following.focus();
      else if (rows.length > 0 && rowKey(rows.at(-1)!) === key) add();
      else wantNext(rows, key);
    } else return;
    event.preventDefault();
  };
  const wantNext = (list: ItemRow[], key: string) => {
    const after = list[list.findIndex((row) => rowKey(row) === key) + 1];
    if (!after) return;
    wanted.current = { key: rowKey(after), cell: 'title' };
    lines.open(rowKey(after));
  };

  const at = hours(start, rows);
  const bad = errorsOf(errors, 'items', rows);
  const minutes = rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
  return (
    <div ref={box} className="cn-agenda" onKeyDown={onKeyDown} onFocus={lines.onFocus}>
      {rows.map((row, index) => (
        <AgendaLine
          key={rowKey(row)}
          row={row}
          number={index + 1}
          last={index === rows.length - 1}
          startsAt={at[index] ?? ''}
          day={day}
          held={held}
          catalog={catalog}
          period={period}
          reason={reason}
          onReason={onReason}
          readOnly={readOnly}
          open={!readOnly && (lines.isOpen(rowKey(row)) || isBlankItem(row) || bad.has(rowKey(row)))}
          errors={bad.get(rowKey(row)) ?? none}
          onChange={change}
          onRemove={remove}
          onShift={shift}
        />
      ))}
      <div className="cn-agenda-foot">
        {!readOnly && <Button onClick={add}>Thêm nội dung</Button>}
        <span role="status">
          {rows.length} nội dung, {minutes} phút
          {at.at(-1) !== '' && minutes > 0 && `; dự kiến kết thúc lúc ${at.at(-1)}`}
        </span>
        {!readOnly && (
          <span className="cn-soft cn-small">
            <KeyHint keys="Enter" /> ô sau · <KeyHint keys="Ctrl+Enter" /> thêm nội dung · <KeyHint keys="Alt+↑ ↓" />{' '}
            đổi thứ tự
          </span>
        )}
      </div>
    </div>
  );
}

const none: Record<string, string> = {};
