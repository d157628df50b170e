import { sessions } from '../../api/client';
import { show } from '../../lib/dates';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { useRefresh, useSessions } from './queries';

export function SessionBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useSessions({ text: '', body: '', state: '', bin: true });
  const refresh = useRefresh();
  return (
    <BinDialog
      keeps="Phiên họp bỏ đi được giữ ở đây."
      entries={list.data?.items.map((each) => ({ id: each.id, title: each.title, detail: show(each.day) }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('sessions.Restore') ? sessions.Restore : undefined}
      onRestored={refresh}
      onClose={onClose}
    />
  );
}
