import type { KeyboardEvent } from 'react';
import type { Go } from '../../api/client';
import { composing } from '../../lib/keys';

interface Props {
  /** Whose result: said by screen readers. */
  label: string;
  words: Go.store.Word[];
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  invalid?: boolean;
  autoFocus?: boolean;
}

/**
 * What became of one officer, by one key: 1–4 choose, Delete takes the choice back to "chưa ghi nhận". Nothing is chosen
 * beforehand, because what nobody wrote is not "đã dự".
 */
export function ResultInput({ label, words, value, onChange, onNext, invalid, autoFocus }: Props) {
  const at = words.findIndex((each) => each.code === value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = words[Number(event.key) - 1];
    if (digit) onChange(digit.code);
    else if (event.key === 'ArrowRight') onChange(words[Math.min(at + 1, words.length - 1)]?.code ?? '');
    else if (event.key === 'ArrowLeft') onChange(words[Math.max(at - 1, 0)]?.code ?? '');
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange('');
    else if (event.key === 'Enter') onNext();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={invalid ? 'cn-result cn-result-bad' : 'cn-result'}
      role="radiogroup"
      aria-label={label}
      aria-invalid={invalid || undefined}
      tabIndex={0}
      data-stop="yes"
      data-autofocus={autoFocus || undefined}
      onKeyDown={onKeyDown}
    >
      {words.map((each, index) => (
        <span
          key={each.code}
          role="radio"
          aria-checked={each.code === value}
          className="cn-result-choice"
          onClick={() => onChange(each.code === value ? '' : each.code)}
        >
          <kbd className="cn-key" aria-hidden="true">
            {index + 1}
          </kbd>{' '}
          {each.word}
        </span>
      ))}
    </div>
  );
}
