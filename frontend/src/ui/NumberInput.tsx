import './form.css';
import { useRef, useState } from 'react';
import { readWhole, showNumber } from '../lib/text';
import type { InputProps } from './Field';
import { FieldError } from './FieldError';
import { useTypedInput } from './typed';

interface Props extends InputProps<number | null> {
  /** Word after the number: "người", "hộ". */
  unit?: string;
}

const PROBLEM = 'Chỉ gõ số, ví dụ 24 hoặc 1.234. Không biết thì để trống.';

/** A whole number typed as text ("1.234" or "1234"). Blank is "not recorded", never 0. Says at once when it is not a number. */
export function NumberInput({ id, value, onChange, invalid, describedBy, disabled, ariaLabel, unit }: Props) {
  const [text, setText] = useState(showNumber(value));
  const [known, setKnown] = useState(value);
  // A value set from outside (a draft, the next record) replaces the text; one's own typing never does.
  if (value !== known) {
    setKnown(value);
    if (readWhole(text) !== value) setText(showNumber(value));
  }
  const box = useRef<HTMLDivElement>(null);
  const wrong = text.trim() !== '' && readWhole(text) === null;
  const settle = () => !wrong && setText(showNumber(value));
  useTypedInput(box, { problem: () => (wrong ? PROBLEM : ''), settle });
  return (
    <div ref={box}>
      <span className="cn-row">
        <input
          id={id}
          data-typed="number"
          className="cn-input cn-number"
          aria-label={ariaLabel}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          disabled={disabled}
          aria-invalid={invalid || wrong || undefined}
          aria-describedby={describedBy}
          onChange={(event) => {
            setText(event.target.value);
            const read = readWhole(event.target.value);
            setKnown(read);
            onChange(read);
          }}
          onBlur={settle}
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && wrong && event.preventDefault()}
        />
        {unit}
      </span>
      {wrong && <FieldError>{PROBLEM}</FieldError>}
    </div>
  );
}
