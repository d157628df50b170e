import type { InputProps } from '../../ui/Field';
import { rank } from '../../lib/text';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import type { Missing } from '../../pickers/sources';
import { useVocabulary } from './queries';

const SHOWN = 20;
const ADDED: Missing[] = ['body'];

/** One body of the directory, by any part of its name, with or without accents. */
export function BodyPicker({
  placeholder = 'Gõ tên cơ quan',
  adds,
  ...input
}: InputProps<Picked | null> & { placeholder?: string; adds?: boolean }) {
  const words = useVocabulary().data;
  const search = async (text: string) =>
    (words?.bodies ?? [])
      .map((each) => ({
        each,
        order: Math.min(
          ...[each.name, each.shortName].map((name) => rank(name, text)).map((order) => (order < 0 ? 9 : order)),
        ),
      }))
      .filter(({ order }) => order < 9)
      .sort((a, b) => a.order - b.order)
      .slice(0, SHOWN)
      .map(({ each }) => ({ id: each.id, name: each.name, note: each.levelWord }));
  return (
    <SearchPicker
      {...input}
      placeholder={placeholder}
      search={search}
      adds={adds ? ADDED : undefined}
      nothing="Chưa có cơ quan này trong danh bạ. Thêm ở mục “Cơ quan trả lời”."
    />
  );
}
