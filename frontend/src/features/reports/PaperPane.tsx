import { StarFilled, StarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { fileAddress } from '../../api/files';
import type { Go } from '../../api/client';
import { SealedPages } from '../../pickers/SealedPages';
import { useSealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PdfPreview } from '../../ui/PdfPreview';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { IssueButton } from './IssueButton';
import { IssuedList } from './IssuedList';
import { NEEDED } from './labels';
import { OfficeWords } from './OfficeWords';
import { PaperActions } from './PaperActions';
import { PaperChecks } from './PaperChecks';
import { useStrip } from './PaperStrip';
import { useFavourite, usePaper } from './queries';
import { usePaperChoice } from './usePaperChoice';
import { useRemembered } from './useRemembered';
import { useWording } from './useWording';

interface Props {
  report: Go.reports.ReportLine;
  /** Opens and folds the list of reports, where it does not stand beside the page. */
  list: ReactNode;
  /** The text is so large that checks beside the page would leave it no room. */
  narrow: boolean;
}

/** One paper: one line to act, one line to choose, and its pages with all the room that is left. */
export function PaperPane({ report, list, narrow }: Props) {
  const { can } = useDesk();
  const paper = usePaperChoice(report);
  const remembered = useRemembered(report, paper);
  const { waits, missing, toWord, setToWord } = paper;
  const sealed = useSealed(JSON.stringify(paper.choice));
  const idle = waits || sealed.shown !== null;
  const made = usePaper(paper.choice, !idle && remembered.ready);
  const file = idle || made.error ? undefined : made.data;
  const [wide, setWide] = useState(false);
  const [asked, setAsked] = useState<boolean | null>(null);
  const [phrasing, setPhrasing] = useState(false);
  const worded = report.worded === true && file !== undefined;
  const places = file?.places ?? [];
  const wording = useWording(paper.choice, places, worded, worded && can('reports.SaveWording'));
  const strip = useStrip(report, paper, !idle && made.error !== null);
  const favourite = useFavourite();
  useShortcut('f5', () => {
    void made.refetch();
    if (worded) void wording.refresh();
  });
  // A link may name the paragraph to be worded; it waits for the pages and their text.
  const { ready, open } = wording;
  useEffect(() => {
    if (toWord === '' || !ready || file === undefined) return;
    setToWord('');
    open(toWord);
  }, [toWord, setToWord, ready, file, open]);
  if (sealed.shown) return <SealedPages sealed={sealed} back="Về bản soạn" />;
  const must = file?.obstacles?.filter(({ weight }) => weight === 'chan').length ?? 0;
  const checked = report.numbered || (file?.warnings.length ?? 0) + (file?.obstacles?.length ?? 0) > 0;
  const checks = checked && (asked ?? !(narrow || wide));
  const editing = wording.editing ? 'Đang sửa một đoạn trên trang. Hãy bấm Xong hoặc Thôi ở đoạn ấy rồi làm lại.' : '';
  const stale = made.isPlaceholderData
    ? 'Trang đang được dựng lại theo lựa chọn vừa đổi. Chờ trang hiện ra rồi bấm lại.'
    : '';
  const leads = file === undefined || file.leads === '' ? undefined : fileAddress(file.leads);
  const panel = checks && (
    <PaperChecks
      file={file}
      title={report.title}
      passages={wording.passages}
      onWord={wording.wording && !wording.editing ? wording.open : undefined}
    >
      {report.numbered && <IssuedList choice={paper.choice} sealed={sealed} />}
    </PaperChecks>
  );
  return (
    <div className="cn-reports" data-paper={report.name}>
      <header className="cn-paper-head">
        {list}
        <button
          type="button"
          className="cn-icon-button"
          aria-pressed={report.favourite === true}
          aria-label="Ghim lên đầu danh mục"
          onClick={() => favourite.mutate({ code: report.code, on: report.favourite !== true })}
        >
          {report.favourite ? <StarFilled aria-hidden="true" /> : <StarOutlined aria-hidden="true" />}
        </button>
        <h1 title={report.title}>{report.title}</h1>
        {report.numbered && paper.draft && <StatusTag tone="warn">Dự thảo</StatusTag>}
        <span className="cn-grow" />
        {wording.earlier && (
          <Button loading={wording.earlier.busy} onClick={wording.earlier.take}>
            Lấy lời văn bản {wording.earlier.symbol || 'đã ban hành'}
          </Button>
        )}
        {file && can('reports.SaveOfficeText') && <Button onClick={() => setPhrasing(true)}>Câu chữ</Button>}
        <PaperActions
          choice={paper.choice}
          file={file}
          blocked={editing || stale}
          many={report.many}
          remembered={remembered}
        />
        {checked && (
          <Button aria-expanded={checks} onClick={() => setAsked(!checks)}>
            {must > 0 ? `${must} phải sửa` : 'Kiểm tra'}
          </Button>
        )}
        {report.numbered && !waits && (
          <IssueButton title={report.title} choice={paper.choice} sealed={sealed} blocked={editing} />
        )}
      </header>
      {strip.fields}
      {waits && <EmptyState title={missing ?? ''}>{NEEDED[report.needs]}</EmptyState>}
      {!idle && made.error && <ErrorNotice error={made.error} onRetry={() => void made.refetch()} />}
      {!file && !idle && !made.error && (
        <p className="cn-empty" role="status">
          Đang dựng trang…
        </p>
      )}
      {file && narrow && panel}
      {file && (
        <PdfPreview
          src={fileAddress(file.token)}
          leads={leads}
          name={report.code}
          title={report.title}
          about={JSON.stringify(paper.choice)}
          lead={strip.chips}
          places={places}
          wording={wording.wording}
          figures={report.worded === true}
          onPages={setWide}
          side={!narrow && panel}
        />
      )}
      {wording.history}
      {phrasing && <OfficeWords choice={paper.choice} onClose={() => setPhrasing(false)} />}
    </div>
  );
}
