import './assignments.css';
import { useNavigate } from 'react-router';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { lastDay, standing } from './labels';
import { useHoldings, type RegisterRow } from './queries';

const columns: Column<RegisterRow>[] = [
  { key: 'target', title: 'Địa bàn, chi bộ', kind: 'name', render: (r) => r.targetLabel, sortBy: (r) => r.targetLabel },
  {
    key: 'kind',
    title: 'Hình thức',
    kind: 'text',
    width: 15,
    render: (r) => (
      <>
        {r.kindName}
        {!r.primary && <span className="cn-soft"> (phối hợp)</span>}
        {r.teamName && <Second>{r.teamName}</Second>}
      </>
    ),
  },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (r) => <span className="cn-nowrap">{show(r.validFrom)}</span>,
    sortBy: (r) => r.validFrom,
  },
  {
    key: 'to',
    title: 'Đến hết ngày',
    kind: 'day',
    width: 9,
    render: (r) => (
      <>
        {show(lastDay(r.validTo)) || NONE}
        {r.endReasonWord && <Second>{r.endReasonWord}</Second>}
      </>
    ),
    sortBy: (r) => r.validTo,
  },
  { key: 'decision', title: 'Quyết định', kind: 'symbol', width: 9, render: (r) => r.decisionNumber || NONE },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 11,
    render: (r) => <StatusTag tone={standing(r).tone}>{standing(r).word}</StatusTag>,
  },
];

/** What an officer has, had and will have; a part of the officer's page. */
export function OfficerHoldings({ officerId, asOf }: { officerId: string; asOf: string }) {
  const navigate = useNavigate();
  const list = useHoldings(officerId, asOf);
  return (
    <Section title="Được phân công" flush>
      <DataTable
        paper={null}
        label="Được phân công"
        counted="phân công"
        fit="content"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(r) => r.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={(r) => void navigate(`/dia-ban?id=${r.targetId}`)}
        empty={<EmptyState title="Chưa được phân công nơi nào" />}
      />
    </Section>
  );
}
