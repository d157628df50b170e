import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { CheckInput } from '../../ui/inputs';
import { ActionDrawer, type ActionProps } from './ActionDrawer';
import { StepText } from './StepText';

/** What became of a promised day. */
export function FollowUpForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const row = rows[0]!;
  return (
    <ActionDrawer
      event="FOLLOW_UP"
      rows={rows}
      onClose={onClose}
      title="Theo dõi lời hẹn"
      said="Đã ghi."
      initial={{ kept: false, day: today, promisedOn: '', text: '', guardReason: '' }}
      check={(v): Record<string, string> =>
        v.kept || v.promisedOn || v.text.trim()
          ? {}
          : { promisedOn: 'Hãy nhập ngày hẹn mới, hoặc ghi vì sao không còn hẹn.' }
      }
      write={(v) => matters.FollowUp({ matterId: row.id, ...v })}
    >
      {(form) => (
        <>
          <Field form={form} name="kept" label="Lời hẹn">
            {(p) => <CheckInput {...p} label="Cơ quan đã làm đúng như hẹn" />}
          </Field>
          <FieldRow>
            <Field form={form} name="day" label="Ngày ghi" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
            {!form.values.kept && (
              <Field form={form} name="promisedOn" label="Hẹn lại đến ngày">
                {(p) => <DateField {...p} today={today} />}
              </Field>
            )}
          </FieldRow>
          <StepText form={form} label="Ghi chú" />
        </>
      )}
    </ActionDrawer>
  );
}
