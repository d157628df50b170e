import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { options } from './options';
import { useVocabulary } from './queries';

const REFUSED = 'REFUSED';
const PROMISES = ['IN_PROGRESS_WITH_DATE', 'ROADMAP'];

/** What a body answered. Outcome and "specific?" are asked apart: a vague reply is sent back once and stops no clock. */
export function ReplyForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const own = rows.every((each) => each.state === 'IN_HAND');
  return (
    <ActionDrawer
      event="REPLY"
      rows={rows}
      onClose={onClose}
      title={own ? 'Ghi kết quả tự xử lý' : 'Ghi trả lời của cơ quan'}
      said="Đã ghi trả lời."
      saveLabel="Ghi trả lời"
      initial={{
        specific: 'yes',
        outcome: '',
        refusal: '',
        day: today,
        docNumber: '',
        promisedOn: '',
        vagueness: '',
        text: '',
        guardReason: '',
      }}
      check={(v) =>
        v.specific === 'yes'
          ? ({
              ...(v.outcome ? {} : { outcome: 'Hãy chọn kết quả trả lời.' }),
              ...(v.outcome === REFUSED && !v.refusal ? { refusal: 'Hãy chọn lý do từ chối giải quyết.' } : {}),
              ...(PROMISES.includes(v.outcome) && !v.promisedOn
                ? {
                    promisedOn:
                      'Trả lời có hẹn thì hãy nhập ngày cơ quan hẹn. Không có ngày thì chọn “Chung chung” để trả lại.',
                  }
                : {}),
            } as Record<string, string>)
          : v.vagueness.trim()
            ? ({} as Record<string, string>)
            : { vagueness: 'Hãy ghi trả lời còn thiếu gì (thời gian, người làm, kinh phí…).' }
      }
      write={(v) =>
        matters.Reply({
          matterIds: idsOf(rows),
          day: v.day,
          docNumber: v.docNumber,
          docDate: '',
          outcome: v.outcome,
          specific: v.specific === 'yes',
          vagueness: v.vagueness,
          promisedOn: PROMISES.includes(v.outcome) ? v.promisedOn : '',
          refusal: v.outcome === REFUSED ? v.refusal : '',
          text: v.text,
          guardReason: v.guardReason,
        })
      }
    >
      {(form) => {
        const specific = form.values.specific === 'yes';
        return (
          <>
            {!own && (
              <Field form={form} name="specific" label="Trả lời có cụ thể không?">
                {(p) => (
                  <ChoiceRow
                    {...p}
                    options={[
                      { value: 'yes', label: 'Cụ thể' },
                      { value: 'no', label: 'Chung chung, sẽ trả lại' },
                    ]}
                  />
                )}
              </Field>
            )}
            {specific && (
              <Field form={form} name="outcome" label="Kết quả" required>
                {(p) => <ChoiceInput {...p} options={options(words?.outcomes)} />}
              </Field>
            )}
            {specific && form.values.outcome === REFUSED && (
              <Field
                form={form}
                name="refusal"
                label="Lý do từ chối"
                required
                hint="Từ chối là đã trả lời, không tính là giải quyết xong."
              >
                {(p) => <ChoiceInput {...p} options={options(words?.refusals)} />}
              </Field>
            )}
            {!specific && (
              <Field
                form={form}
                name="vagueness"
                label="Còn thiếu gì"
                required
                hint="Câu này được in vào văn bản trả lại. Thời hạn trả lời vẫn tính."
              >
                {(p) => <TextInput {...p} placeholder="chưa nêu thời gian, người làm" />}
              </Field>
            )}
            <FieldRow>
              <Field form={form} name="docNumber" label="Số, ký hiệu văn bản trả lời">
                {(p) => <TextInput {...p} placeholder="ví dụ: 88/PNNMT" />}
              </Field>
              <Field form={form} name="day" label="Ngày trả lời" required>
                {(p) => <DateField {...p} today={today} />}
              </Field>
              {specific && PROMISES.includes(form.values.outcome) && (
                <Field form={form} name="promisedOn" label="Ngày hẹn xong" required>
                  {(p) => <DateField {...p} today={today} />}
                </Field>
              )}
            </FieldRow>
            {specific && (
              <Field form={form} name="text" label="Nội dung trả lời" hint="Câu này được in vào thông báo về ấp, thôn.">
                {(p) => (
                  <GuardedText
                    phrases="tra_loi"
                    {...p}
                    rows={4}
                    reason={form.values.guardReason}
                    onReason={(code) => form.set('guardReason', code)}
                  />
                )}
              </Field>
            )}
          </>
        );
      }}
    </ActionDrawer>
  );
}
