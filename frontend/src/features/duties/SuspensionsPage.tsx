import { Button } from 'antd';
import { useState } from 'react';
import { show } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import { serial } from '../../lib/days';
import { readFault } from '../../api/client';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { lastDay } from './labels';
import { useDeleteSuspension, useSaveSuspension, useSuspensions, type Suspension } from './queries';
import { SuspensionForm } from './SuspensionForm';
import { Tabs } from './Tabs';

const columns = (asOf: string): Column<Suspension>[] => [
  { key: 'scope', title: 'Nơi tạm dừng', kind: 'name', render: (s) => s.scopeLabel, sortBy: (s) => s.scopeLabel },
  { key: 'activity', title: 'Loại cuộc họp', kind: 'text', width: 15, render: (s) => s.activityWord },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (s) => show(s.validFrom),
    sortBy: (s) => s.validFrom,
  },
  {
    key: 'to',
    title: 'Đến hết ngày',
    kind: 'day',
    width: 7.5,
    render: (s) => show(lastDay(s.validTo)),
    sortBy: (s) => s.validTo,
  },
  {
    key: 'days',
    title: 'Số ngày',
    kind: 'number',
    width: 6,
    render: (s) => showNumber(serial(s.validTo) - serial(s.validFrom)),
  },
  {
    key: 'reason',
    title: 'Lý do, văn bản',
    kind: 'text',
    width: 18,
    render: (s) => (
      <>
        {s.reason}
        <Second>{s.source || NONE}</Second>
      </>
    ),
  },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 9.5,
    render: (s) =>
      s.validFrom > asOf ? (
        <StatusTag tone="info">Sắp tới</StatusTag>
      ) : s.validTo > asOf ? (
        <StatusTag tone="warn">Đang dừng</StatusTag>
      ) : (
        <StatusTag tone="none">Đã qua</StatusTag>
      ),
  },
];

/** Tạm dừng: days on which duties are in neither side of a rate, with the reason somebody answers for. */
export function SuspensionsPage() {
  const { asOf, can } = useDesk();
  const say = useNotice();
  const [chosen, setChosen] = useSessionState<string | null>('duties.suspension', null);
  const [form, setForm] = useState<Suspension | 'new' | null>(null);
  const list = useSuspensions();
  const remove = useDeleteSuspension();
  const save = useSaveSuspension();
  const edits = can('duties.SaveSuspension');
  useShortcut('ctrl+n', edits && (() => setForm('new')));
  useShortcut('f5', () => void list.refetch());
  const failed = (thrown: unknown) => say.failed(readFault(thrown).message);
  const drop = async (row: Suspension) => {
    await remove.mutateAsync(row.id);
    const { scopeUnitId, activity, validFrom, validTo, reason, source } = row;
    say.done(
      'Đã bỏ lần tạm dừng; các cuộc họp trong thời gian đó lại được tính là phải dự.',
      () =>
        void save
          .mutateAsync({ id: '', scopeUnitId, activity, validFrom, validTo, reason, source, guardReason: '' })
          .catch(failed),
    );
  };
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Tạm dừng"
        actions={
          edits && (
            <Button type="primary" onClick={() => setForm('new')}>
              Thêm lần tạm dừng
            </Button>
          )
        }
      />
      <DataTable
        label="Các lần tạm dừng"
        counted="lần tạm dừng"
        columns={columns(asOf)}
        rows={list.data?.items ?? []}
        paper={{ said: [`Tính đến ngày ${show(asOf)}`] }}
        rowKey={(s) => s.id}
        selected={chosen}
        onSelect={setChosen}
        onOpen={edits ? setForm : undefined}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState title="Chưa có lần tạm dừng nào">
            Khi lũ lụt, dịch bệnh hoặc nghỉ Tết làm nơi nào không họp được, ghi ở đây để tỷ lệ không bị tính oan.
          </EmptyState>
        }
      />
      {form && (
        <SuspensionForm
          row={form === 'new' ? null : form}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setForm(null);
          }}
          onDelete={(row) => {
            setForm(null);
            void drop(row).catch(failed);
          }}
        />
      )}
    </div>
  );
}
