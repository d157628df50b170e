import { useState, type KeyboardEvent } from 'react';
import { composing } from '../lib/keys';

/** A record that pasted words may mean. */
export interface Candidate {
  id: string;
  label: string;
  /** Tells namesakes apart. */
  note: string;
  /** How the words fit: "đúng tên", "khác dấu". */
  reason: string;
}

/** What Go found for pasted words; `sure` = the first of them is meant. */
export interface Meant {
  sure: boolean;
  found: Candidate[];
  /** A word for the cell: "3 nơi". */
  tag: string;
  said: string;
}

/**
 * The keys of a cell whose words were not clear: Enter opens the candidates and takes the marked one, digits take one of the
 * open list, Alt+digit one of a closed list too. True when the key was used.
 */
export function useCandidates(found: Candidate[], take: (one: Candidate) => void) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const choose = (one: Candidate | undefined) => {
    if (!one) return false;
    setOpen(false);
    setActive(0);
    take(one);
    return true;
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.shiftKey || found.length === 0) return false;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
    if (digit > 0 && (event.altKey || open)) return choose(found[digit - 1]);
    if (event.altKey && event.key !== 'ArrowDown') return false;
    if (!open) {
      if (event.key !== 'Enter' && !(event.altKey && event.key === 'ArrowDown')) return false;
      setActive(0);
      setOpen(true);
      return true;
    }
    if (event.key === 'Enter') return choose(found[active]);
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') setOpen(false);
    else return false;
    return true;
  };
  return { open, active, onKey, setOpen, choose };
}
