import { DateField } from '../../pickers/DateField';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { useSwapDays, type DaysOffYear } from './queries';

/** "Nghỉ thứ Hai, làm bù thứ Bảy": both days of an exchange are entered together, or neither. */
export function SwapForm({ onClose, onDone }: { onClose: () => void; onDone: (saved: DaysOffYear) => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const save = useSwapDays();
  const form = useForm<{ off: string; worked: string; source: string }, DaysOffYear>({
    draftKey: 'duties.swap',
    initial: { off: '', worked: '', source: '' },
    check: (v) => ({
      ...(v.off === '' && { off: 'Hãy nhập ngày được nghỉ.' }),
      ...(v.worked === '' && { worked: 'Hãy nhập ngày làm bù.' }),
    }),
    save: (v) => save.mutateAsync(v),
  });
  const { off, worked } = form.values;
  return (
    <FormDrawer
      title="Hoán đổi ngày làm việc"
      form={form}
      saveLabel="Ghi hoán đổi"
      onClose={onClose}
      onSaved={(saved) => {
        say.done(`Đã ghi: nghỉ ${show(off)}, làm bù ${show(worked)}.`);
        onDone(saved);
      }}
    >
      <FieldRow>
        <Field form={form} name="off" label="Ngày được nghỉ" required hint="Từ thứ Hai đến thứ Sáu.">
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="worked" label="Ngày làm bù" required hint="Thứ Bảy hoặc Chủ nhật.">
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field form={form} name="source" label="Văn bản" hint="Thông báo hoán đổi ngày làm việc, nếu có.">
        {(p) => <TextInput {...p} />}
      </Field>
    </FormDrawer>
  );
}
