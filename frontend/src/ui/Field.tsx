import './form.css';
import { useId, type ReactNode } from 'react';
import type { Form } from './useForm';

/** What every input of the kit and every picker takes. */
export interface InputProps<T> {
  id?: string;
  value: T;
  onChange: (value: T) => void;
  invalid?: boolean;
  describedBy?: string;
  disabled?: boolean;
  /** Name for screen readers where no visible label stands beside it: in filters. */
  ariaLabel?: string;
}

interface Props<V extends object, K extends keyof V & string> {
  form: Form<V, unknown>;
  name: K;
  label: ReactNode;
  /** Says beforehand what to type; stays visible. */
  hint?: ReactNode;
  required?: boolean;
  children: (
    input: Required<Pick<InputProps<V[K]>, 'id' | 'value' | 'onChange'>> &
      Pick<InputProps<V[K]>, 'invalid' | 'describedBy'>,
  ) => ReactNode;
}

/** A label, one input and, beside it, what is wrong with it: `<Field form={form} name="name" label="Họ và tên" required>{(p) => <TextInput {...p} />}</Field>`. */
export function Field<V extends object, K extends keyof V & string>({
  form,
  name,
  label,
  hint,
  required,
  children,
}: Props<V, K>) {
  const id = useId();
  const error = form.errors[name];
  const described = [hint !== undefined ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div
      className={error ? 'cn-field cn-field-bad' : 'cn-field'}
      data-field={name}
      data-bad={error ? 'yes' : undefined}
    >
      <label htmlFor={id}>
        {label}
        {required && <span className="cn-field-must"> (bắt buộc)</span>}
      </label>
      {children({
        id,
        value: form.values[name],
        onChange: (value) => form.set(name, value),
        invalid: Boolean(error),
        describedBy: described || undefined,
      })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="cn-field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="cn-field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

/** Two or three short fields on one line; they stand below each other when the text is large. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="cn-field-row">{children}</div>;
}
