import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';

/** The office answers itself. */
export function HandForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  return (
    <ActionDrawer
      event="TAKE_IN_HAND"
      rows={rows}
      onClose={onClose}
      title="Tự xử lý"
      said="Đã ghi tự xử lý."
      initial={{ day: today, dueOn: '' }}
      write={(v) => matters.TakeInHand({ matterIds: idsOf(rows), ...v })}
    >
      {(form) => (
        <FieldRow>
          <Field form={form} name="day" label="Từ ngày" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
          <Field form={form} name="dueOn" label="Hạn trả lời">
            {(p) => <DateField {...p} today={today} placeholder="theo thời hạn" />}
          </Field>
        </FieldRow>
      )}
    </ActionDrawer>
  );
}
