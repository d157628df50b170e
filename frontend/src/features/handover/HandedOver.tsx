import './handover.css';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { readFault } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { useUndo, type Done } from './queries';

type Gone = Done['lines'][number];

const columns: Column<Gone>[] = [
  {
    key: 'what',
    title: 'Nơi, tổ',
    kind: 'name',
    render: (g) => (
      <>
        {g.targetLabel || g.teamName}
        <Second>{g.kindName || 'vị trí trong tổ'}</Second>
      </>
    ),
  },
  {
    key: 'who',
    title: 'Người nhận',
    kind: 'name',
    width: 16,
    render: (g) =>
      g.successor.id === '' ? (
        <StatusTag tone={g.targetLabel === '' ? 'none' : 'bad'}>
          {g.targetLabel === '' ? 'Không thay người' : 'Chưa có người nhận'}
        </StatusTag>
      ) : (
        <>
          {g.successor.name}
          <Second>{g.successor.post}</Second>
        </>
      ),
  },
  {
    key: 'items',
    title: 'Việc đang mở',
    kind: 'number',
    width: 12,
    render: (g) => (g.items.length === 0 ? NONE : showNumber(g.items.length)),
  },
];

/** A handover that was carried out: who has what now, the paper to sign, and the way back. */
export function HandedOver({ done }: { done: Done }) {
  const { can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const undo = useUndo();
  const takeBack = async () => {
    try {
      await undo.mutateAsync(done.id);
      say.done('Đã hoàn tác bàn giao; mọi phân công trở lại như trước.');
      void navigate(`/can-bo/${done.officer.id}`);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    }
  };
  const print = () =>
    void navigate(`/bao-cao/R25?${new URLSearchParams({ 'ban-giao': done.id, ky: done.on.slice(0, 7) })}`);
  return (
    <div className="cn-page">
      <PageHeader
        title={`Bàn giao của đồng chí ${done.officer.name}`}
        back={{ label: 'Các lần bàn giao', onClick: () => void navigate('/phan-cong/ban-giao') }}
        sub={`Từ ${show(done.on)} · ${done.reasonWord}${done.decisionNumber === '' ? '' : ` · quyết định ${done.decisionNumber}`}`}
        actions={
          <>
            {can('assignments.UndoHandover') && !done.undone && (
              <Button loading={undo.isPending} onClick={() => void takeBack()}>
                Hoàn tác bàn giao
              </Button>
            )}
            <Button type="primary" onClick={print}>
              In biên bản bàn giao
            </Button>
          </>
        }
      />
      <p className="cn-row">
        {done.undone && <StatusTag tone="none">Đã hoàn tác</StatusTag>}
        {done.vacant > 0 ? (
          <StatusTag tone="bad">{showNumber(done.vacant)} nơi chưa có người nhận</StatusTag>
        ) : (
          <StatusTag tone="good">Nơi nào cũng có người nhận</StatusTag>
        )}
        {done.note !== '' && <span className="cn-soft">{done.note}</span>}
      </p>
      <DataTable
        paper={null}
        label="Đã bàn giao"
        counted="nơi"
        columns={columns}
        rows={done.lines}
        rowKey={(g) => `${g.assignmentId}/${g.teamId}`}
        onOpen={(g) => g.targetId !== '' && void navigate(`/dia-ban?id=${g.targetId}`)}
      />
    </div>
  );
}
