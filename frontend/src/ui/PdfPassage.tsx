import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { composing } from '../lib/keys';
import { isFocusFree } from './formFocus';

/** Where a paragraph that can be worded stands on a page, as backend/typeset/leads.go tells. Lengths in mm. */
export interface PdfPlace {
  key: string;
  page: number;
  /** Left, top, width, height. */
  at: number[];
}

/** What is done with the paragraphs of a paper. */
export interface PdfWording {
  /** The paragraph at which the editor stands; '' when none is open. */
  open: string;
  editor: ReactNode;
  /** The paragraph to put the focus on: the one just left. */
  back: string;
  /** The words of a paragraph, for its name. */
  labelOf: (key: string) => string;
  onOpen: (key: string) => void;
  /** A paragraph over two pages has its editor on the first. */
  firstPage: (place: PdfPlace) => boolean;
}

type Sheet = { width: number; height: number };
const mmOf = (points: number) => (points / 72) * 25.4;
const part = (n: number) => `${(100 * n).toFixed(3)}%`;
/** Room around the words, in mm. */
const AROUND = 1;

/** A paragraph on the page: a press or Enter words it, the arrows go from one to the next. */
export function PassageButton({ place, page, wording }: { place: PdfPlace; page: Sheet; wording: PdfWording }) {
  const button = useRef<HTMLButtonElement>(null);
  const wanted = wording.back === place.key && wording.open === '' && wording.firstPage(place);
  useEffect(() => {
    if (wanted && isFocusFree()) button.current?.focus({ preventScroll: true });
  }, [wanted]);
  const [left, top, width, height] = place.at as [number, number, number, number];
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (composing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const all = [...document.querySelectorAll<HTMLElement>('.cn-pdf-place')];
    const next = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <button
      ref={button}
      type="button"
      className="cn-pdf-place"
      data-place={place.key}
      aria-label={`Sửa đoạn: ${wording.labelOf(place.key)}`}
      disabled={wording.open !== ''}
      onClick={() => wording.onOpen(place.key)}
      onKeyDown={onKeyDown}
      style={{
        left: part((left - AROUND) / mmOf(page.width)),
        top: part((top - AROUND) / mmOf(page.height)),
        width: part((width + 2 * AROUND) / mmOf(page.width)),
        height: part((height + 2 * AROUND) / mmOf(page.height)),
      }}
    />
  );
}

/** The editor over its paragraph, as wide as the text of the page. */
export function PassageBox({ place, page, children }: { place: PdfPlace; page: Sheet; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // It grows with what is typed and listed: its buttons stay in sight.
  useEffect(() => {
    const show = () => box.current?.scrollIntoView({ block: 'nearest' });
    show();
    if (!box.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(show);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className="cn-pdf-editor"
      style={{
        left: part((place.at[0]! - 4) / mmOf(page.width)),
        top: part((place.at[1]! - 2) / mmOf(page.height)),
        width: part((place.at[2]! + 8) / mmOf(page.width)),
      }}
    >
      {children}
    </div>
  );
}
