import type { Option } from '../../ui/inputs';
import type { PeriodKind } from '../../pickers/period';
import { periodOf, shiftPeriod } from '../../lib/periods';

/** The forms of paper an office prints (backend/reports/profile.go). */
export const FORMS: Option<string>[] = [
  { value: 'dang', label: 'Văn bản của Đảng' },
  { value: 'nhanuoc', label: 'Văn bản nhà nước' },
  { value: 'mttq', label: 'Mặt trận, đoàn thể' },
];

/** The period a clerk most likely wants: the month at hand from the 20th on, else the month before; for longer ones the one at hand. */
export function usualPeriod(today: string, kinds: PeriodKind[]): string {
  const kind = kinds[0] ?? 'MONTH';
  const now = periodOf(kind, today);
  return kind === 'MONTH' && Number(today.slice(8)) < 20 ? shiftPeriod(now, -1) : now;
}
