import { Button } from 'antd';
import { useId, useState } from 'react';
import { officers } from '../../api/client';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { postWords } from './labels';
import { useDuplicates, useRefresh, type Row } from './queries';

/** Pairs that may be one person. Nothing is merged by itself: the clerk says which record stays. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const say = useNotice();
  const refresh = useRefresh();
  const list = useDuplicates();
  const [asked, setAsked] = useState<{ keep: Row; drop: Row } | null>(null);
  const merge = async () => {
    if (!asked) return;
    await officers.Merge(asked.keep.id, asked.drop.id);
    say.done(`Đã gộp vào ${asked.keep.name}.`);
    setAsked(null);
    refresh();
  };
  const who = (row: Row) => (
    <>
      {row.name}
      <span className="cn-soft"> – {postWords(row.post, row.postOrg) || 'chưa ghi chức vụ'}</span>
    </>
  );
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Rà soát trùng</h2>
      </div>
      <div className="cn-sheet-body">
        <p>
          Những cặp có thể là cùng một người. Khi gộp, chức vụ, cấp ủy, phân công và lần dự họp của bản ghi kia chuyển
          sang bản ghi được giữ.
        </p>
        {list.error && <ErrorNotice error={list.error} />}
        {list.data?.length === 0 && <EmptyState title="Không thấy cặp nào trùng tên" />}
        <ul className="cn-sheet-list">
          {list.data?.map(({ a, b, reason }) => (
            <li key={a.id + b.id}>
              <span className="cn-grow">
                <strong>{reason}</strong>
                <br />
                1. {who(a)}
                <br />
                2. {who(b)}
              </span>
              <Button onClick={() => setAsked({ keep: a, drop: b })}>Giữ 1, gộp 2</Button>
              <Button onClick={() => setAsked({ keep: b, drop: a })}>Giữ 2, gộp 1</Button>
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
      {asked && (
        <ConfirmDialog title="Gộp hai bản ghi?" confirm="Gộp" onConfirm={merge} onCancel={() => setAsked(null)}>
          Giữ {who(asked.keep)}; gộp {who(asked.drop)} rồi bỏ bản ghi này vào thùng rác. Việc gộp không tự tách lại
          được.
        </ConfirmDialog>
      )}
    </Overlay>
  );
}
