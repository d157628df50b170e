import './week.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { desk, type Go } from '../../api/client';
import { addDays, show, weekdayShort } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { PageHeader, Section } from '../../ui/PageHeader';
import { StatusTag, type Tone } from '../../ui/StatusTag';
import { DeadlineChanges } from '../../pickers/DeadlineChanges';
import { AskedDaysOff } from './AskedDaysOff';
import { DutyReminders } from './DutyReminders';
import { MatterReminders } from './MatterReminders';

type Upcoming = Go.activities.Upcoming;

/** Lines of what was forgotten; the rest is one line with its total. */
const SHOWN = 6;

const readyTone: Record<string, Tone> = { done: 'good', missing: 'warn', none: 'info' };
const logOf = (params: Record<string, string>) => `/nhat-ky?${new URLSearchParams(params)}`;

const columns: Column<Upcoming>[] = [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    width: 8,
    render: ({ entry }) => (
      <>
        {weekdayShort(entry.day)} {show(entry.day).slice(0, 5)}
        <Second>
          {entry.lunar}
          {entry.plannedTime && ` · ${entry.plannedTime}`}
        </Second>
      </>
    ),
  },
  {
    key: 'what',
    title: 'Cuộc họp',
    kind: 'text',
    render: ({ entry }) => (
      <>
        <Link to={`/nhat-ky?mo=${entry.id}`}>{entry.kindWord}</Link>
        <Second>{entry.hosts.map((each) => each.label).join('; ')}</Second>
      </>
    ),
  },
  {
    key: 'who',
    title: 'Cán bộ dự',
    kind: 'name',
    width: 9,
    render: ({ entry }) =>
      entry.attendances.map((each) => each.officerName).join(', ') || <span className="cn-soft">chưa có người</span>,
  },
  {
    key: 'ready',
    title: 'Chuẩn bị',
    kind: 'status',
    width: 11,
    render: (row) => <StatusTag tone={readyTone[row.ready] ?? 'none'}>{row.text}</StatusTag>,
  },
];

/** Việc tuần này: what is due, what was forgotten, and which places have nobody. Every number opens its list. */
export function WeekPage() {
  const [day, setDay] = useState('');
  const query = useQuery({ queryKey: ['week', day], queryFn: () => desk.Week(day) });
  const steps = useQuery({ queryKey: ['week', 'steps'], queryFn: () => desk.FirstSteps() });
  const week = query.data;
  const count = (list: Go.activities.Unrecorded[]) => list.reduce((n, each) => n + each.count, 0);
  const all = count(week?.unrecorded ?? []);
  const older = count(week?.unrecorded.slice(SHOWN) ?? []);
  return (
    <div className="cn-page">
      <PageHeader
        title="Việc tuần này"
        sub={week ? `${week.label} · mỗi số là một danh sách, bấm để mở` : ' '}
        actions={
          <>
            <Button disabled={!week} onClick={() => week && setDay(addDays(week.from, -7))}>
              Tuần trước
            </Button>
            <Button disabled={day === ''} onClick={() => setDay('')}>
              Tuần này
            </Button>
            <Button disabled={!week} onClick={() => week && setDay(addDays(week.from, 7))}>
              Tuần sau
            </Button>
          </>
        }
      />
      {query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div className="cn-week">
        <div className="cn-stack">
          {steps.data && steps.data.length > 0 && <Steps steps={steps.data} />}
          <Section
            title="Cuộc họp trong tuần"
            flush
            extra={
              week && (
                <Link to={logOf({ ky: week.from.slice(0, 7) })}>
                  {week.meetingCount > week.meetings.length ? `Tất cả ${showNumber(week.meetingCount)}` : 'Mở nhật ký'}
                </Link>
              )
            }
          >
            <DataTable
              label="Cuộc họp trong tuần"
              counted="cuộc họp"
              fit="content"
              columns={columns}
              rows={week?.meetings ?? []}
              rowKey={(row) => row.entry.id}
              loading={query.isPending}
              empty={
                <EmptyState title="Tuần này chưa có cuộc họp nào">
                  Lên lịch ở mục Nhật ký để mỗi cuộc họp hiện ra đúng tuần.
                </EmptyState>
              }
            />
          </Section>
        </div>
        <div className="cn-stack">
          <DeadlineChanges most={SHOWN} rest="/lich/ngay-nghi" />
          <AskedDaysOff />
          <MatterReminders />
          <Section title="Đã qua mà chưa ghi nhận" extra={<Link to="/nhat-ky/luoi">Nhập lưới tháng</Link>}>
            {week && week.unrecorded.length === 0 && <p className="cn-soft">Mọi cuộc họp đã qua đều được ghi.</p>}
            <ul className="cn-week-list">
              {week?.unrecorded.slice(0, SHOWN).map((each) => (
                <li key={each.kind + each.month}>
                  <span>
                    {each.word}, {each.label}
                  </span>
                  <Link to={logOf({ loai: each.kind, kq: 'NOT_RECORDED', ky: each.month })}>
                    {showNumber(each.count)} cuộc
                  </Link>
                </li>
              ))}
              {older > 0 && (
                <li>
                  <span>Trước đó và loại khác</span>
                  <Link to={logOf({ kq: 'NOT_RECORDED', ky: 'moi-luc' })}>Tất cả {showNumber(all)} cuộc</Link>
                </li>
              )}
            </ul>
          </Section>
          <DutyReminders />
          <Section
            title="Địa bàn chưa có người phụ trách"
            extra={
              week && (
                <Link to="/phan-cong/con-trong">
                  {showNumber(week.vacantCount)} / {showNumber(week.required)}
                </Link>
              )
            }
          >
            {week && week.vacantCount === 0 && (
              <p className="cn-soft">
                {week.required === 0
                  ? 'Chưa có chủ trương nào yêu cầu phủ kín địa bàn.'
                  : 'Địa bàn nào cũng có người phụ trách.'}
              </p>
            )}
            <ul className="cn-week-list">
              {week?.vacant.map((each) => (
                <li key={each.unitId + each.kindId}>
                  <span>
                    <Link to={`/dia-ban/${each.unitId}`}>{each.label}</Link>
                    <div className="cn-soft cn-small">
                      {each.kindName}
                      {each.since !== '' && ` · trống ${showNumber(each.days)} ngày, từ ${show(each.since)}`}
                    </div>
                  </span>
                </li>
              ))}
            </ul>
            {week && week.vacantCount > week.vacant.length && (
              <Link to="/phan-cong/con-trong">Xem cả {showNumber(week.vacantCount)} nơi</Link>
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}

/** What of the five real steps of a new office is still to do; gone once all are done. */
function Steps({ steps }: { steps: Go.desk.FirstStep[] }) {
  const done = steps.filter((each) => each.done).length;
  return (
    <Section
      title="Việc để bắt đầu"
      extra={
        <StatusTag tone="info">
          Xong {done} / {steps.length}
        </StatusTag>
      }
    >
      <ol className="cn-week-list">
        {steps
          .filter((each) => !each.done)
          .map((each) => (
            <li key={each.key}>
              <Link to={each.path}>{each.text}</Link>
            </li>
          ))}
      </ol>
    </Section>
  );
}
