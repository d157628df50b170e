import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { UndoDialog } from './UndoDialog';

/** What an import did, with the way back beside it. */
export function ImportResult({ batch, onClose }: { batch: Go.exchange.Batch; onClose: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="cn-import-result" role="status">
      <span className="cn-grow">
        <strong>Đã nhập “{batch.fileName}”.</strong> {showNumber(batch.created)} mới, {showNumber(batch.changed)} thay
        đổi, {showNumber(batch.closed)} kết thúc.
      </span>
      <Button onClick={() => setAsking(true)}>Hoàn tác</Button>
      <Button onClick={onClose}>Đóng</Button>
      {asking && (
        <UndoDialog
          batch={batch}
          onClose={(undone) => {
            setAsking(false);
            if (undone) onClose();
          }}
        />
      )}
    </div>
  );
}
