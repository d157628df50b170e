import { useId, type ReactNode } from 'react';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { MoreFilters } from '../../ui/MoreFilters';
import type { Scope } from './useScope';

/** Period and place, and what one tab adds; `active` counts what of it narrows. */
export function ScopeFilters({ scope, active = 0, children }: { scope: Scope; active?: number; children?: ReactNode }) {
  const id = useId();
  return (
    <div className="cn-filters" role="search">
      <div>
        <label htmlFor={`${id}-p`}>Kỳ</label>
        <PeriodPicker id={`${id}-p`} value={scope.period} onChange={scope.setPeriod} />
      </div>
      <MoreFilters name="fulfilment" active={active + (scope.under ? 1 : 0)}>
        <div>
          <label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label>
          <UnitPicker id={`${id}-u`} value={scope.under} onChange={scope.setUnder} placeholder="Toàn bộ" />
        </div>
        {children}
      </MoreFilters>
    </div>
  );
}
