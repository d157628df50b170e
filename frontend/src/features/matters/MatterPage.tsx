import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PageHeader, Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { Action } from './Action';
import { AtBody } from './AtBody';
import { History } from './History';
import { brief, BUTTONS, clockTone, dayWords, nextStep, possible, ranked, toneOf } from './labels';
import { Legs } from './Legs';
import { UndoForm } from './MergeForm';
import { MoreActions } from './MoreActions';
import { papersOf } from './papers';
import { useMatter, useRegister, type Row } from './queries';
import { RelatedSection } from './RelatedSection';
import { useMatterFilter } from './useMatterFilter';

/** How many steps stand as buttons beside the next one. */
const BESIDE = 1;

/** One matter: the line of its five legs, its text, what happened, and the one next step. */
export function MatterPage() {
  const { id = '' } = useParams();
  const { can } = useDesk();
  const navigate = useNavigate();
  const whole = useMatter(id);
  const { filter } = useMatterFilter();
  const around = useRegister(filter).data?.items ?? [];
  const [action, setAction] = useState<string | null>(null);
  const [undoing, setUndoing] = useState(false);
  const row = whole.data;
  const at = around.findIndex((each) => each.id === id);
  const go = (step: number) => {
    const next: Row | undefined = at < 0 ? undefined : around[at + step];
    if (next) void navigate(`/kien-nghi/${next.id}`);
  };
  const back = () => void navigate('/kien-nghi');
  useShortcut('f5', () => void whole.refetch());
  useShortcut('PageDown', () => go(1));
  useShortcut('PageUp', () => go(-1));
  // Esc closes an open menu first.
  useShortcut(
    'Escape',
    () => action === null && !undoing && !document.querySelector('.ant-dropdown:not(.ant-dropdown-hidden)') && back(),
  );

  if (whole.error)
    return (
      <div className="cn-page">
        <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />
        <Button onClick={back}>Về danh sách</Button>
      </div>
    );
  if (!row)
    return (
      <p className="cn-empty" role="status">
        Đang mở…
      </p>
    );
  const events = possible([row], can);
  const next = nextStep(row, events);
  const others = ranked(events, next).filter((each) => each !== next);
  const more = others
    .slice(BESIDE)
    .map((each) => ({ key: each, label: BUTTONS[each]!, onClick: () => setAction(each) }));
  if (row.canUndo !== '' && can('matters.Undo'))
    more.push({ key: 'UNDO', label: 'Hủy bước trước', onClick: () => setUndoing(true) });
  if (can('reports.Preview'))
    more.push(...papersOf(row).map(({ key, label, to }) => ({ key, label, onClick: () => void navigate(to) })));
  return (
    <div className="cn-page cn-page-scroll cn-matter-page">
      <PageHeader
        title={`Số ${row.no}`}
        aside={brief(row.summary, 70)}
        back={{ label: 'Danh sách kiến nghị', onClick: back }}
        sub={
          <>
            <StatusTag tone={toneOf(row)}>{row.stateWord}</StatusTag>{' '}
            {row.remaining !== '' && (
              <>
                <StatusTag tone={clockTone(row)}>{row.remaining}</StatusTag>{' '}
              </>
            )}
            {row.urgent && (
              <>
                <StatusTag tone="bad">Khẩn</StatusTag>{' '}
              </>
            )}
            <Link to={`/dia-ban/${row.placeId}`}>{row.place}</Link>
          </>
        }
        actions={
          <>
            <MoreActions entries={more} />
            {others.slice(0, BESIDE).map((each) => (
              <Button key={each} onClick={() => setAction(each)}>
                {BUTTONS[each]}
              </Button>
            ))}
            {next !== '' && (
              <Button type="primary" onClick={() => setAction(next)}>
                {BUTTONS[next]}
              </Button>
            )}
          </>
        }
      />
      <div className="cn-section cn-legs-box">
        <Legs legs={row.legs} />
        {row.sourceNote !== '' && (
          <p className="cn-soft cn-small">
            {row.sourceNote} <Link to="/kien-nghi/co-quan?xem=thoi-han">Xem, đặt ở Cơ quan, thời hạn</Link>
          </p>
        )}
        {row.calendarNote !== '' && (
          <p className="cn-small">
            <Link to="/lich/ngay-nghi">{row.calendarNote}</Link>
          </p>
        )}
      </div>
      <div className="cn-matter-two">
        <div className="cn-stack">
          <Section title="Nội dung">
            <p className="cn-matter-text">{row.summary}</p>
            {row.proposal !== '' && (
              <p className="cn-matter-text">
                <strong>Đề nghị: </strong>
                {row.proposal}
              </p>
            )}
            <p className="cn-soft">
              {[
                row.fieldName,
                `nêu ${dayWords(row.raisedOn)}`,
                row.kindWord,
                row.totalVoices > 1 && `${showNumber(row.totalVoices)} ý kiến`,
                row.bandWord,
                row.originWord,
                row.meeting,
                row.criterion && `tiêu chí ${row.criterion}`,
                row.externalRef && `số ở sổ khác ${row.externalRef}`,
                row.noticeRemain && `thông báo tiếp nhận: ${row.noticeRemain.toLowerCase()}`,
                row.recheckDue && `xem lại tại cơ sở trước ${show(row.recheckDue)}`,
                row.lateAt.length > 0 && `trễ hạn: ${row.lateAt.join('; ')}`,
                row.promisedOn && `cơ quan hẹn ${show(row.promisedOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {row.meetingId !== '' && (
              <p>
                <Link to={`/nhat-ky?mo=${row.meetingId}`}>Mở cuộc họp trong nhật ký</Link>
              </p>
            )}
          </Section>
          <Section title="Diễn biến" flush>
            <History steps={row.steps} />
          </Section>
        </div>
        <div className="cn-stack">
          {row.bodyId !== '' && <AtBody figures={row.atBody} />}
          <RelatedSection row={row} />
        </div>
      </div>
      {action && <Action event={action} rows={[row]} onClose={() => setAction(null)} />}
      {undoing && <UndoForm rows={[row]} what={row.canUndo} onClose={() => setUndoing(false)} />}
    </div>
  );
}
