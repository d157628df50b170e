import { Button } from 'antd';
import { useState } from 'react';
import { giveFile } from '../../api/files';
import type { Go } from '../../api/client';
import type { Issued } from '../../pickers/useSealed';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextInput } from '../../ui/inputs';
import { StatusTag, type Tone } from '../../ui/StatusTag';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { FileButton } from './FileButton';
import { useCheckPrint } from './queries';

type Checked = Go.papers.CheckedPrint;

const words: Record<string, { tone: Tone; word: string }> = {
  nguyen_ven: { tone: 'good', word: 'Còn nguyên' },
  da_ky: { tone: 'good', word: 'Còn nguyên, đã ký số' },
  dung_ma: { tone: 'info', word: 'Đúng mã' },
  da_doi: { tone: 'bad', word: 'Đã bị sửa' },
  khong_ro: { tone: 'warn', word: 'Không có trong sổ' },
};

/** Kiểm tra một bản in: which paper a file or the letters in the foot of a print are, and whether it is as it was issued. */
export function CheckPrintForm({ onClose, onOpen }: { onClose: () => void; onOpen: (paper: Issued) => void }) {
  const check = useCheckPrint();
  const [found, setFound] = useState<{ of: string; checked: Checked } | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const form = useForm<{ letters: string }, Checked>({
    draftKey: '',
    initial: { letters: '' },
    check: (v): FieldErrors =>
      v.letters.trim() === '' ? { letters: 'Hãy gõ mã kiểm tra ở chân trang đầu của bản in.' } : {},
    save: ({ letters }) => check.mutateAsync({ letters, file: '' }),
  });
  const begin = () => {
    setFound(null);
    setRefused(null);
  };
  const take = async (file: File) => {
    begin();
    try {
      const given = await giveFile(file);
      setFound({ of: `Tệp “${given.name}”`, checked: await check.mutateAsync({ letters: '', file: given.token }) });
    } catch (thrown) {
      setRefused(thrown);
    }
  };
  const paper = found?.checked.paper;
  return (
    <FormDrawer
      title="Kiểm tra một bản in"
      form={form}
      saveLabel="Kiểm tra mã"
      onClose={onClose}
      onSaved={(checked) => {
        begin();
        setFound({ of: `Mã ${form.latest().letters.trim()}`, checked });
        form.reset({ letters: '' });
      }}
    >
      <p>Cho biết tệp PDF hay bản in trên tay là văn bản nào trong sổ, còn nguyên như khi ban hành hay không.</p>
      <div className="cn-row">
        <FileButton
          label="Tệp PDF cần kiểm tra"
          accept=".pdf"
          busy={check.isPending}
          onFile={(file) => void take(file)}
        >
          Chọn tệp PDF…
        </FileButton>
      </div>
      <Field
        form={form}
        name="letters"
        label="Hoặc mã kiểm tra trên bản in"
        hint="12 chữ và số ở chân trang đầu, cạnh ô vuông; quét ô vuông bằng điện thoại cũng ra dòng này."
      >
        {(p) => <TextInput {...p} placeholder="ví dụ: 7KQ2-M0XD-9TWA" />}
      </Field>
      {refused !== null && <ErrorNotice error={refused} />}
      {found && (
        <div className="cn-stack" role="status">
          <p>
            <StatusTag tone={words[found.checked.verdict]?.tone ?? 'warn'}>
              {words[found.checked.verdict]?.word ?? found.checked.verdict}
            </StatusTag>{' '}
            {found.of}
          </p>
          <p>{found.checked.sentence}</p>
          {paper && (
            <div className="cn-row">
              <Button onClick={() => onOpen(paper)}>Mở bản đã ban hành</Button>
            </div>
          )}
        </div>
      )}
    </FormDrawer>
  );
}
