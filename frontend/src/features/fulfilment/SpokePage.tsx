import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { rate } from './labels';
import { useSilent } from './queries';
import { NOTHING_OWN, ScopeFilters } from './ScopeFilters';
import { Tabs } from './Tabs';
import { saidScope, useScope } from './useScope';

type Row = Go.fulfilment.SilentRow;

/** Dự và góp ý: meetings with a recorded contribution of meetings attended. Numbers only, in protocol order, never ranked. */
export function SpokePage() {
  const navigate = useNavigate();
  const scope = useScope();
  const list = useSilent({ span: scope.span, underId: scope.under?.id ?? '' });
  useShortcut('f5', () => void list.refetch());
  const columns: Column<Row>[] = [
    { key: 'name', title: 'Cán bộ', kind: 'name', width: 14, render: (r) => r.name },
    { key: 'post', title: 'Chức vụ', kind: 'text', render: (r) => r.post },
    {
      key: 'spoke',
      title: 'Có góp ý được ghi / đã dự',
      kind: 'number',
      width: 12,
      render: (r) => rate(r.spoke, r.attended),
    },
  ];
  return (
    <div className="cn-page">
      <PageHeader tabs={<Tabs />} title="Dự và góp ý" />
      <ScopeFilters scope={scope} own={{ list: 'gop-y', ...NOTHING_OWN }} />
      <DataTable
        label="Dự và góp ý"
        counted="cán bộ"
        columns={columns}
        rows={list.data?.items ?? []}
        paper={{ said: saidScope(scope) }}
        rowKey={(r) => r.officerId}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={(r) =>
          void navigate(
            `/nhat-ky?${new URLSearchParams({ ky: scope.period, 'can-bo': r.officerId, 'ten-can-bo': r.name, kq: 'ATTENDED' })}`,
          )
        }
        note="Số cuộc có ghi góp ý của cán bộ trên số cuộc cán bộ đã dự. Không ghi góp ý có thể vì chưa ai ghi vào nhật ký; số này để hỏi lại, không phải để xếp hạng."
        empty={<EmptyState title="Kỳ này chưa ghi cuộc dự nào" />}
      />
    </div>
  );
}
