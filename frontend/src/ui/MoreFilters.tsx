import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSessionState } from './sessionState';

/** Screen widths in rem from which on all filters stand in one or two lines. */
const WIDE = 60;

/**
 * Filters that are not always needed. With large text they would push the list off the screen: then they wait behind a
 * button that says how many of them narrow the list.
 */
export function MoreFilters({ name, active, children }: { name: string; active: number; children: ReactNode }) {
  const [more, setMore] = useSessionState(
    `${name}.more`,
    window.innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize || '16') > WIDE,
  );
  if (more) return children;
  return (
    <Button onClick={() => setMore(true)} aria-expanded={false}>
      {active > 0 ? `Lọc thêm (đang lọc ${active})` : 'Lọc thêm'}
    </Button>
  );
}
