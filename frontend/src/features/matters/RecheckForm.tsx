import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceInput, ChoiceRow } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { officerErrors } from './ConveyForm';
import { meetingOptions, useMeetingsAt } from './meetingsAt';
import { options, orNone } from './options';
import { ResponsiblePicker } from './ResponsiblePicker';
import { useVocabulary } from './queries';
import { StepText } from './StepText';

/** What is settled is looked at again at the place; what has not changed is opened again. */
export function RecheckForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const places = [...new Set(rows.map((each) => each.placeId))];
  const placeId = places.length === 1 ? places[0]! : '';
  const meetings = useMeetingsAt(placeId, today);
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
              <Field form={form} name="meetingId" label="Tại cuộc họp trong nhật ký">
                {(p) => (
                  <ChoiceInput
                    {...p}
                    onChange={(id) => {
                      p.onChange(id);
                      const held = meetings.find((each) => each.id === id);
                      if (held) form.set('day', held.heldOn);
                    }}
                    options={orNone(meetingOptions(meetings), 'không phải tại cuộc họp')}
                  />
                )}
              </Field>
            )}
          </FieldRow>
          <Field form={officerErrors(form)} name="officer" label="Cán bộ xem lại">
            {(p) => (
              <ResponsiblePicker
                {...p}
                placeId={placeId}
                day={form.values.day}
                propose={(one) => form.propose('officer', one)}
              />
            )}
          </Field>
          <StepText form={form} label="Ghi chú" />
        </>
      )}
    </ActionDrawer>
  );
}
