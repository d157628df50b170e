import { useId, type ReactNode } from 'react';

interface Props {
  label: ReactNode;
  error?: string;
  hint?: ReactNode;
  required?: boolean;
  wide?: boolean;
  children: (input: { id: string; invalid: boolean; describedBy?: string }) => ReactNode;
}

/** A labelled input of a repeated part, whose error Go names by number ("items.1.summary"); Field does this for plain names. */
export function Slot({ label, error, hint, required, wide, children }: Props) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div
      className={`cn-field${error ? ' cn-field-bad' : ''}${wide ? ' cn-matter-wide' : ''}`}
      data-bad={error ? 'yes' : undefined}
    >
      <label htmlFor={id}>
        {label}
        {required && <span className="cn-field-must"> (bắt buộc)</span>}
      </label>
      {children({ id, invalid: Boolean(error), describedBy: described || undefined })}
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
