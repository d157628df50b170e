import { useEffect, useRef, type ReactNode } from 'react';
import { FormQuestion } from './FormQuestion';
import { focusFirstFault, focusNextField } from './formFocus';
import type { Form } from './useForm';
import { useShortcut } from './useShortcut';

interface Props<V extends object> {
  form: Form<V, unknown>;
  /** Ctrl+S; absent where the person may only look. */
  save?: () => void;
  /** The verb of the act Go may ask about before it is done; "lưu" unless told. */
  act?: string;
  className?: string;
  children: ReactNode;
}

/**
 * The form of a whole page, by the same keys and the same rules as a drawer: Ctrl+S saves unless something lies above, Enter
 * goes to the next field and then to the button marked `data-save`, a refusal goes to the first fault.
 */
export function FormPage<V extends object>({
  form,
  save,
  act = 'Lưu',
  className = 'cn-page cn-page-scroll',
  children,
}: Props<V>) {
  const box = useRef<HTMLDivElement>(null);
  useShortcut('ctrl+s', save ?? false);
  useEffect(() => {
    if (form.refusals > 0) focusFirstFault(box.current);
  }, [form.refusals]);
  return (
    <div
      ref={box}
      data-form-page
      className={className}
      onMouseDown={(event) => {
        // Leaving a field may show or take away a sentence under it: the button would move away from the press.
        if ((event.target as Element).closest('[data-save]')) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (box.current?.contains(event.target as Node))
          focusNextField(event, box.current, () => box.current?.querySelector<HTMLElement>('[data-save]')?.focus());
      }}
    >
      {children}
      <FormQuestion form={form} act={act} />
    </div>
  );
}
