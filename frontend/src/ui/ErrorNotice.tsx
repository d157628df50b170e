import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { readFault } from '../lib/fault';

/** What to do, by kind of error; the sentence itself comes from Go. */
const advice: Record<string, string> = {
  invalid: 'Sửa lại chỗ được nêu rồi lưu lại. Những gì đã gõ vẫn còn.',
  not_found: 'Quay lại danh sách và chọn mục khác.',
  conflict: 'Tải lại (F5) để xem bản mới nhất rồi làm lại.',
  forbidden: 'Nhờ người quản trị cấp quyền nếu việc này là của đồng chí.',
  signed_out: 'Đăng nhập lại để làm tiếp. Những gì đã gõ vẫn còn trong bản nháp.',
  unavailable: 'Kiểm tra thư mục dữ liệu rồi thử lại.',
  internal: 'Thử lại một lần. Nếu vẫn lỗi, báo người quản trị kèm mã lỗi.',
};

/** An error that stays until it is solved, in the place where it happened. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const fault = readFault(error);
  // A sentence that gives steps has one on each line.
  const [first, ...more] = fault.message.split('\n');
  return (
    <div className="cn-error" role="alert">
      <WarningOutlined aria-hidden="true" />
      <div className="cn-grow">
        <strong>{first}</strong>
        {more.map((line) => (
          <div key={line}>{line}</div>
        ))}
        <div className="cn-error-more">
          {advice[fault.code] ?? advice.internal}
          {fault.id !== '' && <> Mã lỗi: {fault.id}.</>}
        </div>
      </div>
      {onRetry && <Button onClick={onRetry}>Thử lại</Button>}
    </div>
  );
}
