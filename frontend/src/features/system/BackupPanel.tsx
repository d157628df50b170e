import { Button } from 'antd';
import type { Go } from '../../api/client';
import { showMoment } from '../../lib/moment';
import { StatusTag } from '../../ui/StatusTag';
import { soundWords } from './labels';

/** One backup: where it lies, what a restore would cost and bring back. */
export function BackupPanel({ line, onRestore }: { line: Go.desk.BackupLine; onRestore?: () => void }) {
  const places = [line.here && 'máy này', line.second && 'nơi thứ hai'].filter(Boolean).join(', ');
  return (
    <section className="cn-backup-panel" aria-label="Bản đang chọn">
      <h2>Bản {showMoment(line.moment)}</h2>
      <div className="cn-row">
        <SoundTag line={line} />
        <span>{places}</span>
      </div>
      {line.same && <p>Bản này giống hệt dữ liệu bây giờ.</p>}
      {line.missing.length > 0 && (
        <div>
          <h3>Phục hồi thì thiếu</h3>
          <ul className="cn-backup-list">
            {line.missing.map((each) => (
              <li key={each}>− {each}</li>
            ))}
          </ul>
        </div>
      )}
      {line.back.length > 0 && (
        <div>
          <h3>Sẽ trở lại</h3>
          <ul className="cn-backup-list">
            {line.back.map((each) => (
              <li key={each}>+ {each}</li>
            ))}
          </ul>
        </div>
      )}
      {!line.same && line.missing.length === 0 && line.back.length === 0 && line.differs !== '' && (
        <p>So với bây giờ: {line.differs}.</p>
      )}
      <p className="cn-draft">
        Trước khi làm, máy tự chép trạng thái bây giờ. Đổi ý thì bấm “Quay lại trạng thái trước”.
      </p>
      {onRestore && (
        <div>
          <Button onClick={onRestore}>Phục hồi bản này…</Button>
        </div>
      )}
    </section>
  );
}

/** Whether a backup was opened and counted when it was made and is as long as then. */
export function SoundTag({ line }: { line: Go.desk.BackupLine }) {
  return <StatusTag tone={line.sound ? 'good' : 'warn'}>{soundWords(line)}</StatusTag>;
}
