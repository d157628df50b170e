import { assignments } from '../../api/client';
import { readFault } from '../../lib/fault';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { showTime } from './labels';
import { useChoices, useRefresh, type RegisterRow } from './queries';

/** Ends one assignment on a ground outside the register's own decisions: a transfer, a retirement. */
export function EndForm({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const reasons = useChoices().data?.endReasons ?? [];
  const form = useForm({
    draftKey: `assignments.end.${row.id}`,
    initial: { on: '', reason: '', note: '', nothingOpen: false },
    check: (v) => ({
      ...(v.on === '' && { on: 'Hãy nhập ngày thôi phân công.' }),
      ...(v.reason === '' && { reason: 'Hãy chọn lý do kết thúc.' }),
      ...(v.note.trim() === '' && { note: 'Hãy ghi căn cứ.' }),
    }),
    save: (v) => assignments.End({ assignmentId: row.id, ...v }),
  });
  const undo = () =>
    void assignments.Reopen(row.id).then(refresh, (thrown: unknown) => say.failed(readFault(thrown).message));
  return (
    <FormDrawer
      title="Kết thúc phân công"
      form={form}
      onClose={onClose}
      saveLabel="Kết thúc"
      onSaved={() => {
        say.done('Đã kết thúc phân công.', undo);
        refresh();
        onClose();
      }}
    >
      <p>
        <strong>{row.officerName}</strong> – {row.kindName}: {row.targetLabel}
        <br />
        <span className="cn-soft">
          {showTime(row.validFrom, row.validTo)}, {row.decisionNumber}
        </span>
      </p>
      <Field form={form} name="on" label="Thôi phân công từ ngày" required hint="Ngày đầu tiên không còn phụ trách.">
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <Field form={form} name="reason" label="Lý do" required>
        {(p) => <ChoiceInput {...p} options={reasons.map((r) => ({ value: r.code, label: r.word }))} />}
      </Field>
      <Field form={form} name="note" label="Căn cứ" required>
        {(p) => <TextInput {...p} placeholder="Quyết định 15-QĐ/TU, ngày 01/6/2026 về điều động cán bộ" />}
      </Field>
      {(form.errors.nothingOpen !== undefined || form.values.nothingOpen) && (
        <Field form={form} name="nothingOpen" label="Việc còn mở ở địa bàn">
          {(p) => <CheckInput {...p} label="Xác nhận không có việc tồn cần bàn giao" />}
        </Field>
      )}
    </FormDrawer>
  );
}
