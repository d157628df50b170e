import './sealed.css';
import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { issuing } from '../api/client';
import { fileAddress, openFile, printFile, saveFile, type FileOutcome } from '../api/files';
import { show } from '../lib/dates';
import { readFault } from '../lib/fault';
import { reprinted } from '../lib/papers';
import { useNotice } from '../ui/notices';
import { PdfPreview } from '../ui/PdfPreview';
import { StatusTag, type Tone } from '../ui/StatusTag';
import { useShortcut } from '../ui/useShortcut';
import type { Look, Sealed, Shown } from './useSealed';

const heads: Record<Look, { tone: Tone; word: string }> = {
  ban_hanh: { tone: 'good', word: 'Bản đã ban hành' },
  in_lai: { tone: 'good', word: 'Bản in lại' },
  da_ky: { tone: 'good', word: 'Bản đã ký số' },
  doi_chieu: { tone: 'info', word: 'Đối chiếu' },
};

/** The pages of an issued paper, or the page of its differences: to read, print and keep. Nothing here can be changed. */
export function SealedPages({ sealed, back }: { sealed: Sealed; back: string }) {
  return sealed.shown && <Pages shown={sealed.shown} sealed={sealed} back={back} />;
}

function Pages({ shown, sealed, back }: { shown: Shown; sealed: Sealed; back: string }) {
  const say = useNotice();
  const { paper, look, file } = shown;
  const other: Look = look === 'doi_chieu' ? 'in_lai' : 'doi_chieu';
  useShortcut('escape', sealed.close);
  const attempt = (how: (token: string) => Promise<FileOutcome>, said: string) => {
    how(file.token).then(
      ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
      (error: unknown) => say.failed(readFault(error).message),
    );
  };
  const taken = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') => {
      const made = await issuing.Differences(paper.id, format);
      return saveFile(made.token, made.fileName);
    },
    onError: (error) => say.failed(readFault(error).message),
  });
  const take = (format: 'docx' | 'xlsx', said: string) =>
    taken.mutate(format, { onSuccess: ({ done, path }) => done && say.done(path ? `${said} ${path}` : said) });
  const print = () => attempt(printFile, 'Đã gửi đến máy in.');
  const save = () => attempt(saveFile, 'Đã lưu tệp.');
  useShortcut('ctrl+p', print);
  useShortcut('ctrl+s', save);
  return (
    <div className="cn-sealed">
      <div className="cn-sealed-head">
        <Button onClick={sealed.close}>← {back}</Button>
        <StatusTag tone={heads[look].tone}>{heads[look].word}</StatusTag>
        <p>
          <strong>{paper.symbol}</strong>, ngày {show(paper.day)}
          {paper.cancelledAt !== '' && (
            <>
              {' '}
              · <StatusTag tone="bad">Đã hủy</StatusTag>
            </>
          )}
          {paper.reprints > 0 && <span className="cn-soft cn-small"> · {reprinted(paper.reprints)}</span>}
        </p>
        <Button className="cn-sealed-other" loading={sealed.busy !== null} onClick={() => sealed.open(paper, other)}>
          {other === 'in_lai' ? 'Mở bản đã ban hành' : 'Đối chiếu số liệu'}
        </Button>
      </div>
      {file.warnings.map((warning) => (
        <p key={warning} className="cn-warn-text" role="status">
          {warning}
        </p>
      ))}
      <PdfPreview
        src={fileAddress(file.token)}
        leads={file.leads === '' ? undefined : fileAddress(file.leads)}
        name="ban-hanh"
        actions={
          <>
            <Button onClick={() => attempt(openFile, 'Đã mở bằng trình đọc PDF.')}>Mở bằng trình đọc PDF</Button>
            <Button onClick={save}>Lưu PDF</Button>
            {look === 'doi_chieu' && (
              <Button
                loading={taken.isPending && taken.variables === 'docx'}
                disabled={taken.isPending}
                onClick={() => take('docx', 'Đã lưu tệp Word.')}
              >
                Lưu Word
              </Button>
            )}
            {look === 'doi_chieu' && (
              <Button
                loading={taken.isPending && taken.variables === 'xlsx'}
                disabled={taken.isPending}
                onClick={() => take('xlsx', 'Đã lưu tệp Excel.')}
              >
                Lưu Excel
              </Button>
            )}
            <Button type="primary" onClick={print}>
              In
            </Button>
          </>
        }
      />
    </div>
  );
}
