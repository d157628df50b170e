import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { composing } from '../lib/keys';
import { readFault } from '../lib/fault';
import { ComboInput, nextLine, unchosen } from '../ui/ComboInput';
import type { InputProps } from '../ui/Field';
import { FieldError } from '../ui/FieldError';
import { useTypedInput } from '../ui/typed';
import { usePopupPlace } from '../ui/usePopupPlace';
import { useAdding, type Missing } from './sources';

/** One thing that can be picked. */
export interface Picked {
  id: string;
  name: string;
  /** Tells two of the same name apart: the place above, the post held. */
  note?: string;
}

interface Props extends InputProps<Picked | null> {
  /** Finds by letters with or without accents, best first. An empty text gives the usual first choices. */
  search: (text: string) => Promise<Picked[]>;
  placeholder: string;
  /** What is said when nothing fits. */
  nothing?: string;
  /** The field stays empty and in hand after a choice. */
  several?: boolean;
  /** What can be added from here when it is not in the list. Only in forms: a list is narrowed by what there is. */
  adds?: Missing[];
}

const NONE: Missing[] = [];

const PAUSE_MS = 120;

/**
 * A field that searches while one types. Typing never picks by itself: an arrow and Enter (or a click) does. Letters left
 * in the field without picking stay there with a sentence, and nothing is saved meanwhile; Esc shows the old choice again.
 */
export function SearchPicker({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  disabled,
  ariaLabel,
  search,
  placeholder,
  nothing = 'Không tìm thấy. Thử gõ ít chữ hơn.',
  several = false,
  adds = NONE,
}: Props) {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Picked[]>([]);
  const [active, setActive] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [told, setTold] = useState(false);
  const place = usePopupPlace(box, open);
  const adding = useAdding(adds);
  const latest = useRef({ search, onChange, withLines: adding.withLines });
  useEffect(() => {
    latest.current = { search, onChange, withLines: adding.withLines };
  });

  useEffect(() => {
    if (!open) return;
    const turn = ++asked.current;
    const timer = setTimeout(
      () => {
        setBusy(true);
        latest.current
          .search(text ?? '')
          .then((list) => latest.current.withLines(text ?? '', list))
          .then(
            (list) => turn === asked.current && (setFound(list), setActive(0), setProblem('')),
            (error: unknown) => turn === asked.current && (setFound([]), setProblem(readFault(error).message)),
          )
          .finally(() => turn === asked.current && setBusy(false));
      },
      text ? PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [open, text]);

  const sentence = unchosen(text);
  const take = (choice: Picked) => {
    latest.current.onChange(choice);
    giveUp();
  };
  /** False where a sheet opened to add what was asked for: the field waits for it. */
  const pick = (choice: Picked): boolean => {
    // The letters stay in the field until the new record is there: who gives up adding it finds them again.
    const begun = adding.begin(choice, text ?? '', take);
    if (begun) setOpen(false);
    else take(choice);
    return !begun;
  };
  const giveUp = () => {
    setText(null);
    setOpen(false);
    setTold(false);
  };
  const settle = () => {
    setOpen(false);
    if (sentence !== '') {
      setTold(true);
      return;
    }
    // Emptying the field is a choice too: nobody.
    if (text !== null && value !== null) onChange(null);
    setText(null);
  };
  useTypedInput(box, { problem: () => sentence, settle });

  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.metaKey) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) setOpen(true);
      else setActive((now) => nextLine(now, event.key, found.length));
    } else if (event.key === 'Enter' && open && chosen && text !== '') {
      // The list on the screen may still answer an earlier text: picking from it would pick what nobody saw.
      if (!busy) {
        // What was taken lets the form go on to its next field; of several, the field is free for the next one.
        if (pick(chosen) && !several) return;
      }
    } else if (event.key === 'Enter') {
      settle();
      // The form moves on to the next field only from a choice.
      if (sentence === '') return;
    } else if (event.key === 'Escape' && (open || text !== null)) {
      giveUp();
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="cn-combo" ref={box}>
        <ComboInput
          id={id}
          kind="name"
          listId={listId}
          open={open}
          active={found[active] && active}
          ariaLabel={ariaLabel}
          invalid={invalid || (told && sentence !== '')}
          describedBy={describedBy}
          disabled={disabled}
          placeholder={placeholder}
          value={text ?? value?.name ?? ''}
          onText={(next) => {
            setText(next);
            setTold(false);
            setOpen(true);
            setBusy(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={settle}
        />
        <button
          type="button"
          tabIndex={-1}
          className="cn-combo-open"
          aria-label="Mở danh sách"
          disabled={disabled}
          onMouseDown={(event) => {
            event.preventDefault();
            box.current?.querySelector('input')?.focus();
            setOpen(!open);
          }}
        >
          <SearchOutlined aria-hidden="true" />
        </button>
        {place &&
          createPortal(
            <div className="cn-list" style={place} onMouseDown={(event) => event.preventDefault()}>
              <ul id={listId} role="listbox" aria-label={placeholder} aria-busy={busy} className="cn-list-plain">
                {found.map((each, index) => (
                  <li
                    key={each.id}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    ref={index === active ? intoView : undefined}
                    onClick={() => pick(each)}
                  >
                    {each.name}
                    {each.note && <div className="cn-list-note">{each.note}</div>}
                  </li>
                ))}
              </ul>
              {found.length === 0 && <p role="status">{problem || (busy ? 'Đang tìm…' : nothing)}</p>}
            </div>,
            document.body,
          )}
      </div>
      {told && sentence !== '' && <FieldError>{sentence}</FieldError>}
    </>
  );
}

function intoView(item: HTMLElement | null) {
  item?.scrollIntoView({ block: 'nearest' });
}

interface ManyProps extends Omit<Props, 'value' | 'onChange'> {
  value: Picked[];
  onChange: (value: Picked[]) => void;
}

/** Several of them: each one picked goes into the list above the field, and the field is free for the next. */
export function SearchPickerMany({ value, onChange, ...rest }: ManyProps) {
  const add = (choice: Picked | null) => {
    if (choice && !value.some((each) => each.id === choice.id)) onChange([...value, choice]);
  };
  return (
    <div className="cn-stack-tight">
      {value.length > 0 && (
        <ul className="cn-picked">
          {value.map((each) => (
            <li key={each.id}>
              {each.name}
              <button
                type="button"
                className="cn-icon-button"
                aria-label={`Bỏ ${each.name}`}
                onClick={() => onChange(value.filter((one) => one.id !== each.id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchPicker {...rest} several value={null} onChange={add} />
    </div>
  );
}
