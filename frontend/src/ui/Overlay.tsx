import './overlay.css';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { composing } from '../lib/keys';
import { layerOnTop } from './typed';

interface Props {
  /** Id of the element that names it. */
  labelledBy: string;
  kind: 'drawer' | 'dialog';
  wide?: boolean;
  /** Esc, unless an input method or an open list used it. */
  onEscape: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** A sheet above the page. Keeps the focus inside, and gives it back to where it was (the row of the list) when it closes. */
export function Overlay({ labelledBy, kind, wide, onEscape, onKeyDown, children }: Props) {
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const rowKey = before?.closest<HTMLElement>('[data-row-key]')?.dataset.rowKey;
    const inside = sheet.current;
    if (inside && !inside.contains(document.activeElement)) {
      (
        inside.querySelector<HTMLElement>('[data-autofocus]') ??
        inside.querySelector<HTMLElement>('input, textarea, [role=combobox]') ??
        inside
      ).focus();
    }
    return () => {
      // The list may have been drawn again meanwhile: then the same record's new row gets the focus.
      const row = rowKey ? document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(rowKey)}"]`) : null;
      if (before?.isConnected && before !== document.body) before.focus();
      else (row ?? document.querySelector<HTMLElement>('[role=grid] [data-row-key][tabindex="0"]'))?.focus();
    };
  }, []);

  // What had the focus may go away by itself, as the button that takes a draft does. The keys are still this sheet's.
  useEffect(() => {
    const onLostKey = (event: globalThis.KeyboardEvent) => {
      const inside = sheet.current;
      if (composing(event) || event.target !== document.body || !inside || layerOnTop() !== inside.parentElement)
        return;
      inside.focus();
      if (event.key === 'Tab') return;
      event.stopImmediatePropagation();
      if (!inside.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
    };
    window.addEventListener('keydown', onLostKey, true);
    return () => window.removeEventListener('keydown', onLostKey, true);
  }, []);

  const handleKey = (event: KeyboardEvent) => {
    if (composing(event)) return;
    // React hands the keys of a dialog up to the form that opened it, though it lies above it: they are not the form's.
    const above = (event.target as Element).closest('.cn-overlay');
    if ((above !== null && above !== event.currentTarget) || layerOnTop() !== event.currentTarget) return;
    if (event.key === 'Tab') trap(event, sheet.current);
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
      return;
    }
    onKeyDown?.(event);
  };

  return createPortal(
    <div className={`cn-overlay cn-overlay-${kind}`} onKeyDown={handleKey} onMouseDown={keepFocus}>
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-labelledby={labelledBy}
        tabIndex={-1}
        className={`cn-sheet cn-quiet-focus ${wide ? 'cn-sheet-wide' : ''}`}
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}

/** A press beside the sheet is no reason to take the focus out of it. */
function keepFocus(event: MouseEvent) {
  if (event.target === event.currentTarget) event.preventDefault();
}

function trap(event: KeyboardEvent, inside: HTMLElement | null) {
  const stops = inside ? [...inside.querySelectorAll<HTMLElement>(focusable)].filter((each) => each.tabIndex >= 0) : [];
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return;
  if (event.shiftKey && document.activeElement === first) {
    last.focus();
    event.preventDefault();
  } else if (!event.shiftKey && document.activeElement === last) {
    first.focus();
    event.preventDefault();
  }
}
