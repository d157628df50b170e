import './table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Spin } from 'antd';
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { composing } from '../lib/keys';
import { showNumber } from '../lib/text';
import { EmptyState } from './EmptyState';
import { ErrorNotice } from './ErrorNotice';
import { onScreen, useListOutputs, type ListPaper } from './listPaper';
import { differAtEnd, Name } from './Name';
import { useKeptState } from './sessionState';
import { sortRows, type Sort } from './sortRows';
import type { Column } from './tableColumns';
import { alignClass, TableHeading } from './TableHeading';
import { TableView, useTableView } from './TableView';
import { useTableLayout } from './useTableLayout';

export type { Column } from './tableColumns';

interface Props<T> {
  /** Said by screen readers: "Danh sách cán bộ". */
  label: string;
  /** Under which order, columns and density of the list are remembered; its label, where that never changes. */
  name?: string;
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
  /** How the numbers are reckoned and the like; stands under the last row and scrolls with it. */
  note?: ReactNode;
  /** Buttons at the right of the count line; "Xuất Excel" and "In danh sách" stand there by themselves. */
  footer?: ReactNode;
  /** How the list goes to Excel and to the printer, by its label where not said; null: a part of a record, which goes out as a whole. */
  paper?: ListPaper<T> | null;
  /** Fills the height that is left (default), or grows with its rows ("content") inside a section. */
  fit?: 'fill' | 'content';
}

/** Up to this many rows all of them are in the page; above, only those on the screen. */
const ALL_ROWS = 150;
/** Height of a row in rem: one line, or as many as it has. Also what the heading and the totals cover. */
const COMPACT = 2.125;
const ROOMY = 2.5;

/**
 * The list of a room: one line a row, the rest of a record on the chosen row; sticky heading, totals, count, keyboard
 * ↑ ↓ PageUp PageDown Home End Enter, and 100,000 rows. Columns that find no room fold into the chosen row.
 */
