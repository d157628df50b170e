import type { Option } from '../../ui/inputs';

/** Words for Go's access.Role. */
export const roles: Option<string>[] = [
  { value: 'quan_tri', label: 'Quản trị' },
  { value: 'chuyen_vien', label: 'Chuyên viên' },
  { value: 'lanh_dao', label: 'Lãnh đạo' },
];
