import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { StatusTag } from '../../ui/StatusTag';

type Fault = Go.papers.Fault;

/** How many of them stand there before one asks for all. */
const FIRST = 2;

interface Props {
  faults: Fault[];
  /** Records a paper written elsewhere under the missing number. */
  onRecord?: ((fault: Fault) => void) | undefined;
  /** Keeps the missing number for a paper that is not here. */
  onReserve?: ((fault: Fault) => void) | undefined;
}

/** What is wrong in the numbers: said in a sentence, with the way to put it right. */
export function Faults({ faults, onRecord, onReserve }: Props) {
  const [all, setAll] = useState(false);
  if (faults.length === 0) return null;
  return (
    <section className="cn-paper-faults" aria-label="Số khuyết, số trùng">
      <ul>
        {(all ? faults : faults.slice(0, FIRST)).map((fault) => (
          <li key={`${fault.kind}.${fault.sentence}`}>
            <StatusTag tone={fault.kind === 'trung' ? 'bad' : 'warn'}>
              {fault.kind === 'trung' ? 'Số trùng' : 'Số khuyết'}
            </StatusTag>
            <span className="cn-grow">{fault.sentence}</span>
            {fault.kind === 'trong' && onRecord && (
              <Button onClick={() => onRecord(fault)}>Ghi số {String(fault.from).padStart(2, '0')}</Button>
            )}
            {fault.kind === 'trong' && onReserve && (
              <Button onClick={() => onReserve(fault)}>Giữ số {String(fault.from).padStart(2, '0')}</Button>
            )}
          </li>
        ))}
      </ul>
      {faults.length > FIRST && (
        <button type="button" className="cn-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem cả ${faults.length} chỗ`}
        </button>
      )}
    </section>
  );
}
