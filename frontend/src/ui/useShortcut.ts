import { useEffect, useRef } from 'react';
import { composing } from '../lib/keys';

interface Registered {
  /** "ctrl+n", "f3". */
  keys: string;
  above: boolean;
  /** False: known here, but not for this person or at this moment. */
  run: () => (() => void) | false;
}

const registered = new Set<Registered>();

/**
 * A key for the whole page: "ctrl+n", "F3", "ctrl+s". Never a single letter. Silent while an input method is composing; while a
 * form or a question lies above the page nothing behind it is done (unless `above`), and that is said. `run` is false where
 * the person may not, or there is nothing to do.
 */
export function useShortcut(keys: string, run: (() => void) | false, above = false): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const one = { keys: keys.toLowerCase(), above, run: () => latest.current };
    if (registered.size === 0) window.addEventListener('keydown', onKey);
    registered.add(one);
    return () => {
      registered.delete(one);
      if (registered.size === 0) window.removeEventListener('keydown', onKey);
    };
  }, [keys, above]);
}

/** Why a key of the program does nothing on a screen that does not know it. */
const NOTHING: Record<string, string> = {
  'ctrl+s': 'Ctrl+S: màn hình này không có gì để lưu.',
  'ctrl+n': 'Ctrl+N: màn hình này không có mục để thêm.',
  'ctrl+p': 'Ctrl+P: màn hình này không có trang in. Mở mục Báo cáo để in.',
  'ctrl+b': 'Ctrl+B: chỉ ban hành được ở văn bản đang xem trong mục Báo cáo.',
  'ctrl+k': 'Ctrl+K: chưa tìm được lúc này.',
  f3: 'F3: màn hình này không có ô tìm. Ctrl+K tìm ở mọi nơi.',
  f5: 'F5: màn hình này không có gì để tải lại.',
};

let tell: ((sentence: string) => void) | null = null;

/** Where it is said why a key did nothing; until then such keys are the browser's. */
export function useShortcutRefusals(say: (sentence: string) => void): void {
  useEffect(() => {
    tell = say;
    return () => {
      tell = null;
    };
  }, [say]);
}

function nameOf(event: KeyboardEvent): string {
  const held = [
    (event.ctrlKey || event.metaKey) && 'ctrl',
    event.altKey && 'alt',
    event.shiftKey && 'shift',
    event.key.toLowerCase(),
  ];
  return held.filter(Boolean).join('+');
}

function onKey(event: KeyboardEvent) {
  if (composing(event) || event.defaultPrevented) return;
  const name = nameOf(event);
  const covered = document.querySelector('.cn-overlay') !== null;
  const known = [...registered].filter((each) => each.keys === name && (each.above || !covered));
  const runs = known.map((each) => each.run()).filter((run) => run !== false);
  const nothing = NOTHING[name];
  if (runs.length > 0) {
    event.preventDefault();
    runs.forEach((run) => run());
  } else if (nothing !== undefined && tell !== null) {
    event.preventDefault();
    const key = name.split('+').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
    if (covered) tell(`${key.join('+')}: hãy trả lời hoặc đóng (Esc) biểu đang mở trước.`);
    else if (known.length > 0) tell(`${key.join('+')}: tài khoản này chỉ được xem, hoặc chưa có gì để làm.`);
    else tell(nothing);
  }
}
