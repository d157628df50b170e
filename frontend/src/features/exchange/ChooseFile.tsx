import { Button, Spin } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ChoiceRow } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { kinds, readWords, type Kind } from './labels';
import { openFile, saveTemplate, type Opened } from './queries';

interface Props {
  kind: Kind;
  onKind: (kind: Kind) => void;
  onOpened: (file: Opened) => void;
}

/** Which list it is, and the file: by the button, by the keyboard, or dropped on the frame. */
export function ChooseFile({ kind, onKind, onOpened }: Props) {
  const say = useNotice();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const take = async (file: File | undefined) => {
    if (file === undefined || busy) return;
    setBusy(true);
    setError(null);
    try {
      onOpened(await openFile(kind, file));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
      if (input.current) input.current.value = ''; // choosing the same file again must count
    }
  };

  const template = async () => {
    try {
      if ((await saveTemplate(kind)).done) say.done('Đã lưu tệp mẫu. Điền xong thì chọn tệp đó ở đây.');
    } catch (thrown) {
      setError(thrown);
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div className="cn-stack">
      <ChoiceRow ariaLabel="Loại danh sách" value={kind} onChange={onKind} options={kinds} />
      <div
        className={over ? 'cn-drop cn-drop-over' : 'cn-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Chọn tệp Excel (.xlsx) hoặc CSV, hoặc kéo tệp thả vào khung này.</p>
        <div className="cn-row">
          <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
            Chọn tệp…
          </Button>
          <Button onClick={() => void template()}>Tải tệp mẫu</Button>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Tệp danh sách"
          accept=".xlsx,.xlsm,.csv,.txt,.tsv"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        {busy && (
          <div role="status">
            <Spin size="small" /> Đang đọc tệp…
          </div>
        )}
      </div>
      <p className="cn-field-hint">{readWords[kind]}</p>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
