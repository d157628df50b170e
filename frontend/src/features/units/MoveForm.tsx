import { units, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import type { Tree } from './labels';
import { findUnits, useUnitAction, useVocabulary } from './queries';

interface Values {
  parentId: Picked | null;
  from: string;
  source: string;
}

/** Puts a unit under another parent from a day on; before it everything still shows the old one. */
export function MoveForm({ page, onClose }: { page: Go.units.Page; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const vocabulary = useVocabulary();
  const move = useUnitAction(units.Move);
  const { unit } = page;
  const types = vocabulary.data?.types.find((each) => each.code === unit.type)?.parents ?? [];
  const form = useForm<Values, true>({
    draftKey: `units.move.${unit.id}`,
    initial: { parentId: null, from: '', source: '' },
    check: (values): FieldErrors => ({
      ...(values.parentId === null && { parentId: 'Hãy chọn cấp trên mới.' }),
      ...(values.from === '' && { from: 'Hãy nhập ngày chuyển.' }),
    }),
    save: async (values) => {
      await move({ unitId: unit.id, parentId: values.parentId?.id ?? '', from: values.from, source: values.source });
      return true;
    },
  });
  return (
    <FormDrawer
      title={`Chuyển cấp trên của “${unit.name}”`}
      form={form}
      saveLabel="Chuyển"
      onClose={onClose}
      onSaved={() => {
        say.done(`Đã chuyển “${unit.name}”.`);
        onClose();
      }}
    >
      <p>
        Hiện trực thuộc: {unit.parentName}. Các đơn vị trực thuộc “{unit.name}” chuyển theo.
      </p>
      <Field form={form} name="from" label="Từ ngày" required>
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <Field form={form} name="parentId" label="Cấp trên mới" required>
        {(p) => (
          <SearchPicker
            {...p}
            placeholder="Gõ tên đơn vị cấp trên"
            search={(text) => findUnits(text, unit.tree as Tree, types, form.values.from || today)}
          />
        )}
      </Field>
      <Field form={form} name="source" label="Căn cứ" hint="Số, ngày, cơ quan ban hành văn bản">
        {(p) => <TextInput {...p} />}
      </Field>
    </FormDrawer>
  );
}
