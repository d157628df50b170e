import './pasted.css';
import { useEffect, useId, useRef } from 'react';
import { CandidateList } from './CandidateList';
import { useCandidates, type Candidate, type Meant } from './candidates';
import { usePopupPlace } from './usePopupPlace';

interface Props {
  /** "Địa bàn, dòng 5". */
  label: string;
  words: string;
  /** What they may mean; undefined while Go is asked. */
  meant: Meant | undefined;
  onWords: (words: string) => void;
  onTake: (one: Candidate) => void;
}

/** A cell of a form whose pasted words name nothing for certain: they stay and can be corrected, what they may mean is one key away. */
export function PastedWords({ label, words, meant, onWords, onTake }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const found = meant?.found ?? [];
  const list = useCandidates(found, onTake);
  const place = usePopupPlace(box, list.open && found.length > 0);
  const taken = useRef(false);
  useEffect(() => {
    // Corrected by hand until only one can be meant: that one is taken, as pasting would have.
    if (!meant?.sure || !found[0] || taken.current) return;
    taken.current = true;
    onTake(found[0]);
  });
  return (
    <div className="cn-pasted" ref={box} data-unclear="yes">
      <input
        className="cn-input"
        role="combobox"
        aria-label={label}
        aria-expanded={list.open && found.length > 0}
        aria-controls={id}
        aria-activedescendant={list.open && found.length > 0 ? `${id}-${list.active}` : undefined}
        aria-describedby={`${id}-said`}
        aria-invalid
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          list.setOpen(false);
          onWords(event.target.value);
        }}
        onKeyDown={(event) => {
          if (!list.onKey(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={() => list.setOpen(false)}
      />
      <button
        type="button"
        tabIndex={-1}
        className="cn-pasted-tag"
        aria-label={`${meant?.tag ?? 'đang tìm'}: ${label}`}
        disabled={found.length === 0}
        onMouseDown={(event) => {
          event.preventDefault();
          box.current?.querySelector('input')?.focus();
          list.setOpen(!list.open);
        }}
      >
        {meant ? `${found.length === 0 ? '!' : '?'} ${meant.tag}` : '…'}
      </button>
      <CandidateList id={id} label={label} place={place} found={found} active={list.active} onTake={list.choose} />
      <span id={`${id}-said`} className="cn-pasted-said">
        {meant?.said}
      </span>
    </div>
  );
}
