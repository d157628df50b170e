import { useEffect, useRef } from 'react';
import { composing } from '../lib/keys';

/**
 * A key for the whole page: "ctrl+n", "F3", "ctrl+s". Never a single letter. Silent while an input method is composing and
 * while a form or a question lies above the page (unless `above`).
 */
export function useShortcut(keys: string, run: () => void, above = false): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const parts = keys.toLowerCase().split('+');
    const key = parts.at(-1);
    const needsCtrl = parts.includes('ctrl');
    const onKey = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented || event.key.toLowerCase() !== key) return;
      if (
        (event.ctrlKey || event.metaKey) !== needsCtrl ||
        event.altKey !== parts.includes('alt') ||
        event.shiftKey !== parts.includes('shift')
      )
        return;
      if (!above && document.querySelector('.cn-overlay')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys, above]);
}
