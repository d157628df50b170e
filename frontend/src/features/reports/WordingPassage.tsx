import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { composing } from '../../lib/keys';
import { StatusTag } from '../../ui/StatusTag';
import type { Passage, Run } from './wordingQueries';

interface Props {
  passage: Passage;
  current: boolean;
  writes: boolean;
  onCurrent: () => void;
  onEdit: () => void;
  onAdd: () => void;
  onDrop: () => void;
  onAuto: () => void;
  onRestore: () => void;
  onHistory: () => void;
}

/** One place of the text. What can be done with it stands below the one at hand; Enter edits it. */
export function WordingPassage({
  passage: p,
  current,
  writes,
  onCurrent,
  onEdit,
  onAdd,
  onDrop,
  onAuto,
  onRestore,
  onHistory,
}: Props) {
  const heading = p.kind === 'phan' || p.kind === 'muc';
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(current);
  // Coming back from the records of a number: the place is where it was.
  useEffect(() => {
    if (first.current) box.current?.focus();
  }, []);
  const enter = (event: KeyboardEvent) => {
    if (composing(event) || event.target !== box.current || event.key !== 'Enter' || !writes) return;
    event.preventDefault();
    if (heading) onAdd();
    else if (p.state === 'bo') onRestore();
    else onEdit();
  };
  if (p.state === 'trong' && p.hint === '') return null;
  const dropped = p.state === 'bo';
  return (
    <div role="listitem">
      <div
        ref={box}
        data-passage={p.key}
        tabIndex={current ? 0 : -1}
        onFocus={onCurrent}
        onMouseDown={onCurrent}
        onKeyDown={enter}
        className={`cn-passage cn-passage-${p.kind}${current ? ' cn-passage-current' : ''}`}
      >
        {p.kind === 'phan' && (
          <h2>
            {p.label !== '' && `${p.label}. `}
            {p.auto}
          </h2>
        )}
        {p.kind === 'muc' && (
          <h3>
            {p.label !== '' && `${p.label}. `}
            {p.auto}
          </h3>
        )}
        {!heading && p.state === 'trong' && (
          <p className="cn-soft">
            <em>{p.hint}</em> Chưa viết nên không in.
          </p>
        )}
        {!heading && p.state !== 'trong' && (
          <p className={dropped ? 'cn-passage-out' : undefined}>
            {p.kind === 'gach' && '– '}
            <Runs runs={p.runs} />
          </p>
        )}
        {!heading && <States p={p} />}
        {current && writes && (
          <div className="cn-row cn-passage-acts">
            {!heading && !dropped && (
              <Button type="primary" onClick={onEdit}>
                {p.state === 'trong' ? 'Viết' : 'Sửa'}
              </Button>
            )}
            {dropped && (
              <Button type="primary" onClick={onRestore}>
                Lấy lại đoạn
              </Button>
            )}
            <Button onClick={onAdd}>Thêm đoạn sau</Button>
            {!heading && !dropped && p.state !== 'trong' && <Button onClick={onDrop}>Bỏ đoạn</Button>}
            {p.state === 'sua' && <Button onClick={onAuto}>Để máy viết lại</Button>}
            {!heading && p.seq > 0 && <Button onClick={onHistory}>Các bản trước</Button>}
          </div>
        )}
      </div>
    </div>
  );
}

function States({ p }: { p: Passage }) {
  return (
    <>
      {(p.state === 'sua' || p.state === 'them' || p.state === 'bo') && (
        <div className="cn-row cn-small">
          {p.state === 'sua' && <StatusTag tone="info">Đã sửa</StatusTag>}
          {p.state === 'them' && <StatusTag tone="info">Đoạn thêm</StatusTag>}
          {p.state === 'bo' && <StatusTag tone="none">Đã bỏ, không in</StatusTag>}
          {p.changed && <StatusTag tone="warn">Câu máy đã đổi</StatusTag>}
          {p.unknown.length > 0 && <StatusTag tone="bad">Không còn số liệu: {p.unknown.join(', ')}</StatusTag>}
          <span className="cn-soft">{p.userName}</span>
        </div>
      )}
      {p.changed && (
        <p className="cn-small cn-passage-auto">Máy nay viết: “{p.auto === '' ? 'không có gì để viết' : p.auto}”</p>
      )}
    </>
  );
}

/** Text with its figures; each opens the records it counts. */
export function Runs({ runs }: { runs: (Run & { unknown?: boolean })[] }) {
  return runs.map((run, i) => {
    if (run.unknown) return <mark key={i}>{run.text}</mark>;
    if (run.link)
      return (
        <Link key={i} to={run.link} className="cn-passage-figure" title={run.field}>
          {run.text}
        </Link>
      );
    return <span key={i}>{run.text}</span>;
  });
}
