import { useCallback, useEffect, useRef, useState } from 'react';
import { readFault } from '../lib/fault';
import { nfc } from '../lib/text';
import { useDrafts, type Draft } from './drafts';
import { takeTyped } from './typed';

/** Sentences by field name; the empty name holds what belongs to no field. */
export type FieldErrors = Record<string, string>;

export interface FormOptions<V extends object, R> {
  /** Key of the draft, e.g. "officers.edit.<id>". Without it nothing is kept. */
  draftKey?: string;
  initial: V;
  /** Checks that need no Go: what is missing. Return {} when all is well. */
  check?: (values: V) => FieldErrors;
  /**
   * Calls Go. Field messages of a refused save land beside their fields by name; what Go asks before something that cannot be
   * undone is asked, and `accepted` is what was answered with yes.
   */
  save: (values: V, accepted: string[]) => Promise<R>;
}

export interface Form<V extends object, R = unknown> {
  values: V;
  errors: FieldErrors;
  /** What went wrong as a whole; null when nothing did. */
  fault: unknown;
  busy: boolean;
  /** True when something was typed since the start or the last save. */
  touched: boolean;
  /** An older draft waiting for the person to take or drop it. */
  waiting: Draft | null;
  set: <K extends keyof V>(name: K, value: V[K]) => void;
  /** Puts in what follows from what is known, not from the person: the form stays as if untouched. */
  propose: <K extends keyof V>(name: K, value: V[K]) => void;
  /** The values as of the last stroke, for what comes after a save. */
  latest: () => V;
  takeDraft: () => void;
  dropDraft: () => void;
  /** Gives up what was typed, the draft too: the form is about to be left. */
  discard: () => void;
  /**
   * Takes what is typed at this moment, the field in hand too, and saves it. Resolves to what Go returned, or null when the
   * form was refused: something cannot be read, is missing, or Go said no; the first fault then has the focus.
   */
  submit: () => Promise<R | null>;
  /** Starts again with these values, for "lưu và nhập tiếp". */
  reset: (values: V) => void;
  /** What Go asks before it goes on; null while nothing is asked. `submit` waits for the answer. */
  questions: string[] | null;
  answer: (yes: boolean) => void;
  /** Counts refusals, so that the first wrong field is focused each time. */
  refusals: number;
}

/** What is typed is kept within this time, also by who types without a pause. */
const DRAFT_WITHIN_MS = 400;

