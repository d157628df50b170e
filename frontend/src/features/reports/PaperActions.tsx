import { Button } from 'antd';
import { readFault, type Go } from '../../api/client';
import { openFile, printFile, saveFile, type FileOutcome } from '../../api/files';
import { useNotice } from '../../ui/notices';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { ChoiceInput } from '../../ui/inputs';
import { PRINT_BY, type RememberedChoice } from './useRemembered';
import { useExport, type Choice } from './queries';

/** What can be done with a paper as it stands now. */
export function PaperActions({
  choice,
  file,
  stale,
  remembered,
}: {
  choice: Choice;
  file: Go.reports.Printed;
  /** The page on the screen is of earlier choices; the one of these is being made. */
  stale: boolean;
  remembered: RememberedChoice;
}) {
  const say = useNotice();
  const { printBy, choosePrintBy, keep } = remembered;
  const attempt = (how: (token: string) => Promise<FileOutcome>, said: string) => {
    if (stale) {
      say.failed('Trang đang được dựng lại theo lựa chọn vừa đổi. Chờ trang hiện ra rồi bấm lại.');
      return;
    }
    keep();
    how(file.token).then(
      ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
      (error: unknown) => say.failed(readFault(error).message),
    );
  };
  const taken = useExport();
  const take = (format: 'docx' | 'xlsx', said: string) =>
    taken.mutate(
      { choice, format },
      {
        onSuccess: ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
        onError: (error) => say.failed(readFault(error).message),
      },
    );
  const print = useTypedAct(() =>
    printBy === 'trinh_doc'
      ? attempt(openFile, 'Đã mở bằng trình đọc PDF; hãy in từ đó.')
      : attempt(printFile, 'Đã gửi đến máy in.'),
  );
  const save = useTypedAct(() => attempt(saveFile, 'Đã lưu tệp.'));
  const open = useTypedAct(() => attempt(openFile, 'Đã mở bằng trình đọc PDF.'));
  const word = useTypedAct(() => take('docx', 'Đã lưu tệp Word.'));
  const excel = useTypedAct(() => take('xlsx', 'Đã lưu tệp Excel.'));
  useShortcut('ctrl+p', print);
  useShortcut('ctrl+s', save);
  return (
    <>
      <Button onClick={open}>Mở bằng trình đọc PDF</Button>
      <Button onClick={save}>Lưu PDF</Button>
      <Button loading={taken.isPending && taken.variables.format === 'docx'} disabled={taken.isPending} onClick={word}>
        Lưu Word
      </Button>
      <Button loading={taken.isPending && taken.variables.format === 'xlsx'} disabled={taken.isPending} onClick={excel}>
        Lưu Excel
      </Button>
      <ChoiceInput ariaLabel="Cách in" value={printBy} onChange={choosePrintBy} options={PRINT_BY} />
      <Button type="primary" onClick={print}>
        In
      </Button>
    </>
  );
}
