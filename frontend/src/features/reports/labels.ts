import type { Option } from '../../ui/inputs';
import type { PeriodKind } from '../../pickers/period';
import { periodOf, shiftPeriod } from '../../lib/periods';

export { PAPER_FORMS as FORMS } from '../../lib/papers';

/** How far a paper has come before it is issued: only issuing gives it a number. */
export const STAGES: Option<string>[] = [
  { value: 'du_thao', label: 'Dự thảo' },
  ...[1, 2, 3].map((round) => ({ value: `du_thao_${round}`, label: `Dự thảo lần ${round}` })),
  { value: 'trinh_ky', label: 'Trình ký, chừa số' },
];

/** Who signs a letter, always with the header that belongs to it (backend/reports/letters.go). */
export const SIGNERS: Option<string>[] = [
  { value: 'thua_lenh', label: 'Thừa lệnh, Chánh Văn phòng' },
  { value: 'theo_co_quan', label: 'Như mục Cơ quan' },
  { value: 'van_phong', label: 'Văn phòng ký, tiêu đề Văn phòng' },
];

/** Bodies that issue papers besides those of the office's settings (backend/papers/issuers.go). */
export const ISSUER_KINDS: Option<string>[] = [
  { value: 'ban', label: 'Ban của cấp ủy' },
  { value: 'ubkt', label: 'Ủy ban kiểm tra' },
  { value: 'chi_bo', label: 'Chi bộ' },
  { value: 'dai_hoi', label: 'Đại hội' },
  { value: 'van_phong', label: 'Văn phòng' },
  { value: 'chinh_quyen', label: 'Cơ quan nhà nước' },
  { value: 'mat_tran', label: 'Mặt trận, đoàn thể' },
];

/** The period a clerk most likely wants: the month at hand from the 20th on, else the month before; for longer ones the one at hand. */
export function usualPeriod(today: string, kinds: PeriodKind[]): string {
  const kind = kinds[0] ?? 'MONTH';
  const now = periodOf(kind, today);
  return kind === 'MONTH' && Number(today.slice(8)) < 20 ? shiftPeriod(now, -1) : now;
}

/** What a paper about one place, officer, meeting or handover still lacks. */
export const MISSING: Record<string, string> = {
  unit: 'Chưa chọn địa bàn',
  officer: 'Chưa chọn cán bộ',
  meeting: 'Chưa chọn cuộc họp',
  handover: 'Chưa chọn lần bàn giao',
  session: 'Chưa chọn phiên họp',
};

/** How to choose it. */
export const NEEDED: Record<string, string> = {
  unit: 'Chọn địa bàn ở trên; trang hiện ra ngay.',
  officer: 'Chọn cán bộ ở trên; trang hiện ra ngay.',
  meeting: 'Chọn kỳ, rồi chọn cuộc họp ở trên; địa bàn và cán bộ làm ngắn danh sách.',
  handover: 'Chọn lần bàn giao ở trên; chưa bàn giao thì chọn cán bộ để in trước, hoặc vào Phân công, mục Bàn giao.',
  session: 'Chọn phiên họp ở trên; chưa có thì lập ở mục Phiên họp.',
};

/** What a paper about one thing calls it. */
export const SUBJECTS: Record<string, string> = { meeting: 'Cuộc họp', handover: 'Lần bàn giao', session: 'Phiên họp' };
