import './date.css';
import { CalendarOutlined } from '@ant-design/icons';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { composing } from '../lib/keys';
import type { InputProps } from '../ui/Field';
import { FieldError } from '../ui/FieldError';
import { usePopupPlace } from '../ui/usePopupPlace';
import { useTypedInput } from '../ui/typed';
import { addDays, addMonths, parseTyped, show, showWithWeekday } from '../lib/dates';
import { showLunar, showLunarShort, toLunar } from '../lib/lunar';
import { monthSheet, weekday } from './calendar';

interface Props extends InputProps<string> {
  /** "2026-11-22": what "5/3" without a year means, and the day the calendar opens on. */
  today: string;
  /** What an empty field means, shown in it: "chưa kết thúc". */
  placeholder?: string;
  /** Reports only once the field is left or Enter is pressed: where each stroke would fetch a list or print a page anew. */
  lazy?: boolean;
}

const lunarOf = (day: string) => showLunarShort(toLunar(day));
/** "T4 (16/6 âl)": what stands beside the typed day. */
const weekdayAndLunar = (day: string) => `${showWithWeekday(day).split(' ')[0]} (${showLunar(toLunar(day))})`;
const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/**
 * A day, typed ("5/3/26", "05032026", "16/6 âl") or taken from a calendar that also shows the lunar days. Each stroke reports
 * the day that stands there, or none while it cannot be read. The text itself is put in order only when the field is left or
 * Enter is pressed; what cannot be read stays as typed with a sentence beside it, and nothing is saved meanwhile.
 */
export function DateField({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  disabled,
  ariaLabel,
  today,
  placeholder = 'ngày/tháng/năm',
  lazy = false,
}: Props) {
  const ownId = useId();
  const box = useRef<HTMLDivElement>(null);
  // As typed; null while the field shows its value.
  const [text, setText] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState(value);
  const place = usePopupPlace(box, open);
  const read = parseTyped(text ?? '', today);
  // A value set from outside (a draft, the next record) replaces the text; one's own typing never does.
  if (value !== known) {
    setKnown(value);
    if (text !== null && (lazy || (read.day ?? '') !== value)) setText(null);
  }
  const sentence =
    read.day === undefined ? `${read.problem}${lazy && value !== '' ? ` Vẫn đang theo ngày ${show(value)}.` : ''}` : '';

  const type = (typed: string) => {
    setText(typed);
    setTold(false);
    if (!lazy) onChange(parseTyped(typed, today).day ?? '');
  };
  const settle = () => {
    if (text === null) return;
    if (read.day === undefined) {
      setTold(true);
      return;
    }
    if (lazy && read.day !== value) onChange(read.day);
    setText(null);
  };
  useTypedInput(box, { problem: () => sentence, settle });
  const close = () => {
    setOpen(false);
    box.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    if (event.altKey && event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Enter' && !event.ctrlKey) {
      settle();
      // The form moves on to the next field only from a day that could be read.
      if (sentence === '') return;
    } else return;
    event.preventDefault();
  };

  return (
    <div className="cn-date" ref={box}>
      <span className="cn-row">
        <span className="cn-combo">
          <input
            id={id}
            data-typed="day"
            className="cn-input"
            aria-label={ariaLabel}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            placeholder={placeholder}
            value={text ?? show(value)}
            aria-invalid={invalid || (told && sentence !== '') || undefined}
            aria-describedby={[describedBy, `${ownId}-note`].filter(Boolean).join(' ')}
            onChange={(event) => type(event.target.value)}
            onBlur={settle}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            tabIndex={-1}
            className="cn-combo-open"
            aria-label="Mở lịch"
            disabled={disabled}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setOpen(!open)}
          >
            <CalendarOutlined aria-hidden="true" />
          </button>
        </span>
        <span id={`${ownId}-note`} className="cn-soft cn-nowrap">
          {text === null && value !== '' ? weekdayAndLunar(value) : ''}
        </span>
      </span>
      {told && sentence !== '' && <FieldError>{sentence}</FieldError>}
      {place &&
        createPortal(
          <div className="cn-list cn-calendar" style={place}>
            <Calendar
              day={value || today}
              today={today}
              onPick={(day) => {
                setText(null);
                onChange(day);
                close();
              }}
              onClose={close}
            />
          </div>,
          document.body,
        )}
    </div>
  );
}

/** A month sheet by keyboard: arrows, PageUp and PageDown for months, Enter takes, Esc closes. */
function Calendar({
  day,
  today,
  onPick,
  onClose,
}: {
  day: string;
  today: string;
  onPick: (day: string) => void;
  onClose: () => void;
}) {
  const [at, setAt] = useState(day);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => string> = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      PageUp: () => addMonths(at, -1),
      PageDown: () => addMonths(at, 1),
      Home: () => addDays(at, -weekday(at)),
      End: () => addDays(at, 6 - weekday(at)),
    };
    const step = steps[event.key];
    if (step) setAt(step());
    else if (event.key === 'Enter') onPick(at);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="dialog"
      aria-label="Lịch"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <div className="cn-calendar-head">
        <button
          type="button"
          className="cn-icon-button"
          aria-label="Tháng trước"
          onClick={() => setAt(addMonths(at, -1))}
        >
          ‹
        </button>
        <strong aria-live="polite">
          Tháng {Number(at.slice(5, 7))}/{at.slice(0, 4)}
        </strong>
        <button type="button" className="cn-icon-button" aria-label="Tháng sau" onClick={() => setAt(addMonths(at, 1))}>
          ›
        </button>
      </div>
      <table
        role="grid"
        tabIndex={0}
        ref={(table) => {
          if (
            table &&
            !table.contains(document.activeElement) &&
            !table.parentElement?.contains(document.activeElement)
          )
            table.focus();
        }}
        onKeyDown={onKeyDown}
        aria-label="Chọn ngày"
      >
        <thead>
          <tr>
            {weekdays.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthSheet(at).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td
                  key={each}
                  aria-selected={each === at}
                  className={`${each.slice(0, 7) === at.slice(0, 7) ? '' : 'cn-calendar-out'} ${each === today ? 'cn-calendar-today' : ''}`}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onPick(each)}
                >
                  {Number(each.slice(8))}
                  <small>{lunarOf(each)}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
