import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { GuardedText } from '../../pickers/GuardedText';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { ChoiceRow } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { officerErrors } from './AtPlace';
import { options } from './options';
import { ResponsiblePicker } from './ResponsiblePicker';
import { useVocabulary } from './queries';

/** Explained where it was raised: by whom, with what result. */
export function OnSpotForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  return (
    <ActionDrawer
      event="ANSWER_ON_SPOT"
      rows={rows}
      onClose={onClose}
      title="Đã giải trình tại chỗ"
      said="Đã ghi giải trình tại chỗ."
      initial={{
        officer: null as Picked | null,
        day: rows[0]?.receivedOn ?? today,
        outcome: '',
        text: '',
        guardReason: '',
      }}
      check={(v): Record<string, string> => ({
        ...(v.officer ? {} : { officer: 'Hãy chọn cán bộ đã giải trình tại chỗ.' }),
        ...(v.outcome ? {} : { outcome: 'Hãy chọn kết quả giải trình.' }),
      })}
      write={({ officer, ...v }) =>
        matters.AnswerOnSpot({ matterIds: idsOf(rows), officerId: officer?.id ?? '', ...v })
      }
    >
      {(form) => (
        <>
          <Field form={officerErrors(form)} name="officer" label="Ai giải trình" required>
            {(p) => (
              <ResponsiblePicker
                {...p}
                placeId={rows.length === 1 ? rows[0]!.placeId : ''}
                day={form.values.day}
                propose={(one) => form.propose('officer', one)}
              />
            )}
          </Field>
          <Field form={form} name="outcome" label="Kết quả" required>
            {(p) => (
              <ChoiceRow
                {...p}
                options={options(words?.outcomes).filter(
                  (each) => each.value === 'EXPLAINED' || each.value === 'RESOLVED',
                )}
              />
            )}
          </Field>
          <Field form={form} name="day" label="Ngày" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
          <Field form={form} name="text" label="Nội dung giải trình">
            {(p) => (
              <GuardedText
                phrases="tra_loi"
                {...p}
                rows={3}
                reason={form.values.guardReason}
                onReason={(code) => form.set('guardReason', code)}
              />
            )}
          </Field>
        </>
      )}
    </ActionDrawer>
  );
}
