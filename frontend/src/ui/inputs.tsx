import './form.css';
import { UnorderedListOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { composing } from '../lib/keys';
import { nfc } from '../lib/text';
import type { InputProps } from './Field';
import { usePhraseHost, type TextKind } from './phrases';

interface TextProps extends InputProps<string> {
  placeholder?: string;
  /** For names, codes and numbers the speller only disturbs. */
  autoComplete?: string;
  type?: 'text' | 'password' | 'tel';
}

/**
 * One line of text. The text under the cursor is never touched: input methods work by backspace and new letters, and any
 * rewriting or selecting would cut them. Normalised when the field is left.
 */
export function TextInput({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  disabled,
  ariaLabel,
  placeholder,
  autoComplete = 'off',
  type = 'text',
}: TextProps) {
  return (
    <input
      id={id}
      className="cn-input"
      type={type}
      value={value}
      disabled={disabled}
      placeholder={placeholder}
      autoComplete={autoComplete}
      spellCheck={false}
      aria-label={ariaLabel}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => type !== 'password' && nfc(value) !== value && onChange(nfc(value))}
    />
  );
}

interface AreaProps extends TextProps {
  rows?: number;
  /** Which of the office's phrases stand first in the list that Alt+↓ opens. */
  phrases?: TextKind;
}

/** Text of several lines; Enter makes a new line, Ctrl+S saves the form, Alt+↓ opens the office's phrases. */
export function TextArea({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  disabled,
  ariaLabel,
  placeholder,
  rows = 4,
  phrases = '',
}: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const host = usePhraseHost();
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const ask = () => {
    const field = area.current!;
    const [from, to] = [field.selectionStart, field.selectionEnd];
    host?.({
      kind: phrases,
      selected: field.value.slice(from, to),
      insert: (phrase) => {
        flushSync(() => latest.current(field.value.slice(0, from) + phrase + field.value.slice(to)));
        field.focus();
        field.setSelectionRange(from + phrase.length, from + phrase.length);
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || !event.altKey || event.key !== 'ArrowDown' || !host) return;
    event.preventDefault();
    ask();
  };
  return (
    <div className="cn-area">
      <textarea
        ref={area}
        id={id}
        className="cn-input"
        rows={rows}
        value={value}
        disabled={disabled}
        placeholder={placeholder}
        spellCheck={false}
        aria-label={ariaLabel}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => nfc(value) !== value && onChange(nfc(value))}
      />
      {host && !disabled && (
        <button
          type="button"
          tabIndex={-1}
          className="cn-area-phrases"
          aria-label="Câu mẫu (Alt+↓)"
          title="Câu mẫu (Alt+↓)"
          onMouseDown={(event) => event.preventDefault()}
          onClick={ask}
        >
          <UnorderedListOutlined aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

export interface Option<T extends string> {
  value: T;
  label: string;
}

interface ChoiceProps<T extends string> extends InputProps<T> {
  options: Option<T>[];
  placeholder?: string;
}

/** One of a list; Alt+↓ opens it. Up to four choices that are always the same: use ChoiceRow. */
export function ChoiceInput<T extends string>({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  disabled,
  ariaLabel,
  options,
  placeholder = 'Chọn…',
}: ChoiceProps<T>) {
  return (
    <Select<T>
      id={id}
      value={value === '' ? undefined : value}
      onChange={onChange}
      options={options}
      disabled={disabled}
      placeholder={placeholder}
      status={invalid ? 'error' : undefined}
      aria-label={ariaLabel}
      aria-describedby={describedBy}
      popupMatchSelectWidth={false}
      getPopupContainer={() => document.body}
    />
  );
}

/** A few choices side by side, all visible. */
export function ChoiceRow<T extends string>({
  id,
  value,
  onChange,
  disabled,
  options,
  describedBy,
  ariaLabel,
}: ChoiceProps<T>) {
  const name = useId();
  return (
    <div className="cn-choices" role="radiogroup" aria-label={ariaLabel} aria-describedby={describedBy}>
      {options.map((each, index) => (
        <label key={each.value} className="cn-check">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={name}
            checked={value === each.value}
            disabled={disabled}
            onChange={() => onChange(each.value)}
          />
          {each.label}
        </label>
      ))}
    </div>
  );
}

/** Yes or no, with its words beside it. */
export function CheckInput({
  id,
  value,
  onChange,
  disabled,
  describedBy,
  label,
}: InputProps<boolean> & { label: string }) {
  return (
    <label className="cn-check">
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
