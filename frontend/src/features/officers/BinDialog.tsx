import { Button } from 'antd';
import { useId } from 'react';
import { officers } from '../../api/client';
import { readFault } from '../../lib/fault';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { useOfficers, useRefresh } from './queries';

/** Officers thrown away, and the way back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { asOf } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const list = useOfficers({ text: '', body: '', orgId: '', day: asOf, bin: true });
  const take = async (officerId: string, name: string) => {
    try {
      await officers.Restore(officerId);
      refresh();
      say.done(`Đã lấy lại ${name}.`);
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
        {list.data?.total === 0 && (
          <EmptyState title="Thùng rác trống">Cán bộ bỏ đi hoặc đã gộp được giữ ở đây.</EmptyState>
        )}
        <ul className="cn-people-list">
          {list.data?.items.map((each) => (
            <li key={each.id}>
              <span className="cn-grow">
                {each.name}
                {each.post && <span className="cn-soft"> – {each.post}</span>}
              </span>
              <Button onClick={() => void take(each.id, each.name)}>Lấy lại</Button>
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
