import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { lastDay } from './labels';
import { SeatForm } from './SeatForm';

type SeatRow = Go.officers.SeatRow;

const columns: Column<SeatRow>[] = [
  { key: 'body', title: 'Cấp ủy', kind: 'text', width: 14, render: (s) => s.bodyWord },
  {
    key: 'term',
    title: 'Nhiệm kỳ',
    kind: 'text',
    render: (s) => (
      <>
        {s.termLabel} <span className="cn-soft">{s.levelWord}</span>
      </>
    ),
  },
  { key: 'position', title: 'Chức danh', kind: 'text', render: (s) => s.position || 'ủy viên' },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (s) => <span className="cn-nowrap">{show(s.validFrom)}</span>,
  },
  {
    key: 'to',
    title: 'Đến hết ngày',
    kind: 'day',
    width: 9,
    render: (s) => <span className="cn-nowrap">{show(lastDay(s.validTo)) || NONE}</span>,
  },
  {
    key: 'now',
    title: 'Tình trạng',
    kind: 'status',
    width: 10,
    render: (s) =>
      s.current ? <StatusTag tone="good">Đương nhiệm</StatusTag> : <StatusTag tone="none">Không</StatusTag>,
  },
];

/** Seats in committees, term by term. */
export function SeatsSection({
  officerId,
  seats,
  editable,
}: {
  officerId: string;
  seats: SeatRow[];
  editable: boolean;
}) {
  const [form, setForm] = useState<SeatRow | 'new' | null>(null);
  return (
    <Section
      title="Tham gia cấp ủy"
      flush
      extra={editable && <Button onClick={() => setForm('new')}>Thêm cấp ủy</Button>}
    >
      <DataTable
        paper={null}
        label="Tham gia cấp ủy"
        counted="lần tham gia"
        fit="content"
        columns={columns}
        rows={seats}
        rowKey={(s) => s.id}
        onOpen={editable ? setForm : undefined}
      />
      {form !== null && (
        <SeatForm officerId={officerId} seat={form === 'new' ? null : form} onClose={() => setForm(null)} />
      )}
    </Section>
  );
}
