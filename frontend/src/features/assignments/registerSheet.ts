import { show } from '../../lib/dates';
import type { SheetColumn } from '../../ui/listPaper';
import { standing } from './labels';
import type { RegisterRow } from './queries';

/** The register of assignments as a sheet: what stands in a second line has a column of its own. */
export const registerSheet: SheetColumn<RegisterRow>[] = [
  { title: 'Cán bộ, tổ', text: (r) => r.officerName },
  { title: 'Chức vụ', text: (r) => r.post },
  { title: 'Địa bàn, chi bộ', text: (r) => r.targetLabel },
  { title: 'Hình thức', text: (r) => r.kindName },
  { title: 'Phụ trách chính', text: (r) => (r.primary ? 'có' : 'phối hợp') },
  { title: 'Từ ngày', text: (r) => show(r.validFrom) },
  { title: 'Quyết định', text: (r) => r.decisionNumber },
  { title: 'Tình trạng', text: (r) => standing(r).word },
];
