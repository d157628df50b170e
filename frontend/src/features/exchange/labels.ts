import type { Tone } from '../../ui/StatusTag';

export type Kind = 'workbook' | 'units' | 'officers';

export const kinds: { value: Kind; label: string }[] = [
  { value: 'workbook', label: 'Sổ nhiều trang: đơn vị, cán bộ, phân công' },
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
  workbook: { moi: 'Thêm mới', doi: 'Đúng như vậy', bo: 'Bỏ qua dòng' },
  units: { moi: 'Đơn vị mới', doi: 'Cùng đơn vị', bo: 'Bỏ qua dòng' },
  officers: { moi: 'Người mới', doi: 'Cùng người', bo: 'Bỏ qua dòng' },
};

export function decisionWord(kind: Kind, decision: string): string {
  return decisionWords[kind][decision] ?? '';
}

/** What is said below the file frame about each kind. */
export const readWords: Record<Kind, string> = {
  workbook:
    'Một tệp Excel có các trang “Đơn vị”, “Cán bộ”, “Phân công” (thứ tự nào cũng được, thiếu trang nào cũng được); nhập cả ba một lần, hoàn tác một lần.',
  units:
    'Đọc được cả hai danh mục chính thức (ba cấp đến năm 2025 và hai cấp từ năm 2025) cùng danh sách ấp, tổ của cơ quan có cột “Cấp trên”.',
  officers: 'Chỉ đọc họ tên, chức vụ, cơ quan và điện thoại cơ quan; các cột khác về cá nhân không được đưa vào.',
};

/** The decisions offered for all unclear rows at once. */
export function bulkChoices(kind: Kind): { value: string; label: string }[] {
  return [
    { value: '-', label: 'Chọn từng dòng' },
    ...['moi', 'doi', 'bo'].map((value) => ({ value, label: decisionWord(kind, value) })),
  ];
}

export const scopes = [
  { value: 'none', label: 'Không kết thúc đơn vị nào' },
  { value: 'province', label: 'Kết thúc đơn vị cùng cấp không còn trong danh sách, chỉ ở các tỉnh có trong tệp' },
  { value: 'all', label: 'Kết thúc mọi đơn vị cùng cấp không còn trong danh sách' },
];

/** How the days of an annex are written, where its cells do not tell. */
export const dayOrders = [
  { value: '-', label: 'Chưa chọn' },
  { value: 'ngay', label: 'Ngày trước: 03/05 là ngày 3 tháng 5' },
  { value: 'thang', label: 'Tháng trước: 03/05 là ngày 5 tháng 3' },
];
