import { PAPER_FORMS } from '../../lib/papers';
import type { Option } from '../../ui/inputs';

/** Types of paper with their symbols (Hướng dẫn 36, Hướng dẫn 05; Nghị định 30 for the state's). */
export const TYPES: { name: string; symbol: string; stateSymbol?: string }[] = [
  { name: 'Báo cáo', symbol: 'BC' },
  { name: 'Công văn', symbol: 'CV', stateSymbol: '' },
  { name: 'Thông báo', symbol: 'TB' },
  { name: 'Quyết định', symbol: 'QĐ' },
  { name: 'Kế hoạch', symbol: 'KH' },
  { name: 'Nghị quyết', symbol: 'NQ' },
  { name: 'Kết luận', symbol: 'KL' },
  { name: 'Tờ trình', symbol: 'TTr' },
  { name: 'Chương trình', symbol: 'CTr' },
  { name: 'Chỉ thị', symbol: 'CT' },
  { name: 'Hướng dẫn', symbol: 'HD' },
  { name: 'Quy định', symbol: 'QĐ', stateSymbol: 'QyĐ' },
  { name: 'Quy chế', symbol: 'QC' },
  { name: 'Đề án', symbol: 'ĐA' },
  { name: 'Biên bản', symbol: 'BB' },
  { name: 'Giấy mời', symbol: 'GM' },
];

/** A type the list does not have: its name and symbol are typed. */
export const OTHER = 'khac';
export const TYPE_CHOICES: Option<string>[] = [
  ...TYPES.map((each) => ({ value: each.name, label: each.name })),
  { value: OTHER, label: 'Loại khác…' },
];

/** The symbol a type has in a form of paper; the state's công văn bears none. */
export function symbolOf(typeName: string, form: string): string {
  const type = TYPES.find((each) => each.name === typeName);
  return (form === 'dang' ? type?.symbol : (type?.stateSymbol ?? type?.symbol)) ?? '';
}

/** "BC – Báo cáo": a series as the filter lists it. */
export function seriesWord(series: string): string {
  const names = TYPES.filter((each) => each.symbol === series).map((each) => each.name);
  return names.length > 0 ? `${series} – ${names.join(', ')}` : series;
}

export const formWord = (form: string) => PAPER_FORMS.find((each) => each.value === form)?.label ?? '';

/** The first choice of a filter: it narrows nothing. */
export const ANY = 'moi';
export const withAny = (all: string, options: Option<string>[]): Option<string>[] => [
  { value: ANY, label: all },
  ...options,
];
export const chosenOf = (value: string) => (value === ANY ? '' : value);

/** How a paper can be copied (backend/papers/relations.go). */
export const COPY_KINDS = [
  { value: 'sao_y', label: 'Sao y' },
  { value: 'sao_luc', label: 'Sao lục' },
  { value: 'trich_sao', label: 'Trích sao' },
];
