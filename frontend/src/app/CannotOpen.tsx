import { Button } from 'antd';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Rescue } from './Rescue';

/** The data cannot be used now: says why, where they lie, and what to try. */
export function CannotOpen({ error, folder, onRetry }: { error: unknown; folder: string; onRetry: () => void }) {
  return (
    <main className="cn-entry">
      <div className="cn-entry-sheet cn-entry-wide">
        <h1>Chưa mở được dữ liệu</h1>
        <ErrorNotice error={error} />
        {folder !== '' && (
          <p>
            Thư mục dữ liệu: <strong className="cn-path">{folder}</strong>
          </p>
        )}
        <Rescue onDone={async () => onRetry()} />
        <ul>
          <li>Nếu chương trình đang mở ở một cửa sổ khác hoặc ở máy khác, hãy đóng ở đó trước.</li>
          <li>Nếu thư mục nằm trên USB hoặc ổ mạng, kiểm tra đã cắm và đã kết nối chưa.</li>
          <li>Kiểm tra ổ đĩa còn chỗ trống.</li>
          <li>Không xóa, không chép đè tệp nào trong thư mục dữ liệu.</li>
        </ul>
        <div className="cn-row">
          <Button type="primary" onClick={onRetry}>
            Thử mở lại
          </Button>
        </div>
      </div>
    </main>
  );
}
