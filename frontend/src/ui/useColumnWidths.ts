import { useEffect, useState, type RefObject } from 'react';

/** Room a column without a width needs at least, in rem. */
const LEAST = 12;
/** Up to this width a column holds days, numbers and codes, which never break; a wider one may shrink to it. */
const KEPT = 8;
/** What the number of the row takes of the first column. */
const NUMBER = 3;

/**
 * Widths for the columns of a sheet: those asked for, the rest sharing what is left. When the text is large or the window small,
 * the wide ones shrink; what still has no room is scrolled to inside the sheet.
 */
export function useColumnWidths(
  box: RefObject<HTMLElement | null>,
  columns: { width?: number }[],
): (string | undefined)[] {
  const [room, setRoom] = useState(Infinity);
  useEffect(() => {
    const watched = box.current;
    if (!watched) return;
    const measure = () =>
      setRoom(
        watched.clientWidth === 0
          ? Infinity
          : watched.clientWidth / (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
      );
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    measure();
    return () => observer.disconnect();
  }, [box]);
  const wanted = columns.map((each) => each.width ?? LEAST);
  const total = wanted.reduce((sum, each) => sum + each, 0);
  if (total <= room) return columns.map((each) => (each.width === undefined ? undefined : `${each.width}rem`));
  const spare = wanted.map((each, nth) => Math.max(0, each - KEPT - (nth === 0 ? NUMBER : 0)));
  const give = spare.reduce((sum, each) => sum + each, 0);
  const share = give === 0 ? 0 : Math.min(1, (total - room) / give);
  return wanted.map((each, nth) => `${each - spare[nth]! * share}rem`);
}
