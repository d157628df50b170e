import { useId } from 'react';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { NONE, showNumber } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceInput } from '../../ui/inputs';
import { useKeptState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { count } from './labels';
import { useLead, useWords } from './queries';
import { ScopeFilters } from './ScopeFilters';
import { Tabs } from './Tabs';
import { saidScope, useScope } from './useScope';

type Row = Go.fulfilment.LeadRow;

/** "3–6", "4", or a dash while nobody wrote a day down. */
const range = (r: Row) =>
  r.sent === 0
    ? NONE
    : r.shortest === r.longest
      ? showNumber(r.shortest)
      : `${showNumber(r.shortest)}–${showNumber(r.longest)}`;
const mean = (r: Row) => (r.sent === 0 ? NONE : showNumber(Math.round((10 * r.totalDays) / r.sent) / 10));

/** Gửi tài liệu: how many days before a meeting its papers were there. What nobody wrote down is neither late nor in time. */
export function PapersPage() {
  const id = useId();
  const navigate = useNavigate();
  const scope = useScope();
  const [kind, setKind] = useKeptState('fulfilment.papers', 'COMMITTEE');
  const words = useWords().data;
  const list = useLead({ span: scope.span, underId: scope.under?.id ?? '', kind });
  const rows = list.data?.items ?? [];
  const total = list.data?.total;
  useShortcut('f5', () => void list.refetch());
  const columns: Column<Row>[] = [
    { key: 'unit', title: 'Nơi họp', kind: 'name', render: (r) => r.label, total: () => 'Cộng' },
    {
      key: 'meetings',
      title: 'Đã họp',
      kind: 'number',
      width: 6,
      render: (r) => count(r.meetings),
      sortBy: (r) => r.meetings,
      total: () => (total ? count(total.meetings) : ''),
    },
    {
      key: 'sent',
      title: 'Có ghi ngày gửi',
      kind: 'number',
      width: 8,
      render: (r) => count(r.sent),
      sortBy: (r) => r.sent,
      total: () => (total ? count(total.sent) : ''),
    },
    {
      key: 'none',
      title: 'Chưa ghi',
      kind: 'number',
      width: 6,
      render: (r) => count(r.notRecorded),
      sortBy: (r) => r.notRecorded,
      total: () => (total ? count(total.notRecorded) : ''),
    },
    {
      key: 'range',
      title: 'Gửi trước (ngày)',
      kind: 'number',
      width: 8,
      render: range,
      total: () => (total ? range(total) : ''),
    },
    {
      key: 'mean',
      title: 'Trung bình',
      kind: 'number',
      width: 7,
      render: mean,
      total: () => (total ? mean(total) : ''),
    },
    {
      key: 'late',
      title: 'Gửi muộn',
      kind: 'number',
      width: 6,
      render: (r) => count(r.late),
      sortBy: (r) => r.late,
      total: () => (total ? count(total.late) : ''),
    },
  ];
  return (
    <div className="cn-page">
      <PageHeader tabs={<Tabs />} title="Gửi tài liệu trước cuộc họp" />
      <ScopeFilters scope={scope} own={{ list: 'tai-lieu', value: { kind }, onTake: (next) => setKind(next.kind) }}>
        <div>
          <label htmlFor={`${id}-k`}>Loại cuộc họp</label>
          <ChoiceInput
            id={`${id}-k`}
            value={kind || 'ALL'}
            onChange={(next) => setKind(next === 'ALL' ? '' : next)}
            options={[
              { value: 'ALL', label: 'Mọi loại' },
              ...(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word })),
            ]}
          />
        </div>
      </ScopeFilters>
      <DataTable
        label="Gửi tài liệu"
        counted="nơi"
        columns={columns}
        rows={rows}
        rowKey={(r) => r.unitId}
        onOpen={(r) =>
          void navigate(
            `/nhat-ky?${new URLSearchParams({ ky: scope.period, 'don-vi': r.unitId, 'ten-don-vi': r.label, ...(kind !== '' && { loai: kind }) })}`,
          )
        }
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        paper={{
          title: 'Gửi tài liệu trước cuộc họp',
          said: [
            ...saidScope(scope),
            saidFilter('Loại cuộc họp', words?.kinds.find((each) => each.code === kind)?.word),
          ],
          sheet: [
            { title: 'Nơi họp', text: (r) => r.label },
            { title: 'Đã họp', text: (r) => r.meetings },
            { title: 'Có ghi ngày gửi', text: (r) => r.sent },
            { title: 'Chưa ghi', text: (r) => r.notRecorded },
            { title: 'Gửi trước (ngày)', text: range },
            { title: 'Trung bình', text: mean },
            { title: 'Gửi muộn', text: (r) => r.late },
          ],
        }}
        note="Số ngày từ lúc gửi tài liệu đến ngày họp; gửi muộn là sau hạn của nhiệm vụ định kỳ."
        empty={<EmptyState title="Kỳ này không có cuộc họp nào thuộc loại này" />}
      />
    </div>
  );
}
