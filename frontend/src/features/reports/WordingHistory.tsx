import { Button } from 'antd';
import { useId } from 'react';
import { showMoment } from '../../lib/moment';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Overlay } from '../../ui/Overlay';
import type { Choice } from './queries';
import { useWordingHistory, type Change, type Passage } from './wordingQueries';

const KINDS: Record<string, string> = { sua: 'Sửa', them: 'Thêm', bo: 'Bỏ đoạn', tu_dong: 'Để máy viết lại' };

/** Everything that was ever written at one place, newest first; any of it can be taken back. */
export function WordingHistory({
  choice,
  passage,
  writes,
  onClose,
  onTake,
}: {
  choice: Choice;
  passage: Passage;
  writes: boolean;
  onClose: () => void;
  onTake: (change: Change) => void;
}) {
  const id = useId();
  const past = useWordingHistory(choice, passage.key);
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Các bản trước của đoạn</h2>
      </div>
      <div className="cn-sheet-body">
        {past.error && <ErrorNotice error={past.error} onRetry={() => void past.refetch()} />}
        {past.data?.length === 0 && <EmptyState title="Đoạn này chưa sửa lần nào" />}
        <ol className="cn-wording-past">
          {past.data?.map(({ wording: w, shown }, i) => (
            <li key={w.id}>
              <p className="cn-small">
                <strong>{KINDS[w.kind]}</strong>{' '}
                <span className="cn-soft">
                  lúc {showMoment(w.at)}, {w.userName}
                  {i === 0 && ' – bản đang dùng'}
                </span>
              </p>
              {shown !== '' && <p className="cn-wording-live">{shown}</p>}
              {writes && i > 0 && (w.kind === 'sua' || w.kind === 'them') && (
                <Button
                  onClick={() =>
                    onTake({
                      place: passage.key,
                      kind: w.kind as Change['kind'],
                      text: w.text,
                      guardReason: w.reason,
                      seen: passage.seq,
                    })
                  }
                >
                  Lấy lại bản này
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
      <div className="cn-sheet-foot">
        <span />
        <Button onClick={onClose} data-autofocus>
          Quay lại
        </Button>
      </div>
    </Overlay>
  );
}
