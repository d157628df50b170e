/** The little of a key press that the rules below look at; both DOM and React events have it. */
export interface KeyLike {
  key: string;
  keyCode?: number;
  isComposing?: boolean;
  nativeEvent?: { isComposing?: boolean; keyCode?: number };
}

/**
 * True while an input method is still putting a letter together. No key means anything then: acting on it would cut the
 * letter or submit early. Browsers say so in two ways (isComposing, or key code 229), depending on the method and version.
 */
export function composing(event: KeyLike): boolean {
  return (
    event.isComposing === true ||
    event.nativeEvent?.isComposing === true ||
    event.keyCode === 229 ||
    event.nativeEvent?.keyCode === 229
  );
}

/** True for Ctrl (or Command) + the key, with nothing else held, and not while composing. */
export function ctrl(
  event: KeyLike & { ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean },
  key: string,
): boolean {
  return (
    !composing(event) &&
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === key.toLowerCase()
  );
}
