import { Button } from 'antd';
import { useState } from 'react';
import { exchange } from '../api/client';
import { saveFile } from '../api/files';
import { readFault } from '../lib/fault';
import { useNotice } from '../ui/notices';

interface Props<T> {
  /** Heading of the sheet, also its file name: "Danh sách cán bộ". */
  title: string;
  /** Second line: the day and the filter the list stands for. */
  note?: string;
  columns: { title: string; text: (row: T) => string | number | null | undefined }[];
  rows: T[];
}

/** "Xuất Excel" for any list: what is on the screen, every cell as text, missing numbers as blank. */
export function ExportButton<T>({ title, note = '', columns, rows }: Props<T>) {
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const made = await exchange.Export({ title, note, columns: columns.map((each) => each.title), rows: rows.map((row) => columns.map((each) => String(each.text(row) ?? ''))) });
      if ((await saveFile(made.token, made.name)).done) say.done(`Đã xuất ${rows.length} dòng ra Excel.`);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return <Button loading={busy} disabled={rows.length === 0} onClick={() => void run()}>Xuất Excel</Button>;
}
