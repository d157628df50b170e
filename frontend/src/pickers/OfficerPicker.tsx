import type { InputProps } from '../ui/Field';
import { SearchPicker, SearchPickerMany, type Picked } from './SearchPicker';
import { usePickerSources } from './sources';

interface Narrow {
  /** Whose posts on which day stand beside the name, "2026-01-02"; empty: today. */
  asOf?: string;
  placeholder?: string;
}

/** One officer, by any part of the name, with or without accents. */
export function OfficerPicker({
  asOf = '',
  placeholder = 'Gõ tên cán bộ',
  ...input
}: InputProps<Picked | null> & Narrow) {
  const { officers } = usePickerSources();
  return (
    <SearchPicker
      {...input}
      placeholder={placeholder}
      search={(text) => officers(text, asOf)}
      nothing="Không có cán bộ nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}

/** Several officers. */
export function OfficersPicker({ asOf = '', placeholder = 'Gõ tên cán bộ', ...input }: InputProps<Picked[]> & Narrow) {
  const { officers } = usePickerSources();
  return (
    <SearchPickerMany
      {...input}
      placeholder={placeholder}
      search={(text) => officers(text, asOf)}
      nothing="Không có cán bộ nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}