export function DataTable<T>(props: Props<T>) {
  const { rowKey, onOpen, onSelect, fit = 'fill', name = props.label } = props;
  const box = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useKeptState<Sort | null>(`list.${name}.sort`, null);
  const view = useTableView(name, props.columns);
  const columns = view.columns;
  const [own, setOwn] = useState<string | null>(null);
  const selected = props.selected === undefined ? own : props.selected;
  const rows = useMemo(() => sortRows(props.rows, props.columns, sort), [props.rows, props.columns, sort]);
  const active = Math.max(
    0,
    rows.findIndex((row) => rowKey(row) === selected),
  );
  const virtual = rows.length > ALL_ROWS;
  const rowHeight = (view.compact ? COMPACT : ROOMY) * rem();
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  });
  const shown = virtual ? virtualizer.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index);
  const before = virtual ? (virtualizer.getVirtualItems()[0]?.start ?? 0) : 0;
  const after = virtual ? virtualizer.getTotalSize() - (virtualizer.getVirtualItems().at(-1)?.end ?? 0) : 0;
  const focusNext = useRef(false);
  const chosenHere = useRef(selected);
  const layout = useTableLayout(box, columns, rows, { wraps: !view.compact, grows: virtual });
  const shownColumns = layout.shown.map((at) => columns[at]!);
  const folded = layout.folded.map((at) => columns[at]!);

  // Names that would look the same when cut at their end are cut in the middle.
  const inMiddle = useMemo(
    () =>
      new Set(
        columns
          .filter((each) => each.kind === 'name')
          .filter((each) => {
            const said = rows.slice(0, ALL_ROWS).map(each.render);
            return differAtEnd(said.filter((one) => typeof one === 'string'));
          })
          .map((each) => each.key),
      ),
    [columns, rows],
  );
  const cellOf = (column: Column<T>, row: T) => {
    const said = column.render(row);
    return inMiddle.has(column.key) && typeof said === 'string' ? <Name>{said}</Name> : said;
  };

  const choose = useCallback(
    (index: number, focus: boolean) => {
      const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
      if (row === undefined) return;
      focusNext.current = focus;
      setOwn(rowKey(row));
      chosenHere.current = rowKey(row);
      onSelect?.(rowKey(row));
      if (virtual) virtualizer.scrollToIndex(rows.indexOf(row));
    },
    [rows, rowKey, onSelect, virtual, virtualizer],
  );

  useEffect(() => {
    if (!focusNext.current || selected === null) return;
    if (focusRow(box.current, selected)) focusNext.current = false;
  });

  // The row worked on is found again: after saving, after sorting, on coming back.
  const place = selected === null ? -1 : rows.findIndex((row) => rowKey(row) === selected);
  useEffect(() => {
    // A list in a part of a page does not pull the page down to itself when the page is opened.
    if (place < 0 || (fit === 'content' && chosenHere.current === selected)) return;
    if (virtual) virtualizer.scrollToIndex(place);
    else box.current?.querySelector(`[data-row-key="${CSS.escape(selected!)}"]`)?.scrollIntoView({ block: 'nearest' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place, selected, rows.length]);

  // A record that was just saved from a form is chosen from outside: the focus goes to its row when the form is gone.
  useEffect(() => {
    if (place < 0 || chosenHere.current === selected || document.querySelector('[role=dialog]')) return;
    chosenHere.current = selected;
    const at = document.activeElement;
    if (at === null || at === document.body || at instanceof HTMLButtonElement) focusRow(box.current, selected);
  });

  const onKeyDown = (event: KeyboardEvent, index: number, row: T) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget)
      return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2);
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

  const outputs = useListOutputs();
  const hasTotals = columns.some((each) => each.total) && rows.length > 0;
  return (
    <div className={`cn-table cn-table-${fit} ${view.compact ? 'cn-table-compact' : 'cn-table-roomy'}`}>
      {props.error ? <ErrorNotice error={props.error} onRetry={props.onRetry} /> : null}
      <div className="cn-table-box" ref={box}>
        <table role="grid" aria-label={props.label} aria-rowcount={rows.length + 1} aria-busy={props.loading}>
          <colgroup>
            {shownColumns.map((each, nth) => (
              <col key={each.key} style={{ width: layout.widths[nth] && `${layout.widths[nth]}rem` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {shownColumns.map((each) => (
                <TableHeading key={each.key} column={each} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={shownColumns.length} className="cn-table-gap" style={{ height: before }} />
              </tr>
            )}
            {shown.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const key = rowKey(row);
              const chosen = key === selected;
              return (
                <Fragment key={key}>
                  <tr
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
                    {shownColumns.map((each, nth) => (
                      <td key={each.key} data-kind={each.kind} className={alignClass(each)}>
                        {nth === 0 && onOpen ? (
                          <span className="cn-table-open" onClick={() => onOpen(row)}>
                            {cellOf(each, row)}
                          </span>
                        ) : (
                          cellOf(each, row)
                        )}
                      </td>
                    ))}
                  </tr>
                  {chosen && folded.length > 0 && (
                    <tr className="cn-table-more">
                      <td colSpan={shownColumns.length}>
                        {folded.map((each) => (
                          <span key={each.key}>
                            <span className="cn-soft">{each.title}:</span> {each.render(row)}
                          </span>
                        ))}
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={shownColumns.length} className="cn-table-gap" style={{ height: after }} />
              </tr>
            )}
          </tbody>
          {hasTotals && (
            <tfoot>
              <tr>
                {shownColumns.map((each) => (
                  <td key={each.key} className={alignClass(each)}>
                    {each.total?.(rows)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {props.note !== undefined && rows.length > 0 && <p className="cn-table-note">{props.note}</p>}
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
        <span className="cn-row">
          {props.footer}
          {props.paper !== null && outputs(onScreen(props, columns, rows))}
          {(fit === 'fill' || folded.length > 0) && rows.length > 0 && <TableView view={view} />}
        </span>
      </div>
    </div>
  );
}

/** Puts the focus on the row of a record, wholly in sight; false where that row is not in the page. */
function focusRow(box: HTMLElement | null, key: string | null): boolean {
  const line = key === null ? null : box?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`);
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
  return line !== null && line !== undefined;
}

function rem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
