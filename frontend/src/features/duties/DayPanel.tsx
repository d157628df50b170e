import type { Ref } from 'react';
import { DayDetail } from './MonthSheet';
import type { CalendarDay } from './queries';

/** The chosen day beside the sheet; Enter on the sheet leads here. */
export function DayPanel({ day, today, ref }: { day: CalendarDay; today: string; ref: Ref<HTMLElement> }) {
  return (
    <aside className="cn-cal-panel" aria-label="Ngày đang chọn" tabIndex={-1} ref={ref}>
      <DayDetail day={day} today={today} />
    </aside>
  );
}
