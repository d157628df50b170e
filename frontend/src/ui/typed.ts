import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** An input in which letters can stand that are no value yet: a day, a number, a name to be picked, a cell of a sheet. */
export interface TypedInput {
  /** Why what stands in it cannot be read, as a sentence; '' when it can. */
  problem: () => string;
  /** What leaving the field does: puts a readable text in order and reports it, or shows why it cannot be read. */
  settle: () => void;
}

interface Registered {
  box: RefObject<HTMLElement | null>;
  input: RefObject<TypedInput>;
}

const registered = new Set<Registered>();

/** Makes an input known to everything that saves, prints or closes; `box` is what the input stands in. */
export function useTypedInput(box: RefObject<HTMLElement | null>, input: TypedInput): void {
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });
  useLayoutEffect(() => {
    const one = { box, input: latest };
    registered.add(one);
    return () => void registered.delete(one);
  }, [box]);
}

/** What lies on top: the last sheet that was opened, else the page. Only that is typed into, and only that is saved. */
export function layerOnTop(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('.cn-overlay')].at(-1) ?? document.body;
}

const inside = (place: HTMLElement): Registered[] =>
  [...registered].filter((each) => each.box.current !== null && place.contains(each.box.current));

const unreadable = (place: HTMLElement) => inside(place).filter((each) => each.input.current.problem() !== '');

/** True while something stands on top that is no value: leaving would lose it. */
export const isUnreadable = () => unreadable(layerOnTop()).length > 0;

/** True while something in this place is no value: taking its inputs away would lose it. */
export const isUnreadableIn = (place: HTMLElement) => unreadable(place).length > 0;

/**
 * Takes everything typed in a place (what lies on top, unless told otherwise), the field in hand too, before something is
 * done with it. False when a text cannot be read: then its sentence stands beside it and the first such field has the focus.
 * When this returns, all that was typed has been reported and drawn.
 */
export function takeTyped(place: HTMLElement | null = layerOnTop()): boolean {
  if (place === null) return true;
  const all = inside(place);
  // One drawing for all of them, now: the caller reads what they reported.
  flushSync(() => all.forEach((each) => each.input.current.settle()));
  const [first] = unreadable(place).sort((a, b) =>
    a.box.current!.compareDocumentPosition(b.box.current!) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const box = first?.box.current;
  (box?.matches('[data-typed]') ? box : box?.querySelector<HTMLElement>('[data-typed]'))?.focus();
  return first === undefined;
}

/**
 * An act on what was typed outside a form: printing, storing a sheet. It is not done while something cannot be read, and it
 * sees the last stroke.
 */
export function useTypedAct(act: () => void): () => void {
  const latest = useRef<(() => void) | null>(act);
  useLayoutEffect(() => {
    latest.current = act;
    // What takes the typed text may also take the act away with it, as new choices do with an old page.
    return () => {
      latest.current = null;
    };
  });
  return useCallback(() => {
    if (takeTyped()) latest.current?.();
  }, []);
}
