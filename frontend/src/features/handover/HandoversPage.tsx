import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { show } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { HandedOver } from './HandedOver';
import { useHandover, useHandovers, type Done } from './queries';

const columns: Column<Done>[] = [
  { key: 'on', title: 'Từ ngày', kind: 'day', width: 7.5, render: (d) => show(d.on), sortBy: (d) => d.on },
  {
    key: 'who',
    title: 'Cán bộ bàn giao',
    kind: 'name',
    render: (d) => (
      <>
        {d.officer.name}
        <Second>{d.officer.post}</Second>
      </>
    ),
  },
  { key: 'reason', title: 'Lý do', kind: 'text', width: 12, render: (d) => d.reasonWord },
  { key: 'decision', title: 'Quyết định', kind: 'symbol', width: 10, render: (d) => d.decisionNumber || NONE },
  { key: 'places', title: 'Nơi', kind: 'number', width: 5, render: (d) => showNumber(d.lines.length) },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 14,
    render: (d) =>
      d.undone ? (
        <StatusTag tone="none">Đã hoàn tác</StatusTag>
      ) : d.vacant > 0 ? (
        <StatusTag tone="bad">{showNumber(d.vacant)} nơi trống</StatusTag>
      ) : (
        <StatusTag tone="good">Đã giao hết</StatusTag>
      ),
  },
];

/** Every handover, and where a new one begins. */
export function HandoversPage({ tabs }: { tabs: ReactNode }) {
  const { can } = useDesk();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const opened = params.get('lan') ?? '';
  const [leaver, setLeaver] = useState<Picked | null>(null);
  const list = useHandovers();
  const one = useHandover(opened);
  if (one.data && opened !== '') return <HandedOver done={one.data} />;
  return (
    <div className="cn-page">
      <PageHeader tabs={tabs} title="Bàn giao" />
      {can('assignments.ApplyHandover') && (
        <div className="cn-filters">
          <div>
            <label htmlFor="cn-leaver">Cán bộ bàn giao</label>
            <OfficerPicker
              id="cn-leaver"
              value={leaver}
              onChange={(next) => {
                setLeaver(next);
                if (next) void navigate(`/phan-cong/ban-giao/${next.id}`);
              }}
            />
          </div>
        </div>
      )}
      <DataTable
        label="Các lần bàn giao"
        counted="lần bàn giao"
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={(d) => d.id}
        loading={list.isPending}
        error={list.error ?? one.error}
        onRetry={() => void list.refetch()}
        onOpen={(d) => setParams({ lan: d.id })}
        empty={<EmptyState title="Chưa có lần bàn giao nào">Chọn cán bộ ở trên để bắt đầu.</EmptyState>}
      />
    </div>
  );
}
