import { ConfirmDialog } from './ConfirmDialog';
import type { Form } from './useForm';

interface Props<V extends object> {
  form: Form<V, unknown>;
  /** The verb on the form's button: "Ban hành". */
  act: string;
}

/** What Go asks before something that cannot be undone; everything in the form was found good by then. */
export function FormQuestion<V extends object>({ form, act }: Props<V>) {
  if (form.questions === null) return null;
  const still = `Vẫn ${act.charAt(0).toLowerCase()}${act.slice(1)}`;
  return (
    <ConfirmDialog
      title={`${still}?`}
      cancel="Xem lại"
      confirm={still}
      onCancel={() => form.answer(false)}
      onConfirm={() => form.answer(true)}
    >
      {form.questions.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </ConfirmDialog>
  );
}
