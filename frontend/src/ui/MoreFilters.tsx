import { Button } from 'antd';
import type { ReactNode } from 'react';
import { SavedFilters, type Saved } from './SavedFilters';
import { useSessionState } from './sessionState';
import { useNarrow } from './useNarrow';

interface Props<T> {
  name: string;
  active: number;
  /** The named filters of the list, where it has such. */
  saved?: Saved<T>;
  children: ReactNode;
}

/** Filters that are not always needed: they wait behind "Lọc", which says how many of them narrow the list. */
export function MoreFilters<T>({ name, active, saved, children }: Props<T>) {
  const narrow = useNarrow();
  const [more, setMore] = useSessionState(`${name}.more`, false);
  return (
    <>
      <Button aria-expanded={more} onClick={() => setMore(!more)}>
        {active > 0 ? `Lọc (đang lọc ${active})` : 'Lọc'}
      </Button>
      {saved && !narrow && <SavedFilters {...saved} />}
      {more && (
        <div className="cn-filters-more">
          {children}
          {saved && narrow && <SavedFilters {...saved} />}
        </div>
      )}
    </>
  );
}
