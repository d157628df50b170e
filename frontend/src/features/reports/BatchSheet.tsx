import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { readFault } from '../../api/client';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { BatchChoice } from './BatchChoice';
import { BatchProgress } from './BatchProgress';
import { useBatchStart, useBatchStatus } from './batchQueries';
import type { Choice } from './queries';

/**
 * Printing in one go: what to go through, then how far it is, then what came out. It goes on when the sheet is closed; the
 * one batch of the session shows again when it is opened.
 */
export function BatchSheet({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const id = useId();
  const say = useNotice();
  const [job, setJob] = useSessionState('reports.batch', '');
  const status = useBatchStatus(job);
  const start = useBatchStart();
  const shown = job !== '' && status.data?.id === job ? status.data : undefined;
  // A batch of another report that has ended is of no use here.
  const current = shown && (shown.running || shown.report === choice.report) ? shown : undefined;
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>{current ? `In hàng loạt: ${current.title}` : 'In hàng loạt'}</h2>
        <button type="button" className="cn-icon-button" aria-label="Quay lại" onClick={onClose}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      {current ? (
        <BatchProgress status={current} onAgain={() => setJob('')} onClose={onClose} />
      ) : (
        <BatchChoice
          choice={choice}
          busy={start.isPending}
          onClose={onClose}
          onStart={(input) =>
            start.mutate(input, {
              onSuccess: (begun) => setJob(begun.id),
              onError: (error) => say.failed(readFault(error).message),
            })
          }
        />
      )}
      {current === undefined && job !== '' && status.isPending && (
        <div className="cn-sheet-foot">
          <Button onClick={onClose}>Quay lại</Button>
        </div>
      )}
    </Overlay>
  );
}
