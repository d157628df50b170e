import { units } from '../../api/client';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { capital } from './labels';
import { useBin, useUnitAction } from './queries';

export function UnitBin({ onClose, onTaken }: { onClose: () => void; onTaken: (id: string) => void }) {
  const { can } = useDesk();
  const list = useBin();
  const takeBack = useUnitAction(units.TakeBack);
  return (
    <BinDialog
      keeps="Đơn vị bỏ đi được giữ ở đây để lấy lại khi cần."
      entries={list.data?.map((unit) => ({
        id: unit.id,
        title: `${capital(unit.typeWord)}: ${unit.name}`,
        detail: unit.parentName,
        name: `“${unit.name}”`,
      }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('units.TakeBack') ? takeBack : undefined}
      onRestored={onTaken}
      onClose={onClose}
    />
  );
}
