import { Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { composing } from '../lib/keys';
import { KeyHint } from './StatusTag';

/** The paper somebody left to look at the records behind one of its numbers. */
interface Left {
  path: string;
  title: string;
}

let left: Left | null = null;
const watchers = new Set<() => void>();

/** Notes the paper that is being left, or with null that nobody wants to go back. */
export function leavePaper(next: Left | null): void {
  left = next;
  watchers.forEach((each) => each());
}

function watch(changed: () => void) {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** The way back to the paper a number was followed from; null when one did not come from a paper. */
export function useBackToPaper(): (() => void) | null {
  const from = useSyncExternalStore(watch, () => left);
  const navigate = useNavigate();
  return from && (() => void navigate(from.path));
}

/** What uses Esc for itself: a field with an open list, a tree, a picture one walks through with the keys. */
const OWN = 'input, textarea, select, [role=combobox], [role=tree], [aria-expanded=true], .cn-matrix';
const OPEN =
  '.cn-overlay, .ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden), .cn-list';

/** A line above the screen as long as one looks at records a paper led to. Esc goes back to the very place. */
export function BackToPaper() {
  const from = useSyncExternalStore(watch, () => left);
  const { pathname } = useLocation();
  const back = useBackToPaper();
  const there = from !== null && pathname === from.path;
  useEffect(() => {
    // Back on the paper, by whatever way. While it is being left the path is still its own.
    if (left?.path === pathname) leavePaper(null);
  }, [pathname]);
  useEffect(() => () => leavePaper(null), []);
  useEffect(() => {
    if (!back) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || composing(event)) return;
      if (document.querySelector(OPEN) || (event.target instanceof Element && event.target.closest(OWN))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      back();
    };
    // Before the screen's own Esc: one wants back to where one came from, not to the list above the record.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [back]);
  if (!from || there) return null;
  return (
    <div className="cn-back-to-paper">
      <Button onClick={() => back?.()}>Về văn bản</Button>
      <span className="cn-grow">
        Số liệu của văn bản “{from.title}” · <KeyHint keys="Esc" /> về đúng chỗ vừa xem
      </span>
      <Button onClick={() => leavePaper(null)}>Ở lại đây</Button>
    </div>
  );
}
