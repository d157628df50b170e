import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { composing } from '../../lib/keys';
import { ErrorNotice } from '../../ui/ErrorNotice';

/** Lines of a group on the one screen; its head opens the rest. */
export const SHOWN = 10;

export interface WeekItem {
  key: string;
  /** What it is about; the line is cut, its title is whole. */
  text: string;
  /** Opens the record, or the list of the few it stands for. */
  to: string;
  /** Short words at the end: a day, a state, a number that opens its list. */
  note?: ReactNode;
  /** Acts beside the line. */
  acts?: ReactNode;
  late?: boolean;
}

interface Props {
  title: string;
  /** Where all of it is, and how much that is: "Tất cả 23". */
  all?: { to: string; text: string };
  items: WeekItem[] | undefined;
  /** Said when there is nothing. */
  none: string;
  error?: unknown;
  onRetry?: () => void;
}

/** What is due of one kind, a line each. ↑ ↓ go from line to line over all groups, Enter opens. */
export function WeekGroup({ title, all, items, none, error, onRetry }: Props) {
  return (
    <section className="cn-section cn-week-group">
      <div className="cn-section-head">
        <h2>{title}</h2>
        {all && <Link to={all.to}>{all.text}</Link>}
      </div>
      {error ? <ErrorNotice error={error} onRetry={onRetry} /> : null}
      {items?.length === 0 && <p className="cn-soft">{none}</p>}
      <ul className="cn-week-list">
        {items?.slice(0, SHOWN).map((each) => (
          <li key={each.key} className={each.late ? 'cn-week-late' : undefined}>
            <Link data-week className="cn-week-text" to={each.to} title={each.text}>
              {each.text}
            </Link>
            {each.note !== undefined && <span className="cn-week-note">{each.note}</span>}
            {each.acts}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** ↑ ↓ from line to line, in the order of the screen. */
export function moveByLine(event: KeyboardEvent<HTMLElement>) {
  if (composing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-week]')];
  const here = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('[data-week]');
  const next = lines[(here ? lines.indexOf(here) : -1) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
