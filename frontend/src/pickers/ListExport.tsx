import { Button } from 'antd';
import { useId, useState } from 'react';
import { exchange, type Go } from '../api/client';
import { saveFile } from '../api/files';
import { AppError, readFault } from '../lib/fault';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import type { ListOnScreen } from '../ui/listPaper';
import { useNotice } from '../ui/notices';
import { takeTyped } from '../ui/typed';
import { useShortcut } from '../ui/useShortcut';
import { GuardReason } from './GuardReason';
import { ListPages } from './ListPages';
import { listSheet, type How } from './listSheet';

/** "Xuất Excel" and "In danh sách" (Ctrl+P) for any list. */
export function ListExport<T>(list: ListOnScreen<T>) {
  const say = useNotice();
  const id = useId();
  const [busy, setBusy] = useState<How | null>(null);
  const [refused, setRefused] = useState<{ how: How; why: string } | null>(null);
  const [reason, setReason] = useState('');
  const [printed, setPrinted] = useState<Go.reports.Printed | null>(null);
  const run = async (how: How, guardReason = '') => {
    setBusy(how);
    try {
      const sheet = { ...listSheet(list, how), guardReason };
      if (how === 'print') {
        setPrinted(await exchange.Print(sheet));
        setRefused(null);
        return;
      }
      const made = await exchange.Export(sheet);
      setRefused(null);
      if ((await saveFile(made.token, made.name)).done) say.done(`Đã xuất ${list.rows.length} dòng ra Excel.`);
    } catch (thrown) {
      const fault = readFault(thrown);
      if (fault.fields.guardReason && guardReason === '') setRefused({ how, why: fault.message });
      else say.failed(fault.message);
    } finally {
      setBusy(null);
    }
  };
  const none = list.rows.length === 0;
  useShortcut('ctrl+p', !none && (() => takeTyped() && void run('print')));
  return (
    <>
      <Button
        loading={busy === 'excel'}
        disabled={none || busy === 'print'}
        onClick={() => takeTyped() && void run('excel')}
      >
        Xuất Excel
      </Button>
      <Button
        loading={busy === 'print'}
        disabled={none || busy === 'excel'}
        onClick={() => takeTyped() && void run('print')}
      >
        In danh sách
      </Button>
      {printed && <ListPages title={list.title} file={printed} onClose={() => setPrinted(null)} />}
      {refused !== null && (
        <ConfirmDialog
          title="Danh sách có chữ giống thông tin của người dân"
          confirm={refused.how === 'print' ? 'In, giữ nguyên' : 'Xuất, giữ nguyên'}
          onCancel={() => setRefused(null)}
          onConfirm={() =>
            reason === ''
              ? Promise.reject(
                  new AppError({ code: 'invalid', message: 'Hãy chọn lý do giữ nguyên.', fields: {}, id: '' }),
                )
              : run(refused.how, reason)
          }
        >
          <p>{refused.why}</p>
          <div className="cn-field">
            <label htmlFor={id}>Lý do giữ nguyên chữ được nhắc</label>
            <GuardReason id={id} value={reason} onChange={setReason} />
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}

/** For ListOutputsContext. */
export const listOutputs = <T,>(list: ListOnScreen<T>) => <ListExport {...list} />;
