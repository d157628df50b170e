import { useId, type ReactNode } from 'react';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import type { Scope } from './useScope';

/** Period and place, and what one tab adds. */
export function ScopeFilters({ scope, children }: { scope: Scope; children?: ReactNode }) {
  const id = useId();
  return (
    <div className="cn-filters" role="search">
      <div><label htmlFor={`${id}-p`}>Kỳ</label><PeriodPicker id={`${id}-p`} value={scope.period} onChange={scope.setPeriod} /></div>
      <div><label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label><UnitPicker id={`${id}-u`} value={scope.under} onChange={scope.setUnder} placeholder="Toàn bộ" /></div>
      {children}
    </div>
  );
}
