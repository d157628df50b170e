import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import type { Form } from '../../ui/useForm';
import type { Words } from './labels';
import type { SessionValues } from './sessionValues';

const asOptions = (words: { code: string; word: string }[]) =>
  words.map((each) => ({ value: each.code, label: each.word }));

/** What the session is, when and where, who leads it. */
export function SessionHead({ form, words, readOnly }: { form: Form<SessionValues>; words: Words; readOnly: boolean }) {
  const { today } = useDesk();
  const { values } = form;
  return (
    <div className="cn-stack">
      <FieldRow>
        <Field form={form} name="body" label="Phiên họp của" required>
          {(p) => <ChoiceInput {...p} options={asOptions(words.bodies)} disabled={readOnly} />}
        </Field>
        <Field form={form} name="day" label="Ngày họp" required>
          {(p) => <DateField {...p} today={today} disabled={readOnly} />}
        </Field>
        <Field form={form} name="startTime" label="Giờ bắt đầu">
          {(p) => <TextInput {...p} placeholder="ví dụ: 7h30" disabled={readOnly} />}
        </Field>
        <Field form={form} name="state" label="Tình trạng">
          {(p) => <ChoiceInput {...p} options={asOptions(words.states)} disabled={readOnly} />}
        </Field>
      </FieldRow>
      <Field form={form} name="title" label="Tên phiên họp" required>
        {(p) => <TextInput {...p} placeholder="ví dụ: Hội nghị Ban Chấp hành lần thứ 12" disabled={readOnly} />}
      </Field>
      <FieldRow>
        <Field form={form} name="place" label="Địa điểm">
          {(p) => <TextInput {...p} placeholder="ví dụ: Hội trường …" disabled={readOnly} />}
        </Field>
        <Field form={form} name="chair" label="Chủ trì">
          {(p) => <OfficerPicker adds {...p} asOf={values.day} disabled={readOnly} />}
        </Field>
        <Field form={form} name="secretary" label="Thư ký">
          {(p) => <OfficerPicker adds {...p} asOf={values.day} disabled={readOnly} />}
        </Field>
        {values.state === 'da_hop' && (
          <Field form={form} name="endTime" label="Giờ kết thúc">
            {(p) => <TextInput {...p} placeholder="ví dụ: 11h15" disabled={readOnly} />}
          </Field>
        )}
      </FieldRow>
      <GuardReasonField form={form} disabled={readOnly} />
    </div>
  );
}
