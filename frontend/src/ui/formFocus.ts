import type { KeyboardEvent } from 'react';
import { composing } from '../lib/keys';

/** Where Enter stops in a form. */
export const STOPS =
  'input:not([disabled]):not([readonly]), textarea:not([disabled]):not([readonly]), button[role=combobox], [data-stop]';

/** Enter in a line of text goes to the next field of the form; behind the last one `atEnd` is done, which goes to saving. */
export function focusNextField(event: KeyboardEvent, form: HTMLElement | null, atEnd: () => void) {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return;
  if (composing(event) || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const all = form ? [...form.querySelectorAll<HTMLElement>(STOPS)] : [];
  const next = all[all.indexOf(event.target) + 1];
  if (next) next.focus();
  else atEnd();
}

/** The first field with a message, in the order of the screen. */
export function focusFirstFault(within: HTMLElement | null) {
  const field = within?.querySelector('[data-bad]');
  field?.querySelector<HTMLElement>(STOPS)?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

/** Nothing on the page is in hand: what had the focus is gone, or the page was only just opened. */
export function isFocusFree(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body || now.matches('main, .cn-pdf-pages');
}
