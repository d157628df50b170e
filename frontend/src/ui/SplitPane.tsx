import './split.css';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useSessionState } from './sessionState';

interface Props {
  /** Key under which the width is kept. */
  name: string;
  left: ReactNode;
  right: ReactNode;
  /** Share of the left side at first, in percent. */
  start?: number;
  label?: string;
}

/** Two panes and a bar between them, moved by mouse or by ← →. On a narrow or enlarged screen they stand below each other. */
export function SplitPane({ name, left, right, start = 40, label = 'Ranh giới hai phần' }: Props) {
  const [share, setShare] = useSessionState(`split.${name}`, start);
  const box = useRef<HTMLDivElement>(null);
  const set = (value: number) => setShare(Math.min(75, Math.max(20, value)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') set(share - 2);
    else if (event.key === 'ArrowRight') set(share + 2);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    const edge = box.current?.getBoundingClientRect();
    if (edge && event.currentTarget.hasPointerCapture(event.pointerId))
      set(((event.clientX - edge.left) / edge.width) * 100);
  };
  return (
    <div className="cn-split" ref={box}>
      <div className="cn-split-side" style={{ flexBasis: `${share}%` }}>
        {left}
      </div>
      <div
        className="cn-split-bar"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={20}
        aria-valuemax={75}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className="cn-split-side cn-grow">{right}</div>
    </div>
  );
}
