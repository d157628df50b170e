import './table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { composing } from '../lib/keys';
import { showNumber } from '../lib/text';
import { EmptyState } from './EmptyState';
import { ErrorNotice } from './ErrorNotice';
import { sortRows, type Sort } from './sortRows';
import { useColumnWidths } from './useColumnWidths';

export interface Column<T> {
  key: string;
  title: string;
  /** What stands in the cell. */
  render: (row: T) => ReactNode;
  /** Width in rem, so that it follows the text size. Columns without one share what is left. */
  width?: number;
  /** Numbers stand right. */
  align?: 'left' | 'right' | 'center';
  /** Makes the heading a button that sorts by this value. Names: give the Go sort key or use `sortName`. */
  sortBy?: (row: T) => string | number;
  /** What stands under the column in the totals line. */
  total?: (rows: T[]) => ReactNode;
}

interface Props<T> {
  /** Said by screen readers: "Danh sách cán bộ". */
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Enter, or a double click, or a click on the row's first cell. */
  onOpen?: (row: T) => void;
  selected?: string | null;
  onSelect?: (key: string) => void;
  loading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  /** What is counted under the table: "cán bộ" gives "1.234 cán bộ". */
  counted: string;
  /** Count before filtering: "12 / 1.234 cán bộ". */
  of?: number;
  empty?: ReactNode;
  /** Buttons at the right of the count line: "Xuất Excel", "In". */
  footer?: ReactNode;
  /** Fills the height that is left (default), or grows with its rows ("content") inside a section. */
  fit?: 'fill' | 'content';
}

/** Up to this many rows all of them are in the page; above, only those on the screen. */
const ALL_ROWS = 150;

/** The list of a room: sticky heading, totals, count, keyboard ↑ ↓ PageUp PageDown Home End Enter, and 100,000 rows. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rowKey, onOpen, onSelect, fit = 'fill' } = props;
  const box = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const selected = props.selected === undefined ? own : props.selected;
  const rows = useMemo(() => sortRows(props.rows, columns, sort), [props.rows, columns, sort]);
  const active = Math.max(
    0,
    rows.findIndex((row) => rowKey(row) === selected),
  );
  const virtual = rows.length > ALL_ROWS;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => 2.5 * rem(),
    overscan: 12,
  });
  const shown = virtual ? virtualizer.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index);
  const before = virtual ? (virtualizer.getVirtualItems()[0]?.start ?? 0) : 0;
  const after = virtual ? virtualizer.getTotalSize() - (virtualizer.getVirtualItems().at(-1)?.end ?? 0) : 0;
  const focusNext = useRef(false);
  const widths = useColumnWidths(box, columns);

  const choose = useCallback(
    (index: number, focus: boolean) => {
      const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
      if (row === undefined) return;
      focusNext.current = focus;
      setOwn(rowKey(row));
      onSelect?.(rowKey(row));
      if (virtual) virtualizer.scrollToIndex(rows.indexOf(row));
    },
    [rows, rowKey, onSelect, virtual, virtualizer],
  );

  useEffect(() => {
    if (!focusNext.current || selected === null) return;
    const line = box.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(selected)}"]`);
    if (!line) return;
    focusNext.current = false;
    line.focus();
    if (!virtual) line.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent, index: number, row: T) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget)
      return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / (2.5 * rem())) - 2);
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) choose(target, true);
    else if (event.key === 'Enter') onOpen?.(row);
    else return;
    event.preventDefault();
  };

  const hasTotals = columns.some((each) => each.total) && rows.length > 0;
  return (
    <div className={`cn-table cn-table-${fit}`}>
      {props.error ? <ErrorNotice error={props.error} onRetry={props.onRetry} /> : null}
      <div className="cn-table-box" ref={box}>
        <table role="grid" aria-label={props.label} aria-rowcount={rows.length + 1} aria-busy={props.loading}>
          <colgroup>
            {widths.map((width, nth) => (
              <col key={columns[nth]!.key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((each) => (
                <Heading key={each.key} column={each} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} className="cn-table-gap" style={{ height: before }} />
              </tr>
            )}
            {shown.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const key = rowKey(row);
              const chosen = key === selected;
              return (
                <tr
                  key={key}
                  data-row-key={key}
                  data-index={index}
                  ref={virtual ? virtualizer.measureElement : undefined}
                  aria-rowindex={index + 2}
                  aria-selected={chosen}
                  tabIndex={index === active ? 0 : -1}
                  className={chosen ? 'cn-chosen' : undefined}
                  onClick={() => choose(index, false)}
                  onDoubleClick={() => onOpen?.(row)}
                  onKeyDown={(event) => onKeyDown(event, index, row)}
                >
                  {columns.map((each, nth) => (
                    <td key={each.key} className={alignClass(each.align)}>
                      {nth === 0 && onOpen ? (
                        <span className="cn-table-open" onClick={() => onOpen(row)}>
                          {each.render(row)}
                        </span>
                      ) : (
                        each.render(row)
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} className="cn-table-gap" style={{ height: after }} />
              </tr>
            )}
          </tbody>
          {hasTotals && (
            <tfoot>
              <tr>
                {columns.map((each) => (
                  <td key={each.key} className={alignClass(each.align)}>
                    {each.total?.(rows)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {rows.length === 0 &&
          !props.error &&
          (props.loading ? (
            <div className="cn-empty">
              <Spin /> Đang tải…
            </div>
          ) : (
            (props.empty ?? <EmptyState title={`Chưa có ${props.counted} nào`} />)
          ))}
      </div>
      <div className="cn-table-foot">
        <span role="status">
          {props.of !== undefined && props.of !== rows.length
            ? `${showNumber(rows.length)} / ${showNumber(props.of)}`
            : showNumber(rows.length)}{' '}
          {props.counted}
        </span>
        <span className="cn-row">{props.footer}</span>
      </div>
    </div>
  );
}

function Heading<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort: Sort | null;
  onSort: (next: Sort | null) => void;
}) {
  const mine = sort?.key === column.key ? sort : null;
  if (!column.sortBy)
    return (
      <th scope="col" className={alignClass(column.align)}>
        {column.title}
      </th>
    );
  const next = mine === null ? { key: column.key, down: false } : mine.down ? null : { key: column.key, down: true };
  return (
    <th
      scope="col"
      className={alignClass(column.align)}
      aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}
    >
      <button type="button" className="cn-table-sort" onClick={() => onSort(next)}>
        {column.title}
        {mine !== null &&
          (mine.down ? <CaretDownOutlined aria-hidden="true" /> : <CaretUpOutlined aria-hidden="true" />)}
      </button>
    </th>
  );
}

function alignClass(align: Column<unknown>['align']): string | undefined {
  return align === 'right' ? 'cn-num' : align === 'center' ? 'cn-centre' : undefined;
}

function rem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
