import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { usePickerSources } from '../../pickers/sources';
import type { InputProps } from '../../ui/Field';
import { written } from './sessionValues';

/** An officer of the list, or a post or body just as typed: the last choice of the list. */
export function WhoPicker({
  day,
  placeholder,
  ...input
}: InputProps<Picked | null> & { day: string; placeholder: string }) {
  const { officers } = usePickerSources();
  const search = async (text: string) => {
    const found = await officers(text, day);
    return text.trim() === '' ? found : [...found, written(text.trim())];
  };
  return (
    <SearchPicker
      {...input}
      search={search}
      placeholder={placeholder}
      nothing="Gõ tên cán bộ, hoặc tên chức vụ, cơ quan."
    />
  );
}
