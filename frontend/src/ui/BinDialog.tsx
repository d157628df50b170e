import { Button } from 'antd';
import { useId, useState } from 'react';
import { readFault } from '../lib/fault';
import { EmptyState } from './EmptyState';
import { ErrorNotice } from './ErrorNotice';
import { useNotice } from './notices';
import { Overlay } from './Overlay';

export interface BinEntry {
  id: string;
  /** What stands in the list. */
  title: string;
  /** Tells entries of the same title apart; may be empty. */
  detail: string;
  /** How the notice names it, where the title is no part of a sentence. */
  name?: string;
}

interface Props {
  /** What is kept here, as a sentence for the empty bin. */
  keeps: string;
  /** Undefined until they have been read. */
  entries: BinEntry[] | undefined;
  error: unknown;
  onRetry: () => void;
  /** Absent for whoever may look only. */
  restore?: (id: string) => Promise<unknown>;
  onRestored?: (id: string) => void;
  onClose: () => void;
}

/** Records thrown away, and the way back. */
export function BinDialog({ keeps, entries, error, onRetry, restore, onRestored, onClose }: Props) {
  const id = useId();
  const say = useNotice();
  // The second press on one entry would be answered with an error: it is no longer in the bin.
  const [restoring, setRestoring] = useState('');
  const takeBack = async (entry: BinEntry) => {
    if (!restore || restoring !== '') return;
    setRestoring(entry.id);
    try {
      await restore(entry.id);
      say.done(`Đã lấy lại ${entry.name ?? entry.title}.`);
      onRestored?.(entry.id);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    } finally {
      setRestoring('');
    }
  };
  return (
    <Overlay kind="dialog" labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Thùng rác</h2>
      </div>
      <div className="cn-sheet-body">
        {error ? <ErrorNotice error={error} onRetry={onRetry} /> : null}
        {entries?.length === 0 && <EmptyState title="Thùng rác trống">{keeps}</EmptyState>}
        <ul className="cn-sheet-list">
          {entries?.map((entry) => (
            <li key={entry.id}>
              <span className="cn-grow">
                {entry.title}
                {entry.detail && <span className="cn-soft"> – {entry.detail}</span>}
              </span>
              {restore && (
                <Button loading={restoring === entry.id} onClick={() => void takeBack(entry)}>
                  Lấy lại
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="cn-sheet-foot">
        <span />
        <Button onClick={onClose} data-autofocus>
          Đóng
        </Button>
      </div>
    </Overlay>
  );
}
