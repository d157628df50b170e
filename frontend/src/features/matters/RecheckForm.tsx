import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceRow } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { MeetingField, OfficerField, onePlace } from './AtPlace';
import { options } from './options';
import { useVocabulary } from './queries';
import { StepText } from './StepText';

/** What is settled is looked at again at the place; what has not changed is opened again. */
export function RecheckForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const placeId = onePlace(rows);
  return (
    <ActionDrawer
      event="RECHECK"
      rows={rows}
      onClose={onClose}
      title="Xem lại tại cơ sở"
      said="Đã ghi kết quả xem lại."
      saveLabel="Ghi kết quả"
      initial={{
        result: '',
        day: today,
        meetingId: '',
        officer: null as Picked | null,
        text: '',
        guardReason: '',
      }}
      check={(v): Record<string, string> =>
        v.result ? {} : { result: 'Hãy chọn: đã chuyển biến hoặc chưa chuyển biến.' }
      }
      write={({ officer, meetingId, ...v }) =>
        matters.Recheck({
          matterIds: idsOf(rows),
          officerId: officer?.id ?? '',
          meetingId: meetingId === 'NONE' ? '' : meetingId,
          ...v,
        })
      }
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="result"
            label="Tại cơ sở nay thế nào"
            required
            hint="Chưa chuyển biến thì kiến nghị được mở lại, thời hạn tính từ ngày xem lại."
          >
            {(p) => <ChoiceRow {...p} options={options(words?.rechecks)} />}
          </Field>
          <FieldRow>
            <Field form={form} name="day" label="Ngày xem lại" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
            {placeId !== '' && (
              <MeetingField
                form={form}
                placeId={placeId}
                today={today}
                label="Tại cuộc họp trong nhật ký"
                none="không phải tại cuộc họp"
              />
            )}
          </FieldRow>
          <OfficerField form={form} placeId={placeId} label="Cán bộ xem lại" />
          <StepText form={form} label="Ghi chú" />
        </>
      )}
    </ActionDrawer>
  );
}
