import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { readFault, type Go } from '../../api/client';
import { openFile, printFile, saveFile, type FileOutcome } from '../../api/files';
import { useNotice } from '../../ui/notices';
import { takeTyped, useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { BatchSheet } from './BatchSheet';
import { PRINT_BY, type RememberedChoice } from './useRemembered';
import { useExport, type Choice } from './queries';

interface Props {
  choice: Choice;
  file: Go.reports.Printed | undefined;
  /** Why the page on the screen cannot be printed or kept at this moment, as a sentence; '' when it can. */
  blocked: string;
  /** Whether it can be printed for every place, officer, body or meeting in one go. */
  many: boolean;
  remembered: RememberedChoice;
}

/** What can be done with a paper as it stands now: two buttons, each with all its ways. */
export function PaperActions({ choice, file, blocked, many, remembered }: Props) {
  const say = useNotice();
  const [batch, setBatch] = useState(false);
  const { printBy, choosePrintBy, keep } = remembered;
  const ready = () => {
    if (blocked !== '') say.failed(blocked);
    return blocked === '' && file !== undefined;
  };
  const attempt = (how: (token: string) => Promise<FileOutcome>, said: string) => {
    if (!ready()) return;
    keep();
    how(file!.token).then(
      ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
      (error: unknown) => say.failed(readFault(error).message),
    );
  };
  const taken = useExport();
  const take = (format: 'docx' | 'xlsx', said: string) => {
    if (!ready()) return;
    keep();
    taken.mutate(
      { choice, format },
      {
        onSuccess: ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
        onError: (error) => say.failed(readFault(error).message),
      },
    );
  };
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
  const none = file === undefined;
  const ways = [
    { key: 'in', label: 'In ngay (Ctrl+P)', onClick: print, disabled: none },
    { key: 'mo', label: 'Mở bằng trình đọc PDF', onClick: open, disabled: none },
    ...(many ? [{ key: 'loat', label: 'In hàng loạt…', onClick: () => takeTyped() && setBatch(true) }] : []),
    {
      type: 'group' as const,
      key: 'cach',
      label: 'In ngay bằng cách',
      children: PRINT_BY.map((each) => ({
        key: each.value,
        label: each.label,
        onClick: () => choosePrintBy(each.value),
      })),
    },
  ];
  const files = [
    { key: 'pdf', label: 'Lưu PDF (Ctrl+S)', onClick: save },
    { key: 'docx', label: 'Lưu Word', onClick: word },
    { key: 'xlsx', label: 'Lưu Excel', onClick: excel },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: ways, selectable: true, selectedKeys: [printBy] }}>
        <Button>
          In <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      <Dropdown trigger={['click']} menu={{ items: files, selectable: false }} disabled={none || taken.isPending}>
        <Button loading={taken.isPending}>
          Lưu <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {batch && <BatchSheet choice={choice} onClose={() => setBatch(false)} />}
    </>
  );
}