/** State of one form: values, errors by field, draft, saving. Nothing typed is ever cleared by an error. */
export function useForm<V extends object, R>(options: FormOptions<V, R>): Form<V, R> {
  const { draftKey } = options;
  const drafts = useDrafts();
  const latest = useRef(options);
  const [values, setValues] = useState<V>(options.initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);
  const [waiting, setWaiting] = useState<Draft | null>(null);
  const [refusals, setRefusals] = useState(0);
  // What was reported last, at once and not after the next drawing: this is what is saved.
  const current = useRef(values);
  const saving = useRef(false);
  const dirty = useRef(false);
  const due = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [asked, setAsked] = useState<{ questions: string[]; answer: (yes: boolean) => void } | null>(null);

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    let alive = true;
    if (draftKey) void drafts.read(draftKey).then((draft) => alive && setWaiting(draft));
    return () => {
      alive = false;
    };
  }, [drafts, draftKey]);

  useEffect(() => {
    if (!touched || !draftKey || due.current !== null) return;
    due.current = setTimeout(() => {
      due.current = null;
      if (dirty.current) void drafts.write(draftKey, current.current);
    }, DRAFT_WITHIN_MS);
  }, [values, touched, draftKey, drafts]);
  useEffect(
    () => () => {
      if (due.current !== null) clearTimeout(due.current);
      due.current = null;
    },
    [draftKey, drafts],
  );

  // Closing the drawer or the window before that must not lose the last words.
  useEffect(() => {
    dirty.current = touched;
  });
  useEffect(() => {
    const flush = () => {
      if (dirty.current && draftKey) void drafts.write(draftKey, current.current);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [drafts, draftKey]);

  const put = useCallback((next: V) => {
    current.current = next;
    setValues(next);
  }, []);

  const set = useCallback(
    <K extends keyof V>(name: K, value: V[K]) => {
      const moved = rowsMoved(current.current[name], value);
      put({ ...current.current, [name]: value });
      setTouched(true);
      setErrors((before) => without(before, String(name), moved));
    },
    [put],
  );

  const propose = useCallback(
    <K extends keyof V>(name: K, value: V[K]) => put({ ...current.current, [name]: value }),
    [put],
  );

  const refuse = useCallback((found: FieldErrors, thrown: unknown) => {
    setErrors(found);
    setFault(thrown);
    setRefusals((count) => count + 1);
    return null;
  }, []);

  const accepts = useCallback(
    (questions: string[]) =>
      new Promise<boolean>((resolve) => {
        setBusy(false);
        setAsked({
          questions,
          answer: (yes) => {
            setAsked(null);
            setBusy(yes);
            resolve(yes);
          },
        });
      }),
    [],
  );

  const submit = useCallback(async () => {
    if (saving.current || !takeTyped()) return null;
    const clean = tidy(current.current);
    const missing = latest.current.check?.(clean) ?? {};
    if (Object.keys(missing).length > 0) return refuse(missing, null);
    saving.current = true;
    setBusy(true);
    setFault(null);
    try {
      const result = await saveAsking(
        // A form that was stored in part has taken that off its values before it asks.
        (accepted) => latest.current.save(tidy(current.current), accepted),
        accepts,
      );
      if (result === NOT_ACCEPTED) return null;
      if (draftKey) await drafts.clear(draftKey);
      setErrors({});
      dirty.current = false;
      setTouched(false);
      setWaiting(null);
      return result;
    } catch (thrown) {
      return refuse(readFault(thrown).fields, thrown);
    } finally {
      saving.current = false;
      setBusy(false);
    }
  }, [draftKey, drafts, refuse, accepts]);

  const takeDraft = useCallback(() => {
    if (waiting) put({ ...current.current, ...(waiting.values as Partial<V>) });
    setTouched(true);
    setWaiting(null);
  }, [waiting, put]);

  const dropDraft = useCallback(() => {
    setWaiting(null);
    if (draftKey) void drafts.clear(draftKey);
  }, [draftKey, drafts]);

  const discard = useCallback(() => {
    dirty.current = false;
    setTouched(false);
    dropDraft();
  }, [dropDraft]);

  const reset = useCallback(
    (next: V) => {
      put(next);
      setErrors({});
      setFault(null);
      setTouched(false);
    },
    [put],
  );

  const now = useCallback(() => current.current, []);
  return {
    values,
    errors,
    fault,
    busy,
    touched,
    waiting,
    latest: now,
    set,
    propose,
    takeDraft,
    dropDraft,
    discard,
    submit,
    reset,
    questions: asked?.questions ?? null,
    answer: (yes) => asked?.answer(yes),
    refusals,
  };
}

const NOT_ACCEPTED = Symbol('not accepted');

/** Saves, and again with what was accepted each time Go asks; it may ask anew, when the records changed meanwhile. */
async function saveAsking<R>(
  save: (accepted: string[]) => Promise<R>,
  accepts: (questions: string[]) => Promise<boolean>,
): Promise<R | typeof NOT_ACCEPTED> {
  for (let accepted: string[] = []; ;) {
    try {
      return await save(accepted);
    } catch (thrown) {
      const questions = readFault(thrown).questions ?? [];
      if (questions.length === 0) throw thrown;
      if (!(await accepts(questions))) return NOT_ACCEPTED;
      accepted = questions;
    }
  }
}

/** Messages name rows by their place ("items.2.minutes"): once rows moved, they would stand beside others. */
function without(errors: FieldErrors, name: string, moved: boolean): FieldErrors {
  const left = Object.entries(errors).filter(([key]) => key !== name && !(moved && /\.\d+\./.test(`${key}.`)));
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
}

function rowsMoved(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  if (before.length !== after.length) return true;
  const known = new Set<unknown>(before);
  return after.some((each, index) => typeof each === 'object' && each !== before[index] && known.has(each));
}

/** Every text goes to Go as NFC; spaces at the ends are Go's to trim. */
function tidy<V>(values: V): V {
  if (typeof values === 'string') return nfc(values) as V;
  if (Array.isArray(values)) return values.map((each) => tidy(each as unknown)) as V;
  if (values !== null && typeof values === 'object') {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, tidy(value as unknown)])) as V;
  }
  return values;
}
