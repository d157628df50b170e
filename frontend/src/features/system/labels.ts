import type { Go } from '../../api/client';
import type { Option } from '../../ui/inputs';

/** Words for Go's access.Role. */
export const roles: Option<string>[] = [
  { value: 'quan_tri', label: 'Quản trị' },
  { value: 'chuyen_vien', label: 'Chuyên viên' },
  { value: 'lanh_dao', label: 'Lãnh đạo' },
];

/** Whether a backup was opened and compared after it was written. */
export const soundWords = (line: Go.desk.BackupLine) => (line.sound ? 'Mở thử được' : 'Kiểm tra khi phục hồi');
