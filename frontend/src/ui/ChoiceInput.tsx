import './form.css';
import { DownOutlined } from '@ant-design/icons';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { composing } from '../lib/keys';
import { fold, rank, sameName } from '../lib/text';
import { ComboInput, nextLine, unchosen } from './ComboInput';
import type { InputProps } from './Field';
import { FieldError } from './FieldError';
import { useTypedInput } from './typed';
import { usePopupPlace } from './usePopupPlace';

export interface Option<T extends string> {
  value: T;
  label: string;
}

export interface ChoiceProps<T extends string> extends InputProps<T> {
  options: Option<T>[];
  placeholder?: string;
}

/** Longest label, in letters, a field beside others makes room for. */
const WIDEST = 34;

/**
 * One of a list. Letters, with or without accents, narrow the list at once; Alt+↓ or ↓ opens it, ↑ ↓ move, Enter takes what is
 * marked and goes on to the next field, Esc gives up what was typed. Letters that were not taken stay with a sentence, and
 * nothing is saved meanwhile. Up to four choices that are always the same: use ChoiceRow.
 */
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
  const listId = useId();
  const box = useRef<HTMLSpanElement>(null);
  // As typed; null while the field shows the choice.
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [told, setTold] = useState(false);
  const place = usePopupPlace(box, open);
  const chosen = options.find((each) => each.value === value);
  const label = value === '' ? '' : (chosen?.label ?? value);
  const found = text === null || text.trim() === '' ? options : narrowed(options, text);
  const sentence = text !== null && exact(options, text) ? '' : unchosen(text);

  const show = () => {
    setActive(Math.max(0, text === null ? options.findIndex((each) => each.value === value) : active));
    setOpen(true);
  };
  const giveUp = () => {
    setText(null);
    setOpen(false);
    setTold(false);
  };
  const take = (option: Option<T>) => {
    giveUp();
    if (option.value !== value) onChange(option.value);
  };
  const settle = () => {
    setOpen(false);
    if (text === null) return;
    const same = exact(options, text);
    if (same) take(same);
    else if (sentence === '') giveUp();
    else setTold(true);
  };
  useTypedInput(box, { problem: () => sentence, settle });

  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.metaKey) return;
    const marked = open ? found[active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) show();
      else if (event.altKey) setOpen(false);
      else setActive(nextLine(active, event.key, found.length));
    } else if (event.key === 'Enter') {
      if (marked) take(marked);
      else settle();
      // What was taken lets the form go on to its next field.
      if (marked || sentence === '') return;
    } else if (event.key === 'Tab') {
      if (marked && text !== null) take(marked);
      return;
    } else if (event.key === 'Escape' && (open || text !== null)) giveUp();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <span className="cn-combo cn-choice" ref={box}>
        <ComboInput
          id={id}
          kind="choice"
          listId={listId}
          open={open}
          active={found[active] && active}
          ariaLabel={ariaLabel}
          invalid={invalid || (told && sentence !== '')}
          describedBy={describedBy}
          disabled={disabled}
          placeholder={placeholder}
          size={Math.min(WIDEST, Math.max(6, ...options.map((each) => each.label.length)))}
          title={label}
          value={text ?? label}
          onText={(next) => {
            setText(next);
            setTold(false);
            setActive(0);
            setOpen(true);
          }}
          onMouseDown={() => (open ? setOpen(false) : show())}
          onKeyDown={onKeyDown}
          onBlur={settle}
        />
        <DownOutlined className="cn-choice-mark" aria-hidden="true" />
        {place &&
          createPortal(
            <div className="cn-list" style={place} onMouseDown={(event) => event.preventDefault()}>
              <ul id={listId} role="listbox" aria-label={ariaLabel ?? placeholder} className="cn-list-plain">
                {found.map((each, index) => (
                  <ListOption
                    key={each.value}
                    id={`${listId}-${index}`}
                    label={each.label}
                    active={index === active}
                    onTake={() => take(each)}
                  />
                ))}
              </ul>
              {found.length === 0 && <p role="status">Không có lựa chọn nào như vậy. Thử gõ ít chữ hơn.</p>}
            </div>,
            document.body,
          )}
      </span>
      {told && sentence !== '' && <FieldError>{sentence}</FieldError>}
    </>
  );
}

function ListOption(props: { id: string; label: string; active: boolean; onTake: () => void }) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (props.active) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [props.active]);
  return (
    <li ref={line} id={props.id} role="option" title={props.label} aria-selected={props.active} onClick={props.onTake}>
      {props.label}
    </li>
  );
}

const exact = <T extends string>(options: Option<T>[], text: string) =>
  options.find((each) => sameName(each.label, text));

/** The options in which each typed word begins a word, best first; else those that hold the letters anywhere. */
function narrowed<T extends string>(options: Option<T>[], text: string): Option<T>[] {
  const ranked = options.map((each) => ({ each, at: rank(each.label, text) })).filter(({ at }) => at >= 0);
  if (ranked.length > 0) return ranked.sort((a, b) => a.at - b.at).map(({ each }) => each);
  const letters = fold(text).trim();
  return options.filter((each) => fold(each.label).includes(letters));
}
