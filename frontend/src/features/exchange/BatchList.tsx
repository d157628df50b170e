import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { useBatches } from './queries';
import { UndoDialog } from './UndoDialog';

type Batch = Go.exchange.Batch;

/** Every import so far; the last one of a kind can be taken back first. */
export function BatchList() {
  const list = useBatches();
  const [asked, setAsked] = useState<Batch | null>(null);
  const columns: Column<Batch>[] = [
    { key: 'file', title: 'Tệp', kind: 'text', render: (batch) => batch.fileName },
    { key: 'kind', title: 'Loại', kind: 'text', width: 6, render: (batch) => batch.kindWord },
    { key: 'made', title: 'Nhập ngày', kind: 'day', width: 8, render: (batch) => show(dayOf(batch.madeAt)) },
    { key: 'asOf', title: 'Tính đến', kind: 'day', width: 8, render: (batch) => show(batch.asOf) },
    { key: 'by', title: 'Người nhập', kind: 'name', width: 8.5, render: (batch) => batch.madeBy },
    { key: 'created', title: 'Mới', kind: 'number', width: 5, render: (batch) => showNumber(batch.created) },
    { key: 'changed', title: 'Thay đổi', kind: 'number', width: 5.5, render: (batch) => showNumber(batch.changed) },
    { key: 'closed', title: 'Kết thúc', kind: 'number', width: 5.5, render: (batch) => showNumber(batch.closed) },
    { key: 'state', title: 'Tình trạng', kind: 'status', width: 11, render: (batch) => <State batch={batch} /> },
    {
      key: 'undo',
      title: '',
      kind: 'act',
      width: 7,
      render: (batch) => batch.last && <Button onClick={() => setAsked(batch)}>Hoàn tác</Button>,
    },
  ];
  return (
    <Section title="Các lần nhập" flush>
      <DataTable
        label="Các lần nhập"
        counted="lần nhập"
        fit="content"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(batch) => batch.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title="Chưa nhập tệp nào">Mỗi lần nhập được ghi lại ở đây và hoàn tác được.</EmptyState>}
      />
      {asked !== null && <UndoDialog batch={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function State({ batch }: { batch: Batch }) {
  if (batch.undoneAt === '') return <StatusTag tone="good">Có hiệu lực</StatusTag>;
  return (
    <StatusTag tone="none">{batch.kept > 0 ? `Đã hoàn tác, giữ ${showNumber(batch.kept)}` : 'Đã hoàn tác'}</StatusTag>
  );
}

/** The day in Vietnam of a stored moment (UTC). */
function dayOf(moment: string): string {
  const at = new Date(Date.parse(moment) + 7 * 3600_000);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
