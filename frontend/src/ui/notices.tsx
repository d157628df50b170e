import { CloseOutlined } from '@ant-design/icons';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { readFault } from '../lib/fault';

interface Notice {
  id: number;
  text: string;
  bad: boolean;
  undo?: Undo;
}

/** Takes something back; a promise is waited for, and what came of it is said. */
type Undo = () => void | Promise<unknown>;

interface Say {
  /** Something was done; with `undo` the message carries the button "Hoàn tác". */
  done: (text: string, undo?: Undo) => void;
  failed: (text: string) => void;
}

const Context = createContext<Say>({ done: () => {}, failed: () => {} });

/** Ten seconds is the least an older reader needs; a message with a way back stays longer. */
const STAY_MS = 10_000;
const STAY_UNDO_MS = 20_000;

/** Keeps the messages at the lower right edge. Put once around the whole program. */
export function Notices({ children }: { children: ReactNode }) {
  const [list, setList] = useState<Notice[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setList((all) => all.filter((each) => each.id !== id)), []);
  const add = useCallback(
    (text: string, bad: boolean, undo?: Undo) => {
      const id = next.current++;
      setList((all) => [...all.slice(-3), { id, text, bad, undo }]);
      setTimeout(() => close(id), undo ? STAY_UNDO_MS : STAY_MS);
    },
    [close],
  );
  const takeBack = (undo: Undo) => {
    const under = undo();
    if (under)
      under.then(
        () => add('Đã hoàn tác.', false),
        (thrown: unknown) => add(readFault(thrown).message, true),
      );
  };
  const say = useMemo<Say>(
    () => ({ done: (text, undo) => add(text, false, undo), failed: (text) => add(text, true) }),
    [add],
  );
  return (
    <Context.Provider value={say}>
      {children}
      <div className="cn-notices" aria-live="polite">
        {list.map((each) => (
          <div
            key={each.id}
            className={each.bad ? 'cn-notice cn-notice-bad' : 'cn-notice'}
            role={each.bad ? 'alert' : 'status'}
          >
            <span className="cn-grow">{each.text}</span>
            {each.undo && (
              <button
                type="button"
                onClick={() => {
                  takeBack(each.undo!);
                  close(each.id);
                }}
              >
                Hoàn tác
              </button>
            )}
            <button type="button" aria-label="Đóng thông báo" onClick={() => close(each.id)}>
              <CloseOutlined aria-hidden="true" />
            </button>
          </div>
        ))}
      </div>
    </Context.Provider>
  );
}

/** `const say = useNotice(); say.done('Đã lưu.', undo)`. */
export function useNotice(): Say {
  return useContext(Context);
}
