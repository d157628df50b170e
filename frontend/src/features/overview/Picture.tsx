import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ChartOption, PixelOf } from './chart';

/** Something on a picture that opens its records. */
export interface Mark {
  /** Place in the row of months, and the value at which it is drawn. */
  category: number;
  value: number;
  /** For a part of a column, the value it reaches down to. */
  from?: number;
  to: string;
  label: string;
}

interface Props {
  /** What the picture shows, for who cannot see it. */
  label: string;
  option: (fontSize: number) => ChartOption;
  marks: Mark[];
  /** Height in rem. */
  height: number;
  /** Width of a column of the picture in its row; 0: marks are points. */
  column?: number;
  categories: number;
  /** The same in rows and columns. */
  table: React.ReactNode;
}

/** Size of what is pressed at a point, in pixels. */
const POINT = 24;

/**
 * A picture with what can be opened lying over it as links, in the order of the months: by mouse, by Tab and for screen readers,
 * who also have the same numbers as a table.
 */
export function Picture({ label, option, marks, height, column = 0, categories, table }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [pixelOf, setPixelOf] = useState<PixelOf | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = box.current;
    if (!watched || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(watched.clientWidth)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width === 0) return;
    let alive = true;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    void import('./chart').then(({ drawChart }) => {
      if (!alive || !sheet.current) return;
      const drawn = drawChart(option(Math.round(rem * 0.8)), width, Math.round(height * rem));
      sheet.current.replaceChildren(drawn.picture);
      setPixelOf(() => drawn.pixelOf);
    });
    return () => {
      alive = false;
    };
    // A new option is a new picture; its maker is a function of what was read.
  }, [option, width, height]);
  const wide = column === 0 ? POINT : (column * width) / Math.max(categories, 1);
  return (
    <figure className="cn-picture" aria-label={label}>
      <div className="cn-picture-box" ref={box} style={{ height: `${height}rem` }}>
        <div ref={sheet} aria-hidden="true" />
        {pixelOf &&
          marks.map((mark) => {
            const { x, y } = pixelOf(mark.category, mark.value);
            const low = mark.from === undefined ? y + POINT / 2 : pixelOf(mark.category, mark.from).y;
            const top = mark.from === undefined ? y - POINT / 2 : y;
            return (
              <Link
                key={`${mark.category} ${mark.label}`}
                className="cn-picture-mark"
                to={mark.to}
                aria-label={mark.label}
                title={mark.label}
                style={{ left: x - wide / 2, top, width: wide, height: Math.max(low - top, 4) }}
              />
            );
          })}
      </div>
      <div className="cn-hidden">{table}</div>
    </figure>
  );
}
