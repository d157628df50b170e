import './exchange.css';
import { useState } from 'react';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader, Section } from '../../ui/PageHeader';
import { BatchList } from './BatchList';
import { ChooseFile } from './ChooseFile';
import { ImportPlan } from './ImportPlan';
import { ImportResult } from './ImportResult';
import type { Kind } from './labels';
import type { Opened } from './queries';
import type { Go } from '../../api/client';

/** Lists from Excel come in here: choose a file, look at what each row would do, decide, take it in, take it back. */
export function ImportPage() {
  const [kind, setKind] = useSessionState<Kind>('import.kind', 'workbook');
  const [file, setFile] = useSessionState<Opened | null>('import.file', null);
  const [result, setResult] = useState<Go.exchange.Batch | null>(null);
  if (file !== null) {
    return (
      <ImportPlan
        key={file.token}
        file={file}
        onBack={() => setFile(null)}
        onDone={(batch) => {
          setResult(batch);
          setFile(null);
        }}
      />
    );
  }
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title="Nhập từ Excel"
        sub="Xem trước từng dòng, nhập tất cả hoặc không gì cả, hoàn tác được cả lần nhập"
      />
      {result !== null && <ImportResult batch={result} onClose={() => setResult(null)} />}
      <Section title="Chọn tệp">
        <ChooseFile
          kind={kind}
          onKind={setKind}
          onOpened={(opened) => {
            setResult(null);
            setFile(opened);
          }}
        />
      </Section>
      <BatchList />
    </div>
  );
}
