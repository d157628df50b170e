import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useNavigate } from 'react-router';
import { composing } from '../lib/keys';
import { rank } from '../lib/text';
import { useDesk } from '../ui/desk';
import { KeyHint } from '../ui/StatusTag';
import { usePopupPlace } from '../ui/usePopupPlace';
import { useShortcut } from '../ui/useShortcut';
import { menuPath, routes } from './routes';
import { useFound } from './useFound';

/** Ctrl+K from anywhere: a screen, a place, a person, with or without accents. */
export function FindBox() {
  const { can } = useDesk();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const place = usePopupPlace(box, open && text.trim() !== '');
  const records = useFound(open ? text : '');
  useShortcut('ctrl+k', () => {
    field.current?.focus();
    setOpen(true);
  });

  const screens = routes
    .filter((each) => each.menu !== '' && (!each.needs || can(each.needs)) && rank(each.title, text) >= 0)
    .slice(0, 3)
    .map((each) => ({ key: each.path, path: menuPath(each), name: each.title, note: 'màn hình' }));
  const found = [...records.list, ...screens];
  const close = () => {
    setOpen(false);
    setText('');
    setActive(0);
  };
  const go = (path: string) => {
    close();
    field.current?.blur();
    void navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, found.length - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    // While an older answer is on the screen, Enter waits: it must not open what nobody meant.
    else if (event.key === 'Enter' && chosen && !records.busy) go(chosen.path);
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
        placeholder="Tìm địa bàn, cán bộ…"
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
          <div className="cn-list" style={place} onMouseDown={(event) => event.preventDefault()}>
            <ul id={listId} role="listbox" aria-label="Kết quả tìm" className="cn-list-plain">
              {found.map((each, index) => (
                <li
                  key={each.key}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  onClick={() => go(each.path)}
                >
                  {each.name} <span className="cn-list-note">{each.note}</span>
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
