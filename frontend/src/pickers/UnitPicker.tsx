import type { InputProps } from '../ui/Field';
import { SearchPicker, SearchPickerMany, type Picked } from './SearchPicker';
import { usePickerSources, type Missing } from './sources';

const ADDED: Record<'place' | 'org' | '', Missing[]> = { place: ['place'], org: ['org'], '': ['place', 'org'] };

interface Narrow {
  /** As of which day the unit exists, "2026-01-02"; empty: today. */
  asOf?: string;
  /** "place": administrative units; "org": Party organisations; empty: both. */
  tree?: 'place' | 'org' | '';
  placeholder?: string;
  /** In a form: one that is missing can be added from here. */
  adds?: boolean;
}

/** One unit, by name with or without accents, or by code. */
export function UnitPicker({
  asOf = '',
  tree = '',
  placeholder = 'Gõ tên địa bàn hoặc tổ chức đảng',
  adds,
  ...input
}: InputProps<Picked | null> & Narrow) {
  const { units } = usePickerSources();
  return (
    <SearchPicker
      {...input}
      placeholder={placeholder}
      adds={adds ? ADDED[tree] : undefined}
      search={(text) => units(text, tree, asOf)}
      nothing="Không có địa bàn nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}

/** Several units. */
export function UnitsPicker({
  asOf = '',
  tree = '',
  placeholder = 'Gõ tên địa bàn hoặc tổ chức đảng',
  adds,
  ...input
}: InputProps<Picked[]> & Narrow) {
  const { units } = usePickerSources();
  return (
    <SearchPickerMany
      {...input}
      placeholder={placeholder}
      adds={adds ? ADDED[tree] : undefined}
      search={(text) => units(text, tree, asOf)}
      nothing="Không có địa bàn nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}
