import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { readFault } from '../../api/client';
import { openFile, printFile, saveFile, type FileOutcome } from '../../api/files';
import { showNumber } from '../../lib/text';
import { useNotice } from '../../ui/notices';
import { useBatchCancel, type BatchStatus } from './batchQueries';

/** "còn khoảng 2 phút". */
const left = (seconds: number) =>
  seconds < 0
    ? 'đang ước lượng thời gian'
    : seconds < 60
      ? `còn khoảng ${seconds} giây`
      : `còn khoảng ${Math.ceil(seconds / 60)} phút`;

/** How far a batch has come; at its end what can be done with the file, and what did not get into it. */
export function BatchProgress({
  status,
  onAgain,
  onClose,
}: {
  status: BatchStatus;
  onAgain: () => void;
  onClose: () => void;
}) {
  const say = useNotice();
  const cancel = useBatchCancel();
  const { file, running } = status;
  // The button that had the focus is gone when a batch begins or ends; without this Esc would reach nobody.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => body.current?.focus(), [running]);
  const attempt = (how: (token: string) => Promise<FileOutcome>, said: string) => {
    how(file.token).then(
      ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
      (error: unknown) => say.failed(readFault(error).message),
    );
  };
  const zip = file.fileName.endsWith('.zip');
  return (
    <>
      <div className="cn-sheet-body cn-quiet-focus" ref={body} tabIndex={-1}>
        {(running || status.ended === '') && (
          <div
            className="cn-batch-bar"
            role="progressbar"
            aria-label="Tiến độ in hàng loạt"
            aria-valuemin={0}
            aria-valuemax={status.total}
            aria-valuenow={status.done}
            aria-valuetext={`${showNumber(status.done)} trong ${showNumber(status.total)} tờ`}
          >
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width={status.total === 0 ? 0 : (100 * status.done) / status.total} height="1" />
            </svg>
          </div>
        )}
        {running && (
          <p className="cn-flat">
            {showNumber(status.done)}/{showNumber(status.total)} tờ, {left(status.secondsLeft)}. Đang in:{' '}
            <strong>{status.current || '…'}</strong>
          </p>
        )}
        {!running && status.ended !== '' && (
          <p className="cn-flat cn-warn-text" role="status">
            {status.ended}
          </p>
        )}
        {!running && status.ended === '' && (
          <p className="cn-flat" role="status">
            Đã xong: {showNumber(status.made)} tờ{status.pages > 0 && `, ${showNumber(status.pages)} trang`}. Tệp:{' '}
            <strong>{file.fileName}</strong>
          </p>
        )}
        <Names title="Không in được" items={status.failed.map((each) => `${each.label}: ${each.reason}`)} bad />
        <Names title="Bỏ qua vì không có nội dung" items={status.skipped} />
        <Names title="Lưu ý" items={status.warnings} />
      </div>
      <div className="cn-sheet-foot">
        <span className="cn-soft cn-small">
          {running
            ? 'Có thể đóng khung này; việc in vẫn tiếp tục. Khóa máy hoặc đăng xuất thì dừng.'
            : 'Tệp được giữ đến khi đăng xuất, nhiều nhất 30 phút.'}
        </span>
        <span className="cn-row">
          {running && (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate(status.id)}>
              Hủy in
            </Button>
          )}
          {running && <Button onClick={onClose}>Đóng, in tiếp</Button>}
          {!running && <Button onClick={onAgain}>In lần khác</Button>}
          {!running && file.token !== '' && (
            <Button type={zip ? 'primary' : 'default'} onClick={() => attempt(saveFile, 'Đã lưu tệp.')}>
              Lưu
            </Button>
          )}
          {!running && file.token !== '' && !zip && (
            <Button onClick={() => attempt(openFile, 'Đã mở bằng trình đọc PDF.')}>Mở</Button>
          )}
          {!running && file.token !== '' && !zip && (
            <Button type="primary" onClick={() => attempt(printFile, 'Đã gửi đến máy in.')}>
              In
            </Button>
          )}
        </span>
      </div>
    </>
  );
}

/** A few lines with their count; none, nothing. */
function Names({ title, items, bad }: { title: string; items: string[]; bad?: boolean }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={bad ? 'cn-warn-text' : undefined}>
        {title} ({showNumber(items.length)})
      </h3>
      <ul className="cn-batch-names">
        {items.map((item, index) => (
          <li key={`${index}-${item}`}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
