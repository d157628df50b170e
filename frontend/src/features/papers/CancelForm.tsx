import type { Issued } from '../../pickers/useSealed';
import { show } from '../../lib/dates';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextArea } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { useCancel } from './queries';

/** Withdraws a paper, with the reason. It cannot be undone: the number stays taken and the pages stay kept. */
export function CancelForm({ paper, onClose }: { paper: Issued; onClose: () => void }) {
  const say = useNotice();
  const cancel = useCancel();
  const form = useForm({
    draftKey: `papers.cancel.${paper.id}`,
    initial: { reason: '' },
    check: (v): FieldErrors => (v.reason.trim() === '' ? { reason: 'Hãy ghi lý do hủy.' } : {}),
    save: ({ reason }) => cancel.mutateAsync({ id: paper.id, reason: reason.trim() }),
  });
  return (
    <FormDrawer
      title={`Hủy ${paper.symbol}`}
      form={form}
      saveLabel="Hủy văn bản này"
      onClose={onClose}
      onSaved={() => {
        say.done(`Đã hủy ${paper.symbol}.`);
        onClose();
      }}
    >
      <p>
        <strong>{paper.symbol}</strong>, ngày {show(paper.day)}
        <br />
        {paper.subject}
      </p>
      <p>
        Văn bản vẫn nằm trong sổ, có chữ “Đã hủy” và lý do. Số này không cấp lại; bản đã niêm phong vẫn giữ. Việc hủy
        không làm lại được.
      </p>
      <Field form={form} name="reason" label="Lý do hủy" required>
        {(p) => <TextArea {...p} rows={3} placeholder="ví dụ: Sai số liệu, thay bằng 13-BC/HU" />}
      </Field>
    </FormDrawer>
  );
}
