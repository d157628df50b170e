import { createPortal } from 'react-dom';
import type { GridOption } from './gridCells';
import type { Place } from './usePopupPlace';

interface Props {
  label: string;
  place: Place | null;
  options: GridOption[];
  active: number;
  onTake: (value: string) => void;
}

/** What fits the text typed into a cell of choices. */
export function GridOptions({ label, place, options, active, onTake }: Props) {
  if (!place || options.length === 0) return null;
  return createPortal(
    <ul
      className="cn-list"
      role="listbox"
      aria-label={label}
      style={{ ...place }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((each, index) => (
        <li key={each.value} role="option" aria-selected={index === active} onClick={() => onTake(each.value)}>
          {each.code && <span className="cn-key">{each.code}</span>} {each.label}
        </li>
      ))}
    </ul>,
    document.body,
  );
}
