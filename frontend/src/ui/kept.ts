import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * State that outlives its page until the program closes: filters, selection, open branches. Every list keeps its filter
 * and selection after an action, and when one comes back to it.
 */
export function useKept<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const set = useCallback((next: T | ((before: T) => T)) => {
    setValue((before) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
      kept.set(key, after);
      return after;
    });
  }, [key]);
  return [value, set];
}

/** Forgets everything kept: at sign-out, and between tests. */
export function forgetKept(): void {
  kept.clear();
}
