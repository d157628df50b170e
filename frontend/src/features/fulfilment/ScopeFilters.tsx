import { useId, type ReactNode } from 'react';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { MoreFilters } from '../../ui/MoreFilters';
import type { Scope } from './useScope';

/** Period and place, and what one tab adds; `active` counts what of it narrows. */
export function ScopeFilters({
  scope,
  active = 0,
  first,
  children,
}: {
  scope: Scope;
  active?: number;
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
      <MoreFilters name="fulfilment" active={active + (scope.under ? 1 : 0)}>
        <div>
          <label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label>
          <UnitPicker id={`${id}-u`} value={scope.under} onChange={scope.setUnder} placeholder="Thuộc mọi nơi" />
        </div>
        {children}
      </MoreFilters>
    </div>
  );
}
