import { useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { layOut, shrinks, type Column, type TableLayout } from './tableColumns';

/** Rem no column asks for more than. */
const MOST = 40;

const remNow = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * Widths of the columns of a table by what its cells hold, and which columns have to fold. `grows`: only some of the rows are in
 * the page (a long list), so a width is never taken back while one scrolls.
 */
export function useTableLayout<T>(
  box: RefObject<HTMLElement | null>,
  columns: Column<T>[],
  rows: T[],
  { wraps, grows }: { wraps: boolean; grows: boolean },
): TableLayout {
  const [room, setRoom] = useState(Infinity);
  const [fonts, setFonts] = useState(0);
  const [natural, setNatural] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const watched = box.current;
    if (!watched) return;
    const measure = () => setRoom(watched.clientWidth === 0 ? Infinity : watched.clientWidth / remNow());
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    // A larger text leaves fewer rem in the same box: it is an attribute of the document and changes no width.
    const size = new MutationObserver(measure);
    size.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
    measure();
    return () => {
      observer.disconnect();
      size.disconnect();
    };
  }, [box]);
  // Letters measured before the fonts have come have other widths.
  useEffect(() => {
    const loaded = () => setFonts((before) => before + 1);
    document.fonts?.addEventListener('loadingdone', loaded);
    return () => document.fonts?.removeEventListener('loadingdone', loaded);
  }, []);
  const keys = columns.map((each) => each.key).join(' ');
  const layout = useMemo(() => layOut(columns, natural, room), [columns, natural, room]);

  useLayoutEffect(() => {
    const table = box.current?.querySelector('table');
    if (!table || rows.length === 0) return;
    setNatural((before) => {
      const next = new Map(
        grows ? before : [...before].filter(([key]) => !layout.shown.some((at) => columns[at]!.key === key)),
      );
      layout.shown.forEach((at, nth) => {
        const column = columns[at]!;
        const wide = wraps && shrinks(column.kind) ? MOST : widestCell(table, nth);
        if (wide > 0) next.set(column.key, Math.max(grows ? (before.get(column.key) ?? 0) : 0, Math.min(wide, MOST)));
      });
      const same =
        next.size === before.size && [...next].every(([key, wide]) => Math.abs(wide - (before.get(key) ?? -9)) < 0.1);
      return same ? before : next;
    });
    // The cells of one set of rows and columns are measured once; columns made anew at each drawing hold the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, keys, wraps, grows, room, fonts, layout.shown.length]);
  return layout;
}

/** Rem the widest cell of a column takes in one line; 0 where nothing can be measured. */
function widestCell(table: HTMLTableElement, nth: number): number {
  const range = document.createRange();
  if (typeof range.getBoundingClientRect !== 'function') return 0;
  let widest = 0;
  const lines = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row-key]')];
  const plain = lines.filter((each) => !each.classList.contains('cn-chosen'));
  for (const line of [
    ...(plain.length > 0 ? plain : lines),
    ...table.querySelectorAll<HTMLTableRowElement>('tfoot tr'),
  ]) {
    const cell = line.cells[nth];
    if (!cell) continue;
    range.selectNodeContents(cell);
    widest = Math.max(widest, range.getBoundingClientRect().width);
  }
  return widest === 0 ? 0 : widest / remNow() + (nth === 0 ? 1.375 : 1.125);
}
