import { Button } from 'antd';
import { useId } from 'react';
import { units } from '../../api/client';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { useDesk } from '../../ui/desk';
import { readFault } from '../../lib/fault';
import { capital } from './labels';
import { useBin, useUnitAction } from './queries';

/** What was thrown away, and the way back. */
export function Bin({ onClose, onTaken }: { onClose: () => void; onTaken: (id: string) => void }) {
  const id = useId();
  const say = useNotice();
  const { can } = useDesk();
  const list = useBin(true);
  const takeBack = useUnitAction(units.TakeBack);
  const take = async (unitId: string, name: string) => {
    try {
      await takeBack(unitId);
      say.done(`Đã lấy lại “${name}”.`);
      onTaken(unitId);
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
        {list.data?.length === 0 && (
          <EmptyState title="Thùng rác trống">Đơn vị bỏ đi được giữ ở đây để lấy lại khi cần.</EmptyState>
        )}
        <ul className="cn-units-bin">
          {list.data?.map((unit) => (
            <li key={unit.id}>
              <span className="cn-grow">
                {capital(unit.typeWord)}: {unit.name}
                {unit.parentName && <span className="cn-soft"> – {unit.parentName}</span>}
              </span>
              {can('units.TakeBack') && <Button onClick={() => void take(unit.id, unit.name)}>Lấy lại</Button>}
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
