import { useEffect, useState, type RefObject } from 'react';

/** Room a column without a width needs at least, in rem. */
const LEAST = 12;

/**
 * Widths for the columns of a table: those asked for, the rest sharing what is left; but when the text is large or the
 * window small, all shrink in proportion, so that the table never has to be pushed sideways.
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
  if (total > room) return wanted.map((each) => `${(each / total) * 100}%`);
  return columns.map((each) => (each.width === undefined ? undefined : `${each.width}rem`));
}
