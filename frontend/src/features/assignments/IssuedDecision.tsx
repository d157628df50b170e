import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { assignments, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { states } from './labels';
import { PrintDecision } from './PrintDecision';
import { useRefresh, type Annex } from './queries';

type Numbered = Go.assignments.AnnexLine & { number: number };

const columns: Column<Numbered>[] = [
  { key: 'number', title: 'STT', kind: 'number', width: 3.5, render: (l) => l.number },
  { key: 'act', title: 'Việc', kind: 'text', width: 5, render: (l) => (l.act === 'thoi' ? 'Thôi' : 'Giao') },
  {
    key: 'who',
    title: 'Cán bộ, tổ',
    kind: 'name',
    width: 14,
    render: (l) => (
      <>
        {l.officerName || l.teamName}
        {l.post && <Second>{l.post}</Second>}
      </>
    ),
  },
  { key: 'target', title: 'Địa bàn, chi bộ', kind: 'name', render: (l) => l.targetLabel },
  {
    key: 'kind',
    title: 'Hình thức',
    kind: 'text',
    width: 14,
    render: (l) => (
      <>
        {l.kindName}
        {l.act === 'giao' && !l.primary && <span className="cn-soft"> (phối hợp)</span>}
        {l.replace && <Second>thay người phụ trách trước</Second>}
      </>
    ),
  },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (l) => <span className="cn-nowrap">{show(l.effective)}</span>,
  },
  {
    key: 'duty',
    title: 'Nhiệm vụ, lý do',
    kind: 'text',
    width: 14,
    render: (l) =>
      [l.act === 'thoi' && l.endReasonWord, l.act === 'thoi' ? l.endNote : l.duty].filter(Boolean).join('; ') || NONE,
  },
];

/** An issued decision is read, not changed; one typed by mistake can be taken back while nothing stands on it. */
export function IssuedDecision({ annex }: { annex: Annex }) {
  const navigate = useNavigate();
  const say = useNotice();
  const refresh = useRefresh();
  const { can } = useDesk();
  const [asking, setAsking] = useState(false);
  const d = annex.decision;
  const withdraw = async () => {
    await assignments.WithdrawDecision(d.id);
    setAsking(false);
    refresh();
    say.done('Đã thu hồi về dự thảo; sổ phân công trở lại như trước.');
  };
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title={`Quyết định ${d.numberText}`}
        aside={`ngày ${show(d.docDate)}`}
        back={{ label: 'Danh sách quyết định', onClick: () => void navigate('/phan-cong/quyet-dinh') }}
        sub={
          <>
            <StatusTag tone={states.ban_hanh!.tone}>{states.ban_hanh!.word}</StatusTag> {d.subject}
          </>
        }
        actions={
          <>
            {can('assignments.WithdrawDecision') && <Button onClick={() => setAsking(true)}>Thu hồi về dự thảo</Button>}
            <PrintDecision annex={annex} />
          </>
        }
      />
      <dl className="cn-assign-facts">
        <div>
          <dt>Loại</dt>
          <dd>{d.actionWord}</dd>
        </div>
        <div>
          <dt>Cơ quan ban hành</dt>
          <dd>{d.issuer}</dd>
        </div>
        <div>
          <dt>Có hiệu lực từ ngày</dt>
          <dd>{show(d.effectiveDate)}</dd>
        </div>
        <div>
          <dt>Ghi chú</dt>
          <dd>{annex.note || 'không'}</dd>
        </div>
      </dl>
      <Section title="Phụ lục" flush>
        <DataTable
          paper={null}
          label="Phụ lục"
          counted="dòng"
          fit="content"
          columns={columns}
          rows={annex.lines.map((line, index) => ({ ...line, number: index + 1 }))}
          rowKey={(l) => String(l.number)}
        />
      </Section>
      {asking && (
        <ConfirmDialog
          title="Thu hồi quyết định về dự thảo?"
          confirm="Thu hồi"
          onConfirm={withdraw}
          onCancel={() => setAsking(false)}
        >
          Chỉ dùng khi nhập nhầm. Các dòng đã giao rời khỏi sổ, các phân công đã kết thúc theo quyết định này tiếp tục
          như trước. Thay đổi nhân sự thì lập quyết định mới.
        </ConfirmDialog>
      )}
    </div>
  );
}
