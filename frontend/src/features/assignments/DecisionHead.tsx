import { useRef } from 'react';
import type { Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import type { Form } from '../../ui/useForm';
import type { DecisionValues } from './decisionValues';

/** What stands at the head of the paper. */
export function DecisionHead({ form, actions }: { form: Form<DecisionValues>; actions: Go.assignments.Choice[] }) {
  const { today } = useDesk();
  const { docDate, effectiveDate } = form.values;
  // Until somebody says otherwise, a decision is in force from the day it is signed: the one day follows the other as it is typed.
  const follows = useRef(effectiveDate === '');
  return (
    <div className="cn-stack">
      <FieldRow>
        <Field form={form} name="action" label="Loại">
          {(p) => <ChoiceInput {...p} options={actions.map((a) => ({ value: a.code, label: a.word }))} />}
        </Field>
        <Field form={form} name="number" label="Số">
          {(p) => <TextInput {...p} placeholder="ví dụ: 12" />}
        </Field>
        <Field form={form} name="symbol" label="Ký hiệu">
          {(p) => <TextInput {...p} placeholder="ví dụ: QĐ/ĐU" />}
        </Field>
        <Field form={form} name="docDate" label="Ngày ký">
          {(p) => (
            <DateField
              {...p}
              today={today}
              onChange={(day) => {
                p.onChange(day);
                if (follows.current && (effectiveDate === '' || effectiveDate === docDate))
                  form.set('effectiveDate', day);
              }}
            />
          )}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field form={form} name="issuer" label="Cơ quan ban hành">
          {(p) => <TextInput {...p} placeholder="ví dụ: Ban Thường vụ Đảng ủy xã …" />}
        </Field>
        <Field form={form} name="effectiveDate" label="Có hiệu lực từ ngày">
          {(p) => (
            <DateField
              {...p}
              today={today}
              onChange={(day) => {
                follows.current = false;
                p.onChange(day);
              }}
            />
          )}
        </Field>
        <Field form={form} name="lineTotal" label="Tổng số dòng ghi trên phụ lục" hint="Để đối chiếu, khỏi sót dòng">
          {(p) => <NumberInput {...p} unit="dòng" />}
        </Field>
      </FieldRow>
      <Field form={form} name="subject" label="Trích yếu">
        {(p) => <TextInput {...p} placeholder="ví dụ: phân công cấp ủy viên phụ trách ấp, khu phố" />}
      </Field>
      <GuardReasonField form={form} />
    </div>
  );
}
