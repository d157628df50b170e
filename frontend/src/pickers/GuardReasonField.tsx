import { Field } from '../ui/Field';
import type { Form } from '../ui/useForm';
import { GuardReason } from './GuardReason';

/** Asks why marked text is kept, once Go has refused a text of the form for it. */
export function GuardReasonField<V extends { guardReason: string }, R>({
  form,
  disabled,
}: {
  form: Form<V, R>;
  disabled?: boolean;
}) {
  const { values, errors } = form;
  const asked = Object.values(errors).some((each) => each.includes('chọn lý do giữ nguyên'));
  if (values.guardReason === '' && errors.guardReason === undefined && !asked) return null;
  return (
    <Field form={form} name="guardReason" label="Lý do giữ nguyên chữ được nhắc">
      {(p) => (
        <GuardReason
          {...p}
          value={values.guardReason}
          onChange={(code) => form.set('guardReason', code as V['guardReason'])}
          disabled={disabled}
        />
      )}
    </Field>
  );
}
