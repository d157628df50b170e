import type { Tone } from '../../ui/StatusTag';

export type Kind = 'units' | 'officers';

export const kinds: { value: Kind; label: string }[] = [
  { value: 'units', label: 'Địa bàn (tỉnh, huyện, xã, ấp…)' },
  { value: 'officers', label: 'Cán bộ' },
];

export interface ClassLabel {
  value: string;
  label: string;
  tone: Tone;
}

/** What an import would do with a row, in the order in which a person should look at it. */
export const classes: ClassLabel[] = [
  { value: 'loi', label: 'Lỗi', tone: 'bad' },
  { value: 'chua_ro', label: 'Chưa rõ', tone: 'warn' },
  { value: 'thay_doi', label: 'Thay đổi', tone: 'info' },
  { value: 'moi', label: 'Mới', tone: 'good' },
  { value: 'khong_doi', label: 'Đã có, không đổi', tone: 'none' },
  { value: 'bo_qua', label: 'Bỏ qua (tiêu đề, tổng, trùng)', tone: 'none' },
];

const decisionWords: Record<Kind, Record<string, string>> = {
  units: { moi: 'Đơn vị mới', doi: 'Cùng đơn vị', bo: 'Bỏ qua dòng' },
  officers: { moi: 'Người mới', doi: 'Cùng người', bo: 'Bỏ qua dòng' },
};

export function decisionWord(kind: Kind, decision: string): string {
  return decisionWords[kind][decision] ?? '';
}

/** The decisions offered for all unclear rows at once. */
export function bulkChoices(kind: Kind): { value: string; label: string }[] {
  return [{ value: '-', label: 'Chọn từng dòng' }, ...['moi', 'doi', 'bo'].map((value) => ({ value, label: decisionWord(kind, value) }))];
}

export const scopes = [
  { value: 'none', label: 'Không kết thúc đơn vị nào' },
  { value: 'province', label: 'Kết thúc đơn vị cùng cấp không còn trong danh sách, chỉ ở các tỉnh có trong tệp' },
  { value: 'all', label: 'Kết thúc mọi đơn vị cùng cấp không còn trong danh sách' },
];
