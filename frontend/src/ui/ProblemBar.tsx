import './pasted.css';
import { Button } from 'antd';
import { showNumber } from '../lib/text';
import { KeyHint } from './StatusTag';
import { useShortcut } from './useShortcut';

/** A cell that cannot stay as it is. */
export interface Problem {
  /** Where to go. */
  key: string;
  /** Number of the row as on the screen. */
  row: number;
  /** Title of the column. */
  column: string;
  said: string;
}

interface Props {
  /** What the last paste did; '' = none. */
  pasted: string;
  problems: Problem[];
  /** Goes to a cell. */
  onGo: (problem: Problem) => void;
  /** The cell one stands in, to go on from there. */
  here: () => string;
  /** Takes the whole paste back. */
  onUndo?: () => void;
  /** Puts back what was taken back. */
  onRedo?: () => void;
}

/** What a paste did, and every cell that is still unclear by the row's number: F8 goes from one to the next. */
export function ProblemBar({ pasted, problems, onGo, here, onUndo, onRedo }: Props) {
  const next = () => {
    const at = problems.findIndex((each) => each.key === here());
    const target = problems[(at + 1) % problems.length];
    if (target) onGo(target);
  };
  useShortcut('f8', next);
  if (pasted === '' && problems.length === 0) return null;
  return (
    <section className="cn-problems" aria-label="Khối dán và các ô cần xử lý">
      <div className="cn-problems-line">
        <span role="status" className="cn-grow">
          {pasted}
          {problems.length > 0 && (
            <>
              {' '}
              <strong>Còn {showNumber(problems.length)} ô cần xử lý.</strong>{' '}
              {pasted !== '' && 'Chữ đã dán giữ nguyên.'}
            </>
          )}
        </span>
        {problems.length > 0 && (
          <Button onClick={next}>
            Ô kế tiếp <KeyHint keys="F8" />
          </Button>
        )}
        {onUndo && (
          <Button onClick={onUndo}>
            Hoàn tác dán <KeyHint keys="Ctrl+Z" />
          </Button>
        )}
        {onRedo && <Button onClick={onRedo}>Dán lại</Button>}
      </div>
      {problems.length > 0 && (
        <ul className="cn-problems-list" aria-label="Cần xử lý">
          {problems.map((each) => (
            <li key={each.key}>
              <button type="button" className="cn-problem" onClick={() => onGo(each)}>
                <strong>
                  Dòng {each.row} · {each.column}
                </strong>{' '}
                {each.said}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Beside a button that cannot go yet: why. */
export function LeftToSolve({ count }: { count: number }) {
  return count === 0 ? null : <span className="cn-problems-left">! còn {showNumber(count)} ô</span>;
}
