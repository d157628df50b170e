import { useState } from 'react';
import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotice } from '../../ui/notices';
import { useUndo } from './queries';

interface Props {
  batch: Go.exchange.Batch;
  onClose: (undone: boolean) => void;
}

/** Asks before an import is taken back, and names what had to stay. */
export function UndoDialog({ batch, onClose }: Props) {
  const say = useNotice();
  const undo = useUndo();
  const [result, setResult] = useState<Go.exchange.UndoResult | null>(null);
  if (result !== null) {
    return (
      <ConfirmDialog
        title="Đã hoàn tác, có phần được giữ lại"
        confirm="Đã xem"
        onConfirm={() => onClose(true)}
        onCancel={() => onClose(true)}
      >
        <p>
          Đã trả lại {showNumber(result.restored)}. Giữ lại {showNumber(result.kept.length)} vì đã được sửa hoặc dùng
          sau khi nhập:
        </p>
        <ul>
          {result.kept.slice(0, 50).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {result.kept.length > 50 && <p>… và {showNumber(result.kept.length - 50)} mục nữa.</p>}
      </ConfirmDialog>
    );
  }
  const run = async () => {
    const done = await undo.mutateAsync(batch.id);
    if (done.kept.length > 0) setResult(done);
    else {
      say.done(`Đã hoàn tác, dữ liệu trở lại như trước khi nhập “${batch.fileName}”.`);
      onClose(true);
    }
  };
  return (
    <ConfirmDialog
      title={`Hoàn tác lần nhập “${batch.fileName}”?`}
      confirm="Hoàn tác"
      danger
      onConfirm={run}
      onCancel={() => onClose(false)}
    >
      <p>
        {showNumber(batch.created + batch.changed + batch.closed)} mục sẽ trở lại đúng như trước khi nhập. Mục nào đã
        sửa hoặc đã dùng sau đó thì được giữ lại và nêu tên.
      </p>
    </ConfirmDialog>
  );
}
