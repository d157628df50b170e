import type { Go } from '../../api/client';
import { addDays, show } from '../../lib/dates';
import { nfc } from '../../lib/text';

export type Tree = 'hanhchinh' | 'dang';

/** The two trees as their tabs are called. */
export const trees: { value: Tree; label: string; counted: string; one: string }[] = [
  { value: 'hanhchinh', label: 'Địa bàn', counted: 'địa bàn', one: 'địa bàn' },
  { value: 'dang', label: 'Tổ chức đảng', counted: 'tổ chức đảng', one: 'tổ chức đảng' },
];

export const treeWords = (tree: string) => trees.find((each) => each.value === tree) ?? trees[0]!;

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The last day of a time whose end is stored as the first day after it; '' when it has no end. */
export const lastDay = (to: string) => (to === '' ? '' : addDays(to, -1));

/** The stored end of a time typed as its last day; '' when it has no end. */
export const dayAfter = (last: string) => (last === '' ? '' : addDays(last, 1));

/** "từ 01/01/2004 đến 30/06/2025"; "không ghi thời hạn" when neither is known. */
export function showTime(from: string, to: string): string {
  const parts = [from && `từ ${show(from)}`, to && `đến ${show(lastDay(to))}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'không ghi thời hạn';
}

/** How a unit stands on the day shown. */
export function standing(page: Go.units.Page): { tone: 'good' | 'none' | 'warn'; word: string } {
  if (page.deletedAt !== '') return { tone: 'warn', word: 'Trong thùng rác' };
  if (page.inForce) return { tone: 'good', word: 'Đang hoạt động' };
  const first = page.versions[0]?.validFrom ?? '';
  if (first > page.day) return { tone: 'none', word: `Có từ ${show(first)}` };
  return { tone: 'none', word: `Đã kết thúc từ ${show(page.unit.validTo)}` };
}

/** The types a unit may have under a parent of the given type; '' is the top of the tree. */
export function typesUnder(vocabulary: Go.units.Vocabulary, tree: string, parentType: string): Go.units.Type[] {
  return vocabulary.types.filter(
    (each) => each.tree === tree && (parentType === '' ? each.root : each.parents.includes(parentType)),
  );
}

/** The type a name begins with: "Ấp Mẫu" is an "ấp"; '' when it begins with none. The longest word decides ("tổ dân phố"). */
export function typeInName(vocabulary: Go.units.Vocabulary, tree: string, name: string): string {
  const typed = `${nfc(name).trim().toLocaleLowerCase('vi')} `;
  const fits = vocabulary.types
    .filter((each) => each.tree === tree && typed.startsWith(`${each.word.toLocaleLowerCase('vi')} `))
    .sort((a, b) => b.word.length - a.word.length);
  return fits[0]?.code ?? '';
}
