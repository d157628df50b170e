import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { desk } from '../api/client';
import { showMoment } from '../lib/moment';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { SoundTag } from '../features/system/BackupPanel';

/** The backups that can take the place of data that are lost or damaged; nothing while a backup would mend nothing. */
export function Rescue({ onDone }: { onDone: () => Promise<unknown> }) {
  const copies = useQuery({ queryKey: ['desk.rescueCopies'], queryFn: () => desk.RescueCopies(), retry: false });
  const [asked, setAsked] = useState<string | null>(null);
  if (!copies.data) return null;
  const lines = copies.data.lines;
  const line = lines.find((each) => each.key === asked);
  return (
    <section aria-label="Phục hồi từ bản sao lưu">
      <h2>Phục hồi từ bản sao lưu</h2>
      {lines.length === 0 && (
        <p>Chưa thấy bản sao lưu nào. Hãy cắm USB hoặc ổ đĩa giữ bản sao lưu rồi bấm “Thử mở lại”.</p>
      )}
      <ul>
        {lines.map((each) => (
          <li key={each.key}>
            <span className="cn-row">
              {showMoment(each.moment)} · {each.reason} {each.differs !== '' && <>· {each.differs}</>}{' '}
              <SoundTag line={each} />
              <Button onClick={() => setAsked(each.key)}>Phục hồi bản này…</Button>
            </span>
          </li>
        ))}
      </ul>
      {line && (
        <ConfirmDialog
          title={`Phục hồi về bản ${showMoment(line.moment)}?`}
          confirm="Phục hồi"
          onCancel={() => setAsked(null)}
          onConfirm={async () => {
            await desk.Rescue(line.key);
            setAsked(null);
            await onDone();
          }}
        >
          <p>Các tệp đang hỏng được để riêng, không xóa. Sau khi phục hồi, đăng nhập bằng mật khẩu của ngày sao lưu.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
