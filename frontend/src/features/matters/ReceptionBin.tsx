import { matters } from '../../api/client';
import { show } from '../../lib/dates';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { useReception, useWrite } from './queries';

export function ReceptionBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useReception({ span: { from: '', to: '' }, kind: '', headId: '', id: '', deleted: true });
  const restore = useWrite((id: string) => matters.RestoreReceptionDay(id));
  return (
    <BinDialog
      keeps="Ngày tiếp dân, đối thoại bỏ đi được giữ ở đây."
      entries={list.data?.map((each) => ({
        id: each.id,
        title: `${each.kindWord} ngày ${show(each.heldOn || each.plannedOn)}`,
        detail: each.headName,
        name: 'ngày tiếp dân, đối thoại',
      }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('matters.RestoreReceptionDay') ? restore.mutateAsync : undefined}
      onClose={onClose}
    />
  );
}
