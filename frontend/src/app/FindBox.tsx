import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useNavigate } from 'react-router';
import { composing } from '../lib/keys';
import { useKeptState } from '../ui/sessionState';
import { KeyHint } from '../ui/StatusTag';
import { usePopupPlace, type Place } from '../ui/usePopupPlace';
import { useShortcut } from '../ui/useShortcut';
import { FoundLine } from './FoundLine';
import { useFound, type Found } from './useFound';

/** How many of the things opened last an empty box shows. */
const RECENT = 8;
/** Names with their places are long: the list may be wider than the box. */
const WIDE = 560;

/**
 * Ctrl+K from anywhere: whatever has a name or a number, with or without accents, and what one wants to do ("đi cơ sở quí đức b
 * hôm nay"). Empty, it shows what was opened last.
 */
export function FindBox() {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [recent, setRecent] = useKeptState<Found[]>('find.recent', []);
  const records = useFound(open ? text : '');
  const blank = text.trim() === '';
  const found = blank ? recent : records.list;
  const place = usePopupPlace(box, open && (!blank || recent.length > 0));
  useShortcut('ctrl+k', () => {
    field.current?.focus();
    setOpen(true);
  });

  const close = () => {
    setOpen(false);
    setText('');
    setActive(0);
  };
  const go = (chosen: Found) => {
    const kept = { ...chosen, nameMarks: [], noteMarks: [] };
    setRecent((before) => [kept, ...before.filter((each) => each.key !== chosen.key)].slice(0, RECENT));
    close();
    field.current?.blur();
    void navigate(chosen.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, found.length - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    // While an older answer is on the screen, Enter waits: it must not open what nobody meant.
    else if (event.key === 'Enter' && chosen && !records.busy) go(chosen);
    else if (event.key === 'Escape') {
      close();
      field.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="cn-find" ref={box} role="search">
      <input
        ref={field}
        className="cn-input"
        role="combobox"
        aria-label="Tìm ở mọi nơi"
        aria-expanded={place !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={place && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Tìm, hoặc gõ việc cần làm…"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {text === '' && <KeyHint keys="Ctrl+K" />}
      {place &&
        createPortal(
          <div className="cn-list" style={wide(place)} onMouseDown={(event) => event.preventDefault()}>
            <ul
              id={listId}
              role="listbox"
              aria-label={blank ? 'Mở gần đây' : 'Kết quả tìm'}
              aria-busy={records.busy}
              className="cn-list-plain cn-found"
            >
              {found.map((each, index) => (
                <li
                  key={each.key}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  onClick={() => go(each)}
                >
                  <FoundLine found={each} />
                </li>
              ))}
            </ul>
            {found.length === 0 && (
              <p role="status">{records.busy ? 'Đang tìm…' : 'Không tìm thấy. Thử gõ ít chữ hơn.'}</p>
            )}
          </div>,
          document.body,
        )}
    </div>
  );
}

const wide = (place: Place) => ({
  ...place,
  width: Math.max(place.width, Math.min(WIDE, window.innerWidth - place.left - 8)),
});
