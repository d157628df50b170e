import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { GuardedText } from '../../pickers/GuardedText';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceRow, TextInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { MeetingField, OfficerField, onePlace } from './AtPlace';
import { options } from './options';
import { useVocabulary } from './queries';

/** The answer goes back to the place: at which meeting or by which paper, by whom, and what the place said. */
export function ConveyForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const placeId = onePlace(rows);
  return (
    <ActionDrawer
      event="CONVEY"
      rows={rows}
      onClose={onClose}
      title="Phản hồi về cơ sở"
      said="Đã ghi phản hồi."
      saveLabel="Ghi phản hồi"
      initial={{
        how: '',
        day: today,
        meetingId: '',
        unit: null as Picked | null,
        officer: null as Picked | null,
        docNumber: '',
        reaction: '',
        text: '',
        guardReason: '',
      }}
      check={(v): Record<string, string> => ({
        ...(v.how ? {} : { how: 'Hãy chọn cách phản hồi.' }),
        ...(v.how === 'MEETING' && placeId !== '' && v.meetingId === ''
          ? { meetingId: 'Hãy chọn cuộc họp, hoặc “chưa ghi trong nhật ký”.' }
          : {}),
        ...(v.reaction ? {} : { reaction: 'Hãy chọn thái độ của cơ sở.' }),
        ...(v.officer ? {} : { officer: 'Hãy chọn cán bộ đã phản hồi về cơ sở.' }),
      })}
      write={(v, accepted) =>
        matters.Convey({
          matterIds: idsOf(rows),
          day: v.day,
          how: v.how,
          meetingId: v.how === 'MEETING' && v.meetingId !== 'NONE' ? v.meetingId : '',
          unitId: v.unit?.id ?? '',
          officerId: v.officer?.id ?? '',
          docNumber: v.how === 'MEETING' ? '' : v.docNumber,
          reaction: v.reaction,
          text: v.text,
          guardReason: v.guardReason,
          accepted,
        })
      }
    >
      {(form) => (
        <>
          <Field form={form} name="how" label="Phản hồi bằng cách nào" required>
            {(p) => <ChoiceRow {...p} options={options(words?.hows)} />}
          </Field>
          <FieldRow>
            <Field form={form} name="day" label="Ngày phản hồi" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
            {form.values.how === 'MEETING' && placeId !== '' && (
              <MeetingField
                form={form}
                placeId={placeId}
                today={today}
                label="Cuộc họp trong nhật ký"
                none="chưa ghi trong nhật ký"
                required
              />
            )}
            {(form.values.how === 'NOTICE' || form.values.how === 'LETTER') && (
              <Field form={form} name="docNumber" label="Số, ký hiệu văn bản">
                {(p) => <TextInput {...p} />}
              </Field>
            )}
          </FieldRow>
          <OfficerField form={form} placeId={placeId} label="Cán bộ phản hồi" required />
          <Field
            form={form}
            name="reaction"
            label="Thái độ của cơ sở"
            required
            hint="Còn ý kiến thì kiến nghị được mở lại; lần kết thúc trước vẫn còn trong diễn biến."
          >
            {(p) => <ChoiceRow {...p} options={options(words?.reactions)} />}
          </Field>
          <Field form={form} name="text" label="Ghi chú của lần phản hồi">
            {(p) => (
              <GuardedText
                phrases="tra_loi"
                {...p}
                rows={2}
                reason={form.values.guardReason}
                onReason={(code) => form.set('guardReason', code)}
              />
            )}
          </Field>
          <Field form={form} name="unit" label="Phản hồi ở nơi khác nơi nêu (nếu có)">
            {(p) => (
              <UnitPicker
                adds
                {...p}
                asOf={form.values.day}
                placeholder={rows.length === 1 ? rows[0]!.place : 'đúng nơi đã nêu'}
              />
            )}
          </Field>
        </>
      )}
    </ActionDrawer>
  );
}
