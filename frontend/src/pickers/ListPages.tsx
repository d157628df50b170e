import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import type { Go } from '../api/client';
import { fileAddress, openFile, printFile, saveFile, type FileOutcome } from '../api/files';
import { readFault } from '../lib/fault';
import { useNotice } from '../ui/notices';
import { Overlay } from '../ui/Overlay';
import { PdfPreview } from '../ui/PdfPreview';
import { useShortcut } from '../ui/useShortcut';

interface Props {
  title: string;
  file: Go.reports.Printed;
  onClose: () => void;
}

/** The pages of a printed list: to look at, then to print or keep. */
export function ListPages({ title, file, onClose }: Props) {
  const id = useId();
  const say = useNotice();
  const attempt = (how: (token: string) => Promise<FileOutcome>, said: string) => {
    how(file.token).then(
      ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
      (error: unknown) => say.failed(readFault(error).message),
    );
  };
  const print = () => attempt(printFile, 'Đã gửi đến máy in.');
  const save = () => attempt(saveFile, 'Đã lưu tệp.');
  useShortcut('ctrl+p', print, true);
  useShortcut('ctrl+s', save, true);
  return (
    <Overlay kind="drawer" labelledBy={id} wide onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>In danh sách: {title}</h2>
        <button type="button" className="cn-icon-button" aria-label="Quay lại" onClick={onClose}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      <div className="cn-sheet-body cn-sheet-pages">
        {file.warnings.map((warning) => (
          <p key={warning} className="cn-warn-text" role="status">
            {warning}
          </p>
        ))}
        <PdfPreview
          src={fileAddress(file.token)}
          name="danh-sach"
          about={file.token}
          lead={<span />}
          actions={
            <>
              <Button onClick={() => attempt(openFile, 'Đã mở bằng trình đọc PDF.')}>Mở bằng trình đọc PDF</Button>
              <Button onClick={save}>Lưu PDF</Button>
              <Button type="primary" data-autofocus onClick={print}>
                In
              </Button>
            </>
          }
        />
      </div>
    </Overlay>
  );
}
