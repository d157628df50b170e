import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { fileAddress } from '../../api/files';
import { Obstacles } from '../../pickers/Obstacles';
import { SealedPages } from '../../pickers/SealedPages';
import { useSealed } from '../../pickers/useSealed';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PdfPreview } from '../../ui/PdfPreview';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { BatchButton } from './BatchButton';
import { IssueButton } from './IssueButton';
import { IssuedList } from './IssuedList';
import { NEEDED } from './labels';
import { PaperActions } from './PaperActions';
import { PaperChoices } from './PaperChoices';
import { usePaper } from './queries';
import { usePaperChoice } from './usePaperChoice';
import { useRemembered } from './useRemembered';
import { wordingAddress } from './wordingQueries';

/** One paper: what to choose, and its pages. */
export function PaperPane({ report }: { report: Go.reports.ReportLine }) {
  const navigate = useNavigate();
  const paper = usePaperChoice(report);
  const remembered = useRemembered(report, paper);
  const { waits, missing } = paper;
  const sealed = useSealed(JSON.stringify(paper.choice));
  const idle = waits || sealed.shown !== null;
  const made = usePaper(paper.choice, !idle && remembered.ready);
  const file = idle || made.error ? undefined : made.data;
  const word = useTypedAct(() => void navigate(wordingAddress(report.name, paper.choice, paper.unit?.name ?? '')));
  useShortcut('f5', () => void made.refetch());
  if (sealed.shown) return <SealedPages sealed={sealed} back="Về bản soạn" />;
  return (
    <div className="cn-reports">
      <PaperChoices report={report} paper={paper}>
        {report.many && <BatchButton choice={paper.choice} />}
        {report.numbered && !waits && <IssueButton title={report.title} choice={paper.choice} sealed={sealed} />}
      </PaperChoices>
      {report.numbered && !waits && <IssuedList choice={paper.choice} sealed={sealed} />}
      {waits && <EmptyState title={missing ?? ''}>{NEEDED[report.needs]}</EmptyState>}
      {!idle && made.error && <ErrorNotice error={made.error} onRetry={() => void made.refetch()} />}
      {file && <Obstacles list={file.obstacles} title={report.title} />}
      {file &&
        file.warnings.map((warning) => (
          <p key={warning} className="cn-warn-text" role="status">
            {warning}
          </p>
        ))}
      {file && (
        <PdfPreview
          src={fileAddress(file.token)}
          leads={file.leads === '' ? undefined : fileAddress(file.leads)}
          name={report.code}
          title={report.title}
          about={JSON.stringify(paper.choice)}
          actions={
            <>
              {report.worded && <Button onClick={word}>Sửa lời văn</Button>}
              <PaperActions choice={paper.choice} file={file} stale={made.isPlaceholderData} remembered={remembered} />
            </>
          }
        />
      )}
      {!file && !idle && !made.error && (
        <p className="cn-empty" role="status">
          Đang dựng trang…
        </p>
      )}
    </div>
  );
}
