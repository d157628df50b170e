import { useEffect, type KeyboardEvent } from 'react';
import { composing } from '../lib/keys';
import { STOPS } from '../ui/formFocus';

/** Where one goes on in a list: the row worked on, else the first; a tree and a sheet are entered as a whole. */
const ENTRANCES = '[role=grid] [data-row-key][tabindex="0"], [role=tree][tabindex="0"], .cn-grid-field';

const listIn = (page: HTMLElement) => page.querySelector<HTMLElement>(ENTRANCES);

/** Where the focus belongs on a page that was just opened. */
function entranceOf(page: HTMLElement): HTMLElement | null {
  const form = page.querySelector('[data-form-page]');
  if (form) return form.querySelector<HTMLElement>(STOPS);
  const list = listIn(page);
  // A record is read from its head: a list in one of its parts may lie far below, and ↓ enters it from there.
  return list?.closest('.cn-table-content') && page.querySelector('.cn-head-back') ? null : list;
}

/**
 * Puts the focus into a page once it was opened, by whatever way, and its rows are there: a form at its first field, a list at
 * its row. Whoever touches a key or anything on the page before goes on there undisturbed.
 */
export function useArrival(pathname: string): void {
  useEffect(() => {
    const page = document.getElementById('noi-dung');
    if (!page) return;
    const stop = () => {
      watch.disconnect();
      window.removeEventListener('keydown', stop, true);
      window.removeEventListener('pointerdown', stop, true);
    };
    const arrive = () => {
      const now = document.activeElement;
      const elsewhere = now !== null && now !== document.body && now !== page && !now.closest('.cn-side');
      if (elsewhere || document.querySelector('.cn-overlay')) return stop();
      const entrance = entranceOf(page);
      if (entrance) {
        stop();
        entrance.focus();
      } else if (now !== page) page.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(arrive);
    watch.observe(page, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['tabindex', 'disabled'],
    });
    window.addEventListener('keydown', stop, true);
    window.addEventListener('pointerdown', stop, true);
    arrive();
    return stop;
  }, [pathname]);
}

/** The menu word of the room one stands in: its list from the first row on, as Home does; where there is no list, the top of the page. */
export function startAgain(): void {
  const page = document.getElementById('noi-dung');
  if (!page) return;
  for (const each of [page, ...page.querySelectorAll('.cn-page, .cn-table-box')]) each.scrollTop = 0;
  const entrance = entranceOf(page);
  (entrance ?? page).focus();
  entrance?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
}

/** ↓ in the search box of a list, or with the focus on the page itself, enters the list. */
export function enterList(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target as HTMLElement;
  const page = event.currentTarget;
  if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
  if (composing(event) || event.defaultPrevented) return;
  const search = from instanceof HTMLInputElement && /^(text|search)$/.test(from.type) && from.role !== 'combobox';
  if (from !== page && (!search || from.closest('[data-form-page], [role=grid], .cn-grid'))) return;
  const list = listIn(page);
  if (!list) return;
  event.preventDefault();
  list.focus();
}
