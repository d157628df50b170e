import { officers, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useForm } from '../../ui/useForm';
import { dayAfter, levels, TERM_STARTS } from './labels';

/** Adds a term of office. */
export function TermForm({ onClose, onSaved }: { onClose: () => void; onSaved: (term: Go.officers.Term) => void }) {
  const { today } = useDesk();
  const form = useForm({
    initial: { label: '', level: '', validFrom: '', validTo: '', begins: '' },
    check: (v) => ({
      ...(v.label.trim() === '' && { label: 'Hãy nhập tên nhiệm kỳ, ví dụ: 2025–2030.' }),
      ...(v.level === '' && { level: 'Hãy chọn cấp.' }),
      ...(v.begins === '' && { begins: 'Hãy chọn nhiệm kỳ bắt đầu từ khi nào.' }),
      ...(v.validFrom === '' && { validFrom: 'Hãy nhập ngày bắt đầu nhiệm kỳ.' }),
    }),
    save: (v) =>
      officers.SaveTerm({
        id: '',
        label: v.label,
        level: v.level,
        validFrom: v.validFrom,
        validTo: dayAfter(v.validTo),
        begins: v.begins,
      }),
  });
  return (
    <FormDrawer title="Thêm nhiệm kỳ" form={form} onClose={onClose} onSaved={onSaved}>
      <FieldRow>
        <Field form={form} name="label" label="Tên nhiệm kỳ" required>
          {(p) => <TextInput {...p} placeholder="ví dụ: 2025–2030" />}
        </Field>
        <Field form={form} name="level" label="Cấp ủy cấp" required>
          {(p) => <ChoiceInput {...p} options={levels} />}
        </Field>
      </FieldRow>
      <Field
        form={form}
        name="begins"
        label="Bắt đầu từ"
        required
        hint="Số văn bản của Đảng đánh lại từ 01 kể từ ngày này."
      >
        {(p) => <ChoiceInput {...p} options={TERM_STARTS} />}
      </Field>
      <FieldRow>
        <Field form={form} name="validFrom" label="Từ ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="chưa kết thúc" />}
        </Field>
      </FieldRow>
    </FormDrawer>
  );
}
