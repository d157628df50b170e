import './activities.css';
import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useDeferredValue, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { activities } from '../../api/client';
import { show, weekdayShort } from '../../lib/dates';
import { listAddress } from '../../lib/linkedFilter';
import { listName, NONE, showNumber } from '../../lib/text';
import { BinMany } from '../../ui/BinMany';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { LinkedListBar } from '../../ui/LinkedListBar';
import { useNotice } from '../../ui/notices';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { usePastedBlock } from '../../ui/usePastedBlock';
import { MarksBar, useMarks } from '../../ui/useMarks';
import { useShortcut } from '../../ui/useShortcut';
import { blankLog, fromEntry, startOf } from './formValues';
import { countWords, toneOf } from './labels';
import { LogBin } from './LogBin';
import { LogFilters } from './LogFilters';
import { LogForm } from './LogForm';
import { OpenedMeeting } from './OpenedMeeting';
import type { OpinionPart } from './opinions';
import { PastedMeetings } from './PastedMeetings';
import { PlanForm } from './PlanForm';
import { useLog, useLogTotal, useRaisedAt, useWords, type Entry } from './queries';
import { PAGE_SIZE, saidLog, useLogFilter } from './useLogFilter';

type Raised = ReadonlyMap<string, number> | undefined;

const columnsOf = (raised: Raised): Column<Entry>[] => [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    render: (e) => `${weekdayShort(e.day)} ${show(e.day)}`,
    sortBy: (e) => e.day,
  },
  { key: 'lunar', title: 'Âm lịch', kind: 'day', render: (e) => <span className="cn-soft">{e.lunar}</span> },
  {
    key: 'what',
    title: 'Cuộc họp',
    kind: 'text',
    width: 24,
    render: (e) => (
      <>
        {e.hosts.map((each) => listName(each.label)).join('; ') || e.kindWord}
        {e.hosts.length > 0 && <Second>{e.kindWord}</Second>}
      </>
    ),
    sortBy: (e) => e.kindWord,
  },
  { key: 'time', title: 'Giờ', kind: 'day', render: (e) => e.plannedTime, hidden: true },
  { key: 'who', title: 'Cán bộ dự', kind: 'name', width: 13, render: (e) => <Who entry={e} /> },
  {
    key: 'outcome',
    title: 'Kết quả',
    kind: 'status',
    render: (e) => <StatusTag tone={toneOf(e.outcome)}>{e.outcomeWord}</StatusTag>,
    sortBy: (e) => e.outcomeWord,
  },
  { key: 'count', title: 'Có mặt', kind: 'number', render: (e) => countWords(e.present, e.total) },
  {
    key: 'matters',
    title: 'Kiến nghị',
    kind: 'number',
    render: (e) => <MatterLink entry={e} count={raised?.get(e.id) ?? 0} />,
    sortBy: (e) => raised?.get(e.id) ?? 0,
  },
  {
    key: 'advice',
    title: 'Góp ý',
    kind: 'text',
    width: 10,
    render: (e) =>
      e.contributions.length === 0
        ? NONE
        : `${e.contributions[0]!.summary}${e.contributions.length > 1 ? ` (và ${e.contributions.length - 1} góp ý khác)` : ''}`,
  },
];

const sheetOf = (raised: Raised) => [
  { title: 'Ngày', text: (e: Entry) => show(e.day) },
  { title: 'Âm lịch', text: (e: Entry) => e.lunar },
  { title: 'Cuộc họp', text: (e: Entry) => e.kindWord },
  { title: 'Nơi họp', text: (e: Entry) => e.hosts.map((each) => each.label).join('; ') },
  { title: 'Cán bộ dự', text: (e: Entry) => e.attendances.map((each) => each.officerName).join('; ') },
  { title: 'Kết quả', text: (e: Entry) => e.outcomeWord },
  { title: 'Có mặt', text: (e: Entry) => e.present },
  { title: 'Tổng số', text: (e: Entry) => e.total },
  { title: 'Kiến nghị', text: (e: Entry) => raised?.get(e.id) ?? 0 },
  { title: 'Góp ý', free: true, text: (e: Entry) => e.contributions.map((each) => each.summary).join('\n') },
];

