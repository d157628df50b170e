import { useId, type ReactNode } from 'react';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { MoreFilters } from '../../ui/MoreFilters';
import type { Scope } from './useScope';

/** What a tab without filters of its own keeps. */
export const NOTHING_OWN = { value: {}, onTake: () => {} };

/** Period and place, and what one tab adds; `active` counts what of it narrows. */
export function ScopeFilters<T extends object = object>({
  scope,
  active = 0,
  own,
  first,
  children,
}: {
  scope: Scope;
  active?: number;
  /** What of the tab's own filters is kept under a name, besides the place. */
  own: { list: string; value: T; onTake: (value: T) => void };
  /** Always in sight, before what waits behind "Lọc". */
  first?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="cn-filters" role="search">
      <div>
        <label htmlFor={`${id}-p`}>Kỳ</label>
        <PeriodPicker id={`${id}-p`} value={scope.period} onChange={scope.setPeriod} />
      </div>
      {first}
      <MoreFilters
        name="fulfilment"
        active={active + (scope.under ? 1 : 0)}
        saved={{
          list: own.list,
          value: { ...own.value, under: scope.under },
          onTake: (next) => {
            scope.setUnder(next.under);
            own.onTake(next);
          },
        }}
      >
        <div>
          <label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label>
          <UnitPicker id={`${id}-u`} value={scope.under} onChange={scope.setUnder} placeholder="Thuộc mọi nơi" />
        </div>
        {children}
      </MoreFilters>
    </div>
  );
}
