import type { InputProps } from '../ui/Field';
import { SearchPicker, SearchPickerMany, type Picked } from './SearchPicker';
import { usePickerSources } from './sources';

interface Narrow {
  /** As of which day the unit exists, "2026-01-02"; empty: today. */
  asOf?: string;
  /** "place": administrative units; "org": Party organisations; empty: both. */
  tree?: 'place' | 'org' | '';
  placeholder?: string;
}

/** One unit, by name with or without accents, or by code. */
export function UnitPicker({
  asOf = '',
  tree = '',
  placeholder = 'Gõ tên địa bàn hoặc tổ chức đảng',
  ...input
}: InputProps<Picked | null> & Narrow) {
  const { units } = usePickerSources();
  return (
    <SearchPicker
      {...input}
      placeholder={placeholder}
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
  ...input
}: InputProps<Picked[]> & Narrow) {
  const { units } = usePickerSources();
  return (
    <SearchPickerMany
      {...input}
      placeholder={placeholder}
      search={(text) => units(text, tree, asOf)}
      nothing="Không có địa bàn nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}
