import { useCallback, useState } from 'react';

const values = new Map<string, unknown>();

/**
 * State that outlives its page until the program closes: filters, selection, open branches. Every list keeps its filter
 * and selection after an action, and when one comes back to it.
 */
export function useSessionState<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => (values.has(key) ? (values.get(key) as T) : initial));
  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        values.set(key, after);
        return after;
      });
    },
    [key],
  );
  return [value, set];
}

/** Keeps a value without drawing anything again: where somebody was on a page, noted while it goes away. */
export function setSessionState(key: string, value: unknown): void {
  values.set(key, value);
}

/** What was kept; undefined when nothing was. */
export function getSessionState<T>(key: string): T | undefined {
  return values.get(key) as T | undefined;
}

/** Forgets everything kept: at sign-out, and between tests. */
export function clearSessionState(): void {
  values.clear();
}
