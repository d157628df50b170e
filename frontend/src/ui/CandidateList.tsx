import './pasted.css';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Candidate } from './candidates';
import type { Place } from './usePopupPlace';

interface Props {
  id: string;
  /** What is chosen: "Địa bàn, dòng 5". */
  label: string;
  place: Place | null;
  found: Candidate[];
  active: number;
  onTake: (one: Candidate) => void;
  /** Acts below the list: to search elsewhere, to leave the cell empty. */
  children?: ReactNode;
}

/** The records pasted words may mean, each with its key and the reason. */
export function CandidateList({ id, label, place, found, active, onTake, children }: Props) {
  if (!place) return null;
  return createPortal(
    <div
      className="cn-list cn-candidates"
      style={{ ...place, width: Math.max(place.width, Math.min(544, window.innerWidth - place.left - 8)) }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label={label} className="cn-list-plain">
        {found.map((each, index) => (
          <li
            key={each.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="cn-candidate"
            onClick={() => onTake(each)}
          >
            <span className="cn-key">{index === active ? 'Enter' : `Alt+${index + 1}`}</span>
            <strong>{each.label}</strong>
            <span className="cn-candidate-why">{[each.note, each.reason].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {children && <div className="cn-candidate-acts">{children}</div>}
    </div>,
    document.body,
  );
}
