import './sessions.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { readFault, reports, type Go } from '../../api/client';
import { fileAddress, openFile, printFile, saveFile, type FileOutcome } from '../../api/files';
import { showWithWeekday } from '../../lib/dates';
import { Obstacles } from '../../pickers/Obstacles';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckInput, ChoiceInput, ChoiceRow } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { PdfPreview } from '../../ui/PdfPreview';
import { useShortcut } from '../../ui/useShortcut';
import { PAPERS } from './labels';
import { useDossier, useSession, useSessionPaper, type View } from './queries';
import { SessionTabs } from './SessionTabs';

/** The dossier of a session and its own papers, as they will print. */
export function DossierPage() {
  const { id = '' } = useParams();
  const one = useSession(id);
  const navigate = useNavigate();
  if (one.error)
    return (
      <div className="cn-page">
        <ErrorNotice error={one.error} onRetry={() => void one.refetch()} />
      </div>
    );
  if (!one.data) return <EmptyState title="Đang tải…" />;
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<SessionTabs id={id} />}
        title={one.data.title}
        sub={`${showWithWeekday(one.data.day)}${one.data.place && `, ${one.data.place}`}`}
        back={{ label: 'Danh sách phiên họp', onClick: () => void navigate('/phien-hop') }}
      />
      <Papers key={id} view={one.data} />
    </div>
  );
}

function Papers({ view }: { view: View }) {
  const [which, setWhich] = useSessionState('sessions.paper', 'HS');
  const [copies, setCopies] = useSessionState('sessions.copies', false);
  const [duplex, setDuplex] = useSessionState('sessions.duplex', false);
  const [contentsOnly, setContentsOnly] = useSessionState('sessions.contents', false);
  const [guest, setGuest] = useState('');
  const options = { sessionId: view.id, copies, duplex, contentsOnly };
  const guests = [
    { value: 'ALL', label: 'Chung cho mọi người' },
    ...view.people.map((each) => ({
      value: each.id,
      label: each.post === '' ? each.name : `${each.name}, ${each.post}`,
    })),
  ];
  return (
    <div className="cn-dossier">
      <ChoiceRow id="session-paper" ariaLabel="Văn bản" value={which} onChange={setWhich} options={PAPERS} />
      <div className="cn-dossier-options" role="search" aria-label="Lựa chọn khi in">
        {which === 'HS' && (
          <CheckInput
            id="session-copies"
            value={copies}
            onChange={setCopies}
            label={`Mỗi đại biểu một bản (${view.people.reduce((sum, each) => sum + each.copies, 0)} bản)`}
          />
        )}
        {which === 'HS' && <CheckInput id="session-duplex" value={duplex} onChange={setDuplex} label="In hai mặt" />}
        {which === 'HS' && (
          <CheckInput
            id="session-contents"
            value={contentsOnly}
            onChange={setContentsOnly}
            label="Chỉ bìa và mục lục"
          />
        )}
        {which === 'PH2' && (
          <div className="cn-dossier-guest">
            <ChoiceInput
              id="session-guest"
              ariaLabel="Người được mời"
              value={guest || 'ALL'}
              onChange={(next) => setGuest(next === 'ALL' ? '' : next)}
              options={guests}
            />
          </div>
        )}
      </div>
      {which === 'HS' ? <Whole options={options} /> : <One choice={choiceOf(which, view.id, guest)} />}
    </div>
  );
}

/** The choices of one of the session's papers; what it does not take stays empty. */
function choiceOf(report: string, sessionId: string, guestId: string): Go.reports.Input {
  return {
    report,
    sessionId,
    form: 'dang',
    guestId: report === 'PH2' ? guestId : '',
    period: '',
    unitId: '',
    officerId: '',
    decisionId: '',
    meetingId: '',
    handoverId: '',
    bodyId: '',
    letterId: '',
    matterId: '',
    signer: '',
    number: 0,
    date: '',
    draft: false,
    issuerId: '',
    recipients: [],
    urgency: '',
    circulation: '',
    typist: '',
    copies: 0,
  };
}

function Whole({ options }: { options: Go.issuing.DossierInput }) {
  const made = useDossier(options);
  return <Pages made={made} about={JSON.stringify(options)} />;
}

function One({ choice }: { choice: Go.reports.Input }) {
  const made = useSessionPaper(choice, true);
  return <Pages made={made} about={JSON.stringify(choice)} choice={choice} />;
}

interface Made {
  data?: Go.reports.Printed;
  error: unknown;
  isFetching: boolean;
  isPlaceholderData: boolean;
  refetch: () => unknown;
}

/** The pages, or why there are none. */
function Pages({ made, about, choice }: { made: Made; about: string; choice?: Go.reports.Input }) {
  useShortcut('f5', () => void made.refetch());
  if (made.error) return <ErrorNotice error={made.error} onRetry={() => void made.refetch()} />;
  if (!made.data)
    return (
      <p className="cn-empty" role="status">
        Đang dựng trang…
      </p>
    );
  const title = PAPERS.find((each) => each.value === (choice?.report ?? 'HS'))?.label;
  return (
    <>
      <Obstacles list={made.data.obstacles} title={title ?? ''} />
      {made.data.warnings.map((warning) => (
        <p key={warning} className="cn-warn-text" role="status">
          {warning}
        </p>
      ))}
      <PdfPreview
        src={fileAddress(made.data.token)}
        leads={made.data.leads === '' ? undefined : fileAddress(made.data.leads)}
        name={choice?.report ?? 'HS'}
        title={title}
        about={about}
        actions={<Actions file={made.data} stale={made.isPlaceholderData} choice={choice} />}
      />
    </>
  );
}

function Actions({
  file,
  stale,
  choice,
}: {
  file: Go.reports.Printed;
  /** The page on the screen is of earlier choices; the one of these is being made. */
  stale: boolean;
  choice?: Go.reports.Input;
}) {
  const say = useNotice();
  const navigate = useNavigate();
  const attempt = (how: () => Promise<FileOutcome>, said: string) =>
    stale
      ? say.failed('Trang đang được dựng lại theo lựa chọn vừa đổi. Chờ trang hiện ra rồi bấm lại.')
      : void how().then(
          ({ done, path }) => done && say.done(path ? `${said} ${path}` : said),
          (error: unknown) => say.failed(readFault(error).message),
        );
  const print = () => attempt(() => printFile(file.token), 'Đã gửi đến máy in.');
  const save = () => attempt(() => saveFile(file.token), 'Đã lưu tệp.');
  const word = () =>
    attempt(async () => {
      const made = await reports.Export(choice!, 'docx');
      return saveFile(made.token, made.fileName);
    }, 'Đã lưu tệp Word.');
  useShortcut('ctrl+p', print);
  useShortcut('ctrl+s', save);
  return (
    <>
      <Button onClick={() => attempt(() => openFile(file.token), 'Đã mở bằng trình đọc PDF.')}>
        Mở bằng trình đọc PDF
      </Button>
      <Button onClick={save}>Lưu PDF</Button>
      {choice && <Button onClick={word}>Lưu Word</Button>}
      {choice && (
        <Button onClick={() => void navigate(`/bao-cao/${choice.report}?phien=${choice.sessionId}`)}>
          Mở ở Báo cáo
        </Button>
      )}
      <Button type="primary" onClick={print}>
        In
      </Button>
    </>
  );
}
