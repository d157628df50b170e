import { Button } from 'antd';
import { useId } from 'react';
import { readFault, sessions } from '../../api/client';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { useRefresh, useSessions } from './queries';

/** Sessions thrown away, and the way back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const say = useNotice();
  const { can } = useDesk();
  const refresh = useRefresh();
  const list = useSessions({ text: '', body: '', state: '', bin: true });
  const take = async (sessionId: string, title: string) => {
    try {
      await sessions.Restore(sessionId);
      refresh();
      say.done(`Đã lấy lại ${title}.`);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    }
  };
  return (
    <Overlay kind="dialog" labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Thùng rác</h2>
      </div>
      <div className="cn-sheet-body">
        {list.error && <ErrorNotice error={list.error} />}
        {list.data?.total === 0 && <EmptyState title="Thùng rác trống">Phiên họp bỏ đi được giữ ở đây.</EmptyState>}
        <ul className="cn-session-bin">
          {list.data?.items.map((each) => (
            <li key={each.id}>
              <span className="cn-grow">
                {each.title}
                <span className="cn-soft"> – {show(each.day)}</span>
              </span>
              {can('sessions.Restore') && <Button onClick={() => void take(each.id, each.title)}>Lấy lại</Button>}
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
