import { useQueryClient } from '@tanstack/react-query';
import { activities } from '../../api/client';
import { show, weekdayShort } from '../../lib/dates';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { useLog } from './queries';
import { EVERY_ENTRY } from './useLogFilter';

/** So many are listed: whoever looks for an older one still finds it in the trail. */
const SHOWN = 200;

export function LogBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useLog({ ...EVERY_ENTRY, bin: true, limit: SHOWN });
  const client = useQueryClient();
  return (
    <BinDialog
      keeps="Bản ghi nhật ký bỏ đi được giữ ở đây."
      entries={list.data?.items.map((each) => ({
        id: each.id,
        title: each.hosts.map((host) => host.label).join('; ') || each.kindWord,
        detail: `${each.kindWord}, ${weekdayShort(each.day)} ${show(each.day)}`,
        name: 'bản ghi',
      }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('activities.Restore') ? activities.Restore : undefined}
      onRestored={() => void client.invalidateQueries()}
      onClose={onClose}
    />
  );
}
