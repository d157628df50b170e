import { addDays, show } from '../../lib/dates';

/** Committees, as Go names them. */
export const bodies = [
  { value: 'THUONG_TRUC', label: 'Thường trực cấp ủy' },
  { value: 'BTV', label: 'Ban Thường vụ' },
  { value: 'BCH', label: 'Ban Chấp hành' },
  { value: 'UBKT', label: 'Ủy ban Kiểm tra' },
];

/** From which day a committee numbers its papers anew (backend/officers/committees.go). */
export const TERM_STARTS = [
  { value: 'be_mac_dai_hoi', label: 'Ngày bế mạc đại hội' },
  { value: 'hoi_nghi_thu_nhat', label: 'Ngày khai mạc hội nghị cấp ủy lần thứ nhất, họp trong đại hội' },
  { value: 'quyet_dinh', label: 'Ngày quyết định chỉ định cấp ủy mới có hiệu lực' },
];

export const levels = [
  { value: 'tinh', label: 'Cấp tỉnh' },
  { value: 'huyen', label: 'Cấp huyện' },
  { value: 'xa', label: 'Cấp xã' },
];

/** The last day of a time whose end is stored as the first day after it; '' when it has no end. */
export const lastDay = (to: string) => (to === '' ? '' : addDays(to, -1));

/** The stored end of a time typed as its last day; '' when it has no end. */
export const dayAfter = (last: string) => (last === '' ? '' : addDays(last, 1));

/** A post with its office: "Phó Bí thư – Đảng ủy xã Mẫu". */
export const postWords = (post: string, org: string) => [post, org].filter(Boolean).join(' – ');

/** "từ 01/01/2024 đến 30/06/2025". */
export function showTime(from: string, to: string): string {
  const parts = [from && `từ ${show(from)}`, to && `đến ${show(lastDay(to))}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'không ghi thời gian';
}
