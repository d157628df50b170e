import { useCallback, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { isUnreadableIn } from '../../ui/typed';

interface OpenLine {
  isOpen: (key: string) => boolean;
  open: (key: string) => void;
  /** For the box around all lines: whoever comes into a line opens it; `onShut` when it was shut until now. */
  onFocus: (event: FocusEvent) => void;
}

/**
 * Many lines, one of which is typed into: the others are read. A line in which something stands that cannot be read stays
 * open, for its inputs hold what was typed.
 */
export function useOpenLine(box: RefObject<HTMLElement | null>, onShut: (key: string) => void): OpenLine {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const shut = useRef(onShut);
  shut.current = onShut;
  const open = useCallback(
    (key: string) =>
      setKeys((before) => {
        if (before.has(key) && before.size === 1) return before;
        const unreadable = [...before].filter((each) => {
          const line = box.current?.querySelector<HTMLElement>(`[data-line="${each}"]`);
          return each !== key && line && isUnreadableIn(line);
        });
        return new Set([...unreadable, key]);
      }),
    [box],
  );
  const onFocus = (event: FocusEvent) => {
    const line = (event.target as Element).closest<HTMLElement>('[data-line]');
    const key = line?.dataset.line;
    if (!key) return;
    if ((event.target as Element).closest('.cn-line-shut')) shut.current(key);
    open(key);
  };
  return { isOpen: (key) => keys.has(key), open, onFocus };
}
