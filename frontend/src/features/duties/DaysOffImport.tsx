import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { duties, exchange, type Go } from '../../api/client';
import { giveFile } from '../../api/files';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { readBlock } from '../../ui/gridCells';
import { TextArea } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { readList, writeList } from './daysOffRows';

/** A list of days off from a notice: out of a file, or copied from Excel or Word and pasted; looked at here, then all rows or none. */
export function DaysOffImport({ onClose, onDone }: { onClose: () => void; onDone: (year: string) => void }) {
  const say = useNotice();
  const client = useQueryClient();
  const form = useForm<{ rows: string }, Go.duties.DaysOffImport>({
    draftKey: '',
    initial: { rows: '' },
    check: (v): FieldErrors =>
      readList(readBlock(v.rows)).length === 0 ? { rows: 'Hãy dán danh sách, mỗi ngày một dòng.' } : {},
    save: async (v, accepted) => {
      const done = await duties.ImportDaysOff({ rows: readList(readBlock(v.rows)), accepted });
      await client.invalidateQueries();
      return done;
    },
  });
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [read, setRead] = useState('');
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setRefused(null);
    try {
      const list = await exchange.ReadDaysOff((await giveFile(file)).token);
      form.set('rows', writeList(list.rows));
      setRead(`Đã đọc ${list.rows.length} dòng của tệp “${list.name}”. Xem lại rồi bấm Nhập.`);
      input.current?.closest('.cn-sheet-body')?.querySelector('textarea')?.focus(); // where one looks next, and Ctrl+S works
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      if (input.current) input.current.value = ''; // choosing the same file again must count
    }
  };
  const count = readList(readBlock(form.values.rows)).length;
  const wrong = Object.entries(form.errors).filter(([key]) => key.startsWith('rows.'));
  return (
    <FormDrawer
      title="Nhập danh sách ngày nghỉ"
      form={form}
      wide
      saveLabel="Nhập"
      onClose={onClose}
      onSaved={(done) => {
        say.done(`Đã nhập ${done.saved} ngày của năm ${done.years.join(', ')}.`);
        onDone(String(done.years[0] ?? ''));
      }}
    >
      <div className="cn-row">
        <Button onClick={() => input.current?.click()}>Chọn tệp Excel, CSV…</Button>
        <span role="status">{read}</span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Tệp ngày nghỉ"
          accept=".xlsx,.xlsm,.csv,.txt,.tsv"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
      {refused !== null && <ErrorNotice error={refused} />}
      <p>
        Hoặc chép bốn cột từ Excel, Word: <strong>ngày</strong> (đủ ngày/tháng/năm), <strong>tên</strong>,{' '}
        <strong>nghỉ</strong> hoặc <strong>làm bù</strong>, <strong>văn bản</strong>. Mọi ngày cũ của những năm có trong
        danh sách được thay bằng danh sách này.
      </p>
      <Field
        form={form}
        name="rows"
        label="Danh sách"
        hint={count > 0 ? `Đọc được ${count} dòng.` : 'Dán vào ô này, mỗi ngày một dòng.'}
      >
        {(p) => <TextArea {...p} rows={12} />}
      </Field>
      {wrong.length > 1 && (
        <ul role="alert">
          {wrong.slice(0, 8).map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
    </FormDrawer>
  );
}
