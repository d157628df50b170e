import { show } from '../../lib/dates';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextArea } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { useRelease, type Reserved } from './queries';

/** Gives a kept number free again, with the reason. That it was kept stays in the register. */
export function ReleaseForm({ number, onClose }: { number: Reserved; onClose: () => void }) {
  const say = useNotice();
  const release = useRelease();
  const form = useForm({
    draftKey: `papers.release.${number.id}`,
    initial: { reason: '' },
    check: (v): FieldErrors => (v.reason.trim() === '' ? { reason: 'Hãy ghi lý do bỏ giữ.' } : {}),
    save: ({ reason }) => release.mutateAsync({ id: number.id, reason: reason.trim() }),
  });
  return (
    <FormDrawer
      title={`Bỏ giữ số ${number.symbol}`}
      form={form}
      saveLabel="Bỏ giữ số này"
      onClose={onClose}
      onSaved={() => {
        say.done(`Đã bỏ giữ số ${number.symbol}.`);
        onClose();
      }}
    >
      <p>
        <strong>{number.symbol}</strong>, ngày {show(number.day)}
        <br />
        {number.words}
      </p>
      <p>Số này lại cấp được cho văn bản khác. Việc đã giữ, ai bỏ giữ và lý do vẫn lưu trong sổ.</p>
      <Field form={form} name="reason" label="Lý do bỏ giữ" required>
        {(p) => <TextArea {...p} rows={3} placeholder="ví dụ: Văn bản mật không ban hành nữa" />}
      </Field>
    </FormDrawer>
  );
}
