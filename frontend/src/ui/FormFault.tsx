import './form.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { ErrorNotice } from './ErrorNotice';
import { layerOnTop } from './typed';
import type { Form } from './useForm';

interface Props<V extends object> {
  form: Form<V, unknown>;
  /** What stands at a field is not said a second time: for a short sheet that shows all its fields at once. */
  once?: boolean;
}

/** Why a form was refused as a whole, and every message of a field that the screen does not show: none is lost. */
export function FormFault<V extends object>({ form, once = false }: Props<V>) {
  const box = useRef<HTMLDivElement>(null);
  const { errors, fault, refusals } = form;
  const [unseen, setUnseen] = useState<string[]>([]);
  useLayoutEffect(() => {
    const screen = box.current?.closest<HTMLElement>('.cn-sheet, .cn-page, form') ?? layerOnTop();
    const shown = [...screen.querySelectorAll('.cn-field-error, .cn-error strong')]
      .filter((each) => !box.current?.contains(each) || each.tagName === 'STRONG')
      .map((each) => each.textContent ?? '');
    setUnseen([...new Set(Object.values(errors))].filter((each) => !shown.some((text) => text.includes(each))));
  }, [errors, fault, refusals]);
  return (
    <div ref={box} className="cn-form-fault">
      {fault !== null && !(once && Object.keys(errors).some((name) => name !== '')) && <ErrorNotice error={fault} />}
      {unseen.map((each) => (
        <div key={each} className="cn-field-error" role="alert">
          {each}
        </div>
      ))}
    </div>
  );
}
