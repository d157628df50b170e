import { GuardedText } from '../../pickers/GuardedText';
import { Field } from '../../ui/Field';
import type { Form } from '../../ui/useForm';

interface Written {
  text: string;
  guardReason: string;
}

/** What is written down with a step, with the office's phrases for replies, and the reason to keep a word that was marked. */
export function StepText<V extends Written, R>({
  form,
  label,
  required,
}: {
  form: Form<V, R>;
  label: string;
  required?: boolean;
}) {
  return (
    <Field form={form} name="text" label={label} required={required}>
      {(p) => (
        <GuardedText
          phrases="tra_loi"
          {...p}
          rows={2}
          reason={form.values.guardReason}
          onReason={(code) => form.set('guardReason', code as V['guardReason'])}
        />
      )}
    </Field>
  );
}
