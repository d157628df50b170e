import { useCallback, useEffect, useRef, useState } from 'react';

const values = new Map<string, unknown>();
/** Which of them outlive the program, and who keeps them. */
const kept = new Set<string>();
let keeper: Keeper | null = null;

/** Who keeps what outlives the program. */
export interface Keeper {
  save: (all: Record<string, unknown>) => void;
  /** Somebody else may sit down now: nothing more is stored. */
  stop: () => void;
}

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

/**
 * The same, remembered for this person over restarts: order, columns, density and filter of a list. A value equal to the initial
 * one is not kept, so that what the program starts with may change.
 */
export function useKeptState<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useSessionState(key, initial);
  const usual = useRef(initial);
  const told = useRef(value);
  useEffect(() => {
    if (told.current === value) return;
    told.current = value;
    if (JSON.stringify(value) === JSON.stringify(usual.current)) kept.delete(key);
    else kept.add(key);
    keeper?.save(Object.fromEntries([...kept].map((each) => [each, values.get(each)])));
  }, [key, value]);
  return [value, setValue];
}

/**
 * Parts of a filter that are remembered for this person over restarts: what was chosen by hand, not what a link led to, and never
 * words searched for or a period, which are of the day.
 */
export function useKeptFilter<T extends object>(
  key: string,
  parts: readonly (keyof T)[],
): { kept: Partial<T>; note: (change: Partial<T>) => void; forget: () => void } {
  const [kept, setKept] = useKeptState<Partial<T>>(key, {});
  return {
    kept,
    note: (change) =>
      setKept((before) => {
        const next = { ...before };
        for (const part of parts) if (part in change) next[part] = change[part];
        return next;
      }),
    forget: () => setKept({}),
  };
}

/** Starts with what was kept for the person, and tells `next` of every change; null: nobody keeps anything. */
export function keepState(known: Record<string, unknown>, next: Keeper | null): void {
  keeper?.stop();
  kept.clear();
  for (const [key, value] of Object.entries(known)) {
    kept.add(key);
    values.set(key, value);
  }
  keeper = next;
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
  keepState({}, null);
  values.clear();
}
