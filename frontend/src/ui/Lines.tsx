import './lines.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Line {
  key: string;
  /** Stands before the words, as short as a day: "T3 24/11". */
  day?: string;
  text: string;
  /** Where the record itself is; without it the words are no link. */
  to?: string;
  /** Lighter words after the text. */
  note?: ReactNode;
  /** At the right: how it stands. */
  end?: ReactNode;
}

interface Props {
  label: string;
  lines: Line[];
  /** What is said when there is none. */
  none: string;
  /** Beyond so many lines the rest is one link: how many, and the list that has them all. */
  most?: number;
  rest?: string;
}

/** Records as one line each, for a page that shows several lists at once. */
export function Lines({ label, lines, none, most = lines.length, rest }: Props) {
  if (lines.length === 0) return <p className="cn-lines-none">{none}</p>;
  const more = lines.length - most;
  return (
    <>
      <ul className="cn-lines" aria-label={label}>
        {lines.slice(0, most).map((each) => (
          <li key={each.key}>
            {each.day !== undefined && <span className="cn-lines-day">{each.day}</span>}
            <span className="cn-lines-text">
              {each.to === undefined ? each.text : <Link to={each.to}>{each.text}</Link>}
              {each.note && <span className="cn-soft"> {each.note}</span>}
            </span>
            {each.end && <span className="cn-lines-end">{each.end}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && rest && (
        <p className="cn-lines-none">
          <Link to={rest}>Còn {more} dòng nữa</Link>
        </p>
      )}
    </>
  );
}

/** Sections side by side where there is room, under each other where there is not. */
export function Panes({ children }: { children: ReactNode }) {
  return <div className="cn-panes">{children}</div>;
}

/** A number with its words; it leads to the records it counts. */
export interface Figure {
  value: string;
  words: string;
  to?: string;
  tone?: 'bad' | 'warn';
}

/** A few numbers in one line. */
export function Figures({ label, figures }: { label: string; figures: Figure[] }) {
  return (
    <ul className="cn-figure-line" aria-label={label}>
      {figures.map((each) => (
        <li key={each.words}>
          {each.to === undefined ? (
            <strong>{each.value}</strong>
          ) : (
            <Link to={each.to} className={each.tone && `cn-figure-${each.tone}`}>
              {each.value}
            </Link>
          )}{' '}
          {each.words}
        </li>
      ))}
    </ul>
  );
}
