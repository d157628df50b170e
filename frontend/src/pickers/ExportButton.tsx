import { Button } from 'antd';
import { useId, useState } from 'react';
import { exchange } from '../api/client';
import { saveFile } from '../api/files';
import { AppError, readFault } from '../lib/fault';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useNotice } from '../ui/notices';
import { takeTyped } from '../ui/typed';
import { GuardReason } from './GuardReason';

interface Props<T> {
  /** Heading of the sheet, also its file name: "Danh sách cán bộ". */
  title: string;
  /** Second line: the day and the filter the list stands for. */
  note?: string;
  /** free: a column in which people write sentences; it is looked through for the data of residents before it leaves. */
  columns: { title: string; text: (row: T) => string | number | null | undefined; free?: boolean }[];
  rows: T[];
}

/** "Xuất Excel" for any list: what is on the screen, every cell as text, missing numbers as blank. */
export function ExportButton<T>({ title, note = '', columns, rows }: Props<T>) {
  const say = useNotice();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const [reason, setReason] = useState('');
  const run = async (guardReason = '') => {
    setBusy(true);
    try {
      const made = await exchange.Export({
        title,
        note,
        guardReason,
        columns: columns.map((each) => each.title),
        rows: rows.map((row) => columns.map((each) => String(each.text(row) ?? ''))),
        freeText: columns.flatMap((each, at) => (each.free ? [at] : [])),
      });
      setRefused('');
      if ((await saveFile(made.token, made.name)).done) say.done(`Đã xuất ${rows.length} dòng ra Excel.`);
    } catch (thrown) {
      const fault = readFault(thrown);
      if (fault.fields.guardReason && guardReason === '') setRefused(fault.message);
      else say.failed(fault.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={busy} disabled={rows.length === 0} onClick={() => takeTyped() && void run()}>
        Xuất Excel
      </Button>
      {refused !== '' && (
        <ConfirmDialog
          title="Danh sách có chữ giống thông tin của người dân"
          confirm="Xuất, giữ nguyên"
          onCancel={() => setRefused('')}
          onConfirm={() =>
            reason === ''
              ? Promise.reject(
                  new AppError({ code: 'invalid', message: 'Hãy chọn lý do giữ nguyên.', fields: {}, id: '' }),
                )
              : run(reason)
          }
        >
          <p>{refused}</p>
          <div className="cn-field">
            <label htmlFor={id}>Lý do giữ nguyên chữ được nhắc</label>
            <GuardReason id={id} value={reason} onChange={setReason} />
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}
