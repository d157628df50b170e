import { useCallback, useEffect, useState, type RefObject } from 'react';

export interface Place {
  left: number;
  top?: number;
  bottom?: number;
  width: number;
  maxHeight: number;
}

const GAP = 4;

/** Where a list belongs that opens from a field: below, or above when there is more room; follows scrolling. */
export function usePopupPlace(anchor: RefObject<HTMLElement | null>, open: boolean): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  const measure = useCallback(() => {
    const box = anchor.current?.getBoundingClientRect();
    if (!box) return;
    const below = window.innerHeight - box.bottom - GAP * 2;
    const above = box.top - GAP * 2;
    const width = Math.max(box.width, Math.min(352, window.innerWidth - 16));
    const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
    setPlace(
      below >= 240 || below >= above
        ? { left, top: box.bottom + GAP, width, maxHeight: Math.max(below, 120) }
        : { left, bottom: window.innerHeight - box.top + GAP, width, maxHeight: Math.max(above, 120) },
    );
  }, [anchor]);
  useEffect(() => {
    if (!open) return;
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [open, measure]);
  return open ? place : null;
}