/** The number of matters raised there opens them in their register. */
function MatterLink({ entry, count }: { entry: Entry; count: number }) {
  if (count === 0) return NONE;
  const words = `${entry.hosts.map((each) => each.label).join('; ')}, ngày ${show(entry.day)}: kiến nghị nêu tại cuộc họp`;
  return (
    <Link className="cn-link" to={listAddress('/kien-nghi', { meetingId: entry.id }, { meetingId: '' }, words)}>
      {showNumber(count)}
    </Link>
  );
}

function Who({ entry }: { entry: Entry }) {
  if (entry.attendances.length === 0) return <span className="cn-soft">chưa có người</span>;
  return entry.attendances.map((each, nth) => (
    <Fragment key={each.id}>
      {nth > 0 && '; '}
      {each.officerName}
      {each.result === 'SUBSTITUTED' && <span className="cn-soft"> – {each.substituteName} dự thay</span>}
      {entry.attendances.length > 1 && each.result !== '' && each.result !== 'SUBSTITUTED' && (
        <span className="cn-soft"> – {each.resultWord.toLowerCase()}</span>
      )}
    </Fragment>
  ));
}

const NONE_YET: Entry[] = [];
const unrecorded = (each: Entry) => each.outcome === 'NOT_RECORDED';

/** Nhật ký: what was planned, held, missed, and what nobody has written down yet. */
export function LogPage({ opinions }: { opinions?: OpinionPart }) {
  const { today, can } = useDesk();
  const say = useNotice();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const { choice, change, clear, filter } = useLogFilter();
  const [chosen, setChosen] = useSessionState<string | null>('activities.chosen', null);
  const [planning, setPlanning] = useState(false);
  const [bin, setBin] = useState(false);
  const [pasted, setPasted] = useState<string[][] | null>(null);
  const words = useWords().data;
  const log = useLog(filter);
  const count = useLogTotal(filter).data;
  // The table is drawn behind what is typed or opened meanwhile, never in front of it.
  const rows = useDeferredValue(log.data?.items ?? NONE_YET);
  const marks = useMarks(
    rows,
    (e) => e.id,
    (e) => `${show(e.day)}, ${e.kindWord}`,
  );
  const [binning, setBinning] = useState(false);
  const mayBin = can('activities.Delete');
  const held = marks.marked.filter((each) => each.attendances.some((one) => one.result !== '')).length;
  const first = choice.before.length * PAGE_SIZE + 1;
  const last = rows.at(-1);
  const raised = useRaisedAt(rows, can('matters.RaisedAt') && can('matters.Register')).data;
  const columns = useMemo(() => columnsOf(raised), [raised]);
  const writes = can('activities.SaveMeeting');
  const opened = params.get('mo') ?? '';
  const open = (id: string) => setParams(id === '' ? {} : { mo: id }, { replace: id === '' });
  const closed = (saved?: string) => {
    if (saved) setChosen(saved);
    open('');
  };
  const openNext = () => {
    const next = rows.slice(rows.findIndex((each) => each.id === opened) + 1).find(unrecorded);
    if (!next) return false;
    setChosen(next.id);
    open(next.id);
    return true;
  };
  // From the row worked on to the next one nobody has written down yet, around the end of the page.
  const toUnrecorded = () => {
    const at = rows.findIndex((each) => each.id === chosen) + 1;
    const next = [...rows.slice(at), ...rows.slice(0, at)].find(unrecorded);
    if (!next) return say.done('Trang này không có cuộc họp nào đã qua mà chưa ghi.');
    setChosen(next.id);
    document.querySelector<HTMLElement>(`main [data-row-key="${CSS.escape(next.id)}"]`)?.focus();
  };
  useShortcut('ctrl+n', writes && (() => open('moi')));
  useShortcut('f8', toUnrecorded);
  useShortcut('f5', () => void log.refetch());
  usePastedBlock((block) => writes && setPasted(block));
  if (pasted) return <PastedMeetings block={pasted} kind={choice.kind} onClose={() => setPasted(null)} />;

  const paged = choice.before.length > 0 || log.data?.more === true;
  const part =
    `${showNumber(first)}–${showNumber(first + rows.length - 1)}` +
    (count ? ` / ${count.more ? 'hơn ' : ''}${showNumber(count.total)}` : '');
  const pages = (
    <>
      <MarksBar count={marks.marked.length} counted="bản ghi" onClear={marks.clear}>
        <Button onClick={() => setBinning(true)}>Bỏ {marks.marked.length} bản ghi vào thùng rác…</Button>
      </MarksBar>
      {can('reports.Preview') && <Button onClick={() => void navigate('/bao-cao/so-du-hop')}>In sổ</Button>}
      {paged && (
        <>
          <Button disabled={choice.before.length === 0} onClick={() => change({ before: choice.before.slice(0, -1) })}>
            Trang trước
          </Button>
          <span>{part}</span>
          <Button
            disabled={!log.data?.more || last === undefined}
            onClick={() => last && change({ before: [...choice.before, { day: last.day, id: last.id }] })}
          >
            Trang sau
          </Button>
        </>
      )}
    </>
  );
  return (
    <div className="cn-page">
      <PageHeader
        title="Nhật ký"
        sub={
          writes && (
            <>
              <KeyHint keys="Ctrl+N" /> ghi mới · <KeyHint keys="F8" /> chưa ghi · <KeyHint keys="Ctrl+V" /> dán khối từ
              Excel · <KeyHint keys="F3" /> tìm
            </>
          )
        }
        actions={
          <>
            {writes && <Button onClick={() => void navigate('/nhat-ky/phieu')}>Nhập theo phiếu</Button>}
            {can('activities.Restore') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
            <Button onClick={() => void navigate('/nhat-ky/luoi')}>Lưới tháng</Button>
            {can('activities.PlanMany') && <Button onClick={() => setPlanning(true)}>Lên lịch</Button>}
            {writes && (
              <Button type="primary" onClick={() => open('moi')}>
                Ghi cuộc họp
              </Button>
            )}
          </>
        }
      />
      {choice.linked && <LinkedListBar words={choice.linked.words} onLeave={clear} />}
      <LogFilters choice={choice} change={change} clear={clear} words={words} />
      <div className="cn-marks" onKeyDownCapture={mayBin ? marks.onKeyDownCapture : undefined}>
        <DataTable
          label="Nhật ký"
          counted="bản ghi"
          paper={{
            title: 'Cuộc họp theo nhật ký',
            sheet: sheetOf(raised),
            said: [...saidLog(choice, words), paged && `Bản ghi ${part}`],
          }}
          columns={mayBin ? [marks.column, ...columns] : columns}
          rows={rows}
          rowKey={(e) => e.id}
          loading={log.isPending}
          error={log.error}
          onRetry={() => void log.refetch()}
          selected={chosen}
          onSelect={setChosen}
          onOpen={writes ? (e) => open(e.id) : undefined}
          footer={pages}
          empty={
            <EmptyState title="Không có bản ghi nào trong phạm vi này">
              Đổi kỳ hoặc bỏ lọc để xem thêm; cuộc họp chưa ghi và chưa lên lịch thì không hiện ở đây.
            </EmptyState>
          }
        />
      </div>
      {binning && (
        <BinMany
          ids={marks.marked.map((each) => each.id)}
          counted="bản ghi"
          remove={activities.DeleteMany}
          restore={activities.RestoreMany}
          onCancel={() => setBinning(false)}
          onDone={() => {
            setBinning(false);
            marks.clear();
            void client.invalidateQueries();
          }}
        >
          {`${showNumber(held)} bản ghi đã có kết quả dự họp; các tỷ lệ và sổ dự họp tính lại không có những cuộc này. Lấy lại được ở Thùng rác.`}
        </BinMany>
      )}
      {writes && opened === 'moi' && (
        <LogForm
          initial={blankLog(today, { kind: choice.kind, ...startOf(params, today) })}
          onClose={closed}
          opinions={opinions}
        />
      )}
      {writes && opened !== '' && opened !== 'moi' && (
        <OpenedMeeting key={opened} id={opened} onClose={() => open('')}>
          {(entry) => (
            <LogForm initial={fromEntry(entry, today)} onClose={() => open('')} onNext={openNext} opinions={opinions} />
          )}
        </OpenedMeeting>
      )}
      {planning && <PlanForm onClose={() => setPlanning(false)} />}
      {bin && <LogBin onClose={() => setBin(false)} />}
    </div>
  );
}
