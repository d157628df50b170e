import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSessionState } from './sessionState';

/** Filters that are not always needed: they wait behind "Lọc", which says how many of them narrow the list. */
export function MoreFilters({ name, active, children }: { name: string; active: number; children: ReactNode }) {
  const [more, setMore] = useSessionState(`${name}.more`, false);
  return (
    <>
      <Button aria-expanded={more} onClick={() => setMore(!more)}>
        {active > 0 ? `Lọc (đang lọc ${active})` : 'Lọc'}
      </Button>
      {more && <div className="cn-filters-more">{children}</div>}
    </>
  );
}
