import type { InputProps } from '../ui/Field';
import { SearchPicker, SearchPickerMany, type Picked } from './SearchPicker';
import { usePickerSources, type Missing } from './sources';

const ADDED: Missing[] = ['officer'];

interface Narrow {
  /** Whose posts on which day stand beside the name, "2026-01-02"; empty: today. */
  asOf?: string;
  placeholder?: string;
  /** In a form: one that is missing can be added from here. */
  adds?: boolean;
}

/** One officer, by any part of the name, with or without accents. */
export function OfficerPicker({
  asOf = '',
  placeholder = 'Gõ tên cán bộ',
  adds,
  ...input
}: InputProps<Picked | null> & Narrow) {
  const { officers } = usePickerSources();
  return (
    <SearchPicker
      {...input}
      placeholder={placeholder}
      adds={adds ? ADDED : undefined}
      search={(text) => officers(text, asOf)}
      nothing="Không có cán bộ nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}

/** Several officers. */
export function OfficersPicker({
  asOf = '',
  placeholder = 'Gõ tên cán bộ',
  adds,
  ...input
}: InputProps<Picked[]> & Narrow) {
  const { officers } = usePickerSources();
  return (
    <SearchPickerMany
      {...input}
      placeholder={placeholder}
      adds={adds ? ADDED : undefined}
      search={(text) => officers(text, asOf)}
      nothing="Không có cán bộ nào như vậy. Thử gõ ít chữ hơn."
    />
  );
}
