import { officers } from '../../api/client';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { useOfficers, useRefresh } from './queries';

export function OfficerBin({ onClose }: { onClose: () => void }) {
  const { asOf, can } = useDesk();
  const list = useOfficers({ text: '', body: '', orgId: '', day: asOf, bin: true });
  const refresh = useRefresh();
  return (
    <BinDialog
      keeps="Cán bộ bỏ đi hoặc đã gộp được giữ ở đây."
      entries={list.data?.items.map((each) => ({ id: each.id, title: each.name, detail: each.post }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('officers.Restore') ? officers.Restore : undefined}
      onRestored={refresh}
      onClose={onClose}
    />
  );
}
