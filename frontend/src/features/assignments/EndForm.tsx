import { assignments } from '../../api/client';
import { AppError, readFault } from '../../lib/fault';
import { showNumber } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { showTime } from './labels';
import { useChoices, useRefresh, type RegisterRow } from './queries';

interface Props {
  rows: RegisterRow[];
  onClose: () => void;
  onEnded?: () => void;
}

/** Refusals of single rows at the one field all of them share, each with the row it means. */
function byField(fields: Record<string, string>, rows: RegisterRow[]): Record<string, string> {
  const said = new Map<string, string[]>();
  const all = Object.values(fields);
  for (const [path, text] of Object.entries(fields)) {
    const [, place, field = 'on'] = path.split('.');
    const row = path.startsWith('rows.') ? rows[Number(place)] : undefined;
    const common = rows.length > 1 && all.filter((each) => each === text).length === rows.length;
    const line = row && !common ? `${row.officerName}, ${row.targetLabel}: ${text}` : text;
    const name = row ? field : path;
    const lines = said.get(name) ?? [];
    if (!lines.includes(line)) said.set(name, [...lines, line]);
  }
  return Object.fromEntries([...said].map(([name, lines]) => [name, lines.join(' ')]));
}

const count = (rows: RegisterRow[], key: 'officerName' | 'targetLabel') => new Set(rows.map((row) => row[key])).size;

/** Ends assignments on a ground outside the register's own decisions: a transfer, a retirement. All of them or none. */
export function EndForm({ rows, onClose, onEnded }: Props) {
  const { today } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const reasons = useChoices().data?.endReasons ?? [];
  const ids = rows.map((each) => each.id);
  const form = useForm({
    draftKey: `assignments.end.${rows.map((each) => each.id).join('.')}`,
    initial: { on: '', reason: '', note: '', nothingOpen: false, guardReason: '' },
    check: (v) => ({
      ...(v.on === '' && { on: 'Hãy nhập ngày thôi phân công.' }),
      ...(v.reason === '' && { reason: 'Hãy chọn lý do kết thúc.' }),
      ...(v.note.trim() === '' && { note: 'Hãy ghi căn cứ.' }),
    }),
    save: (v) =>
      rows.length === 1
        ? assignments.End({ assignmentId: rows[0]!.id, ...v })
        : assignments.EndMany(ids, { assignmentId: '', ...v }).catch((thrown: unknown) => {
            const refused = readFault(thrown);
            throw new AppError({ ...refused, fields: byField(refused.fields, rows) });
          }),
  });
  const undo = () =>
    void assignments.ReopenMany(ids).then(refresh, (thrown: unknown) => say.failed(readFault(thrown).message));
  return (
    <FormDrawer
      title="Kết thúc phân công"
      form={form}
      onClose={onClose}
      saveLabel="Kết thúc"
      onSaved={() => {
        say.done(`Đã kết thúc ${showNumber(rows.length)} phân công.`, undo);
        onEnded?.();
        refresh();
        onClose();
      }}
    >
      {rows.length > 1 && (
        <p>
          <strong>{showNumber(rows.length)} phân công</strong> của {showNumber(count(rows, 'officerName'))} người ở{' '}
          {showNumber(count(rows, 'targetLabel'))} nơi kết thúc cùng một ngày; từ ngày đó các nơi ấy không còn những
          người này phụ trách.
        </p>
      )}
      <ul className="cn-assign-now">
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.officerName}</strong> – {row.kindName}: {row.targetLabel}{' '}
            <span className="cn-soft">
              {showTime(row.validFrom, row.validTo)}, {row.decisionNumber}
            </span>
          </li>
        ))}
      </ul>
      <Field form={form} name="on" label="Thôi phân công từ ngày" required hint="Ngày đầu tiên không còn phụ trách.">
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <Field form={form} name="reason" label="Lý do" required>
        {(p) => <ChoiceInput {...p} options={reasons.map((r) => ({ value: r.code, label: r.word }))} />}
      </Field>
      <Field form={form} name="note" label="Căn cứ" required>
        {(p) => <TextInput {...p} placeholder="ví dụ: Quyết định 15-QĐ/TU, ngày 01/6/2026 về điều động cán bộ" />}
      </Field>
      <GuardReasonField form={form} />
      {(form.errors.nothingOpen !== undefined || form.values.nothingOpen) && (
        <Field form={form} name="nothingOpen" label="Việc còn mở ở địa bàn">
          {(p) => <CheckInput {...p} label="Xác nhận không có việc tồn cần bàn giao" />}
        </Field>
      )}
    </FormDrawer>
  );
}
