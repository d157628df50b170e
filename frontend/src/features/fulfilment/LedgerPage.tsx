import { useNavigate } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceRow } from '../../ui/inputs';
import { useKeptState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { BY, count, type By } from './labels';
import { useLedger } from './queries';
import { ScopeFilters } from './ScopeFilters';
import { Tabs } from './Tabs';
import { saidScope, useScope } from './useScope';
import type { Go } from '../../api/client';

type Row = Go.fulfilment.LedgerRow;

/** Hai chiều: what was passed down, what came up, what was told back. */
export function LedgerPage() {
  const navigate = useNavigate();
  const scope = useScope();
  const [by, setBy] = useKeptState<By>('fulfilment.ledger', 'upper');
  const list = useLedger({ span: scope.span, by, underId: scope.under?.id ?? '' });
  const rows = list.data?.items ?? [];
  const total = list.data?.total;
  useShortcut('f5', () => void list.refetch());
  const counts: { key: 'meetings' | 'down' | 'up' | 'back'; title: string }[] = [
    { key: 'meetings', title: 'Cuộc đã họp' },
    { key: 'down', title: 'Truyền đạt xuống' },
    { key: 'up', title: 'Ý kiến, kiến nghị lên' },
    { key: 'back', title: 'Phản hồi lại nơi nêu' },
  ];
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: BY.find((each) => each.value === by)?.label ?? '',
      kind: 'name',
      render: (r) => r.name,
      total: () => 'Cộng, cuộc họp chung tính một lần',
    },
    ...counts.map((each): Column<Row> => ({
      key: each.key,
      title: each.title,
      kind: 'number',
      width: 9,
      render: (r) => count(r[each.key]),
      sortBy: (r) => r[each.key],
      total: () => (total ? count(total[each.key]) : ''),
    })),
  ];
  const log = (row: Row) =>
    void navigate(
      `/nhat-ky?${new URLSearchParams({ ky: scope.period, ...(by === 'officer' ? { 'can-bo': row.key, 'ten-can-bo': row.name } : { 'don-vi': row.key, 'ten-don-vi': row.name }) })}`,
    );
  return (
    <div className="cn-page">
      <PageHeader tabs={<Tabs />} title="Hai chiều" />
      <ScopeFilters
        scope={scope}
        own={{ list: 'hai-chieu', value: { by }, onTake: (next) => setBy(next.by) }}
        first={
          <ChoiceRow
            ariaLabel="Tính theo"
            value={by}
            onChange={setBy}
            options={BY.filter((each) => each.value !== 'kind')}
          />
        }
      />
      <DataTable
        label="Hai chiều"
        counted="dòng"
        columns={columns}
        rows={rows}
        rowKey={(r) => r.key}
        onOpen={log}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        paper={{
          title: 'Truyền đạt và phản ánh',
          said: saidScope(scope),
          sheet: [
            { title: 'Tên', text: (r) => r.name },
            ...counts.map((each) => ({ title: each.title, text: (r: Row) => r[each.key] })),
          ],
        }}
        note="Truyền đạt xuống, ý kiến lên, phản hồi lại; mở một dòng để xem các cuộc họp."
        empty={<EmptyState title="Kỳ này chưa có cuộc họp nào được ghi" />}
      />
    </div>
  );
}
