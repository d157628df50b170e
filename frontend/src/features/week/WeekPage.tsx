import './week.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { desk, type Go } from '../../api/client';
import { addDays, show, weekdayShort } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useDesk } from '../../ui/desk';
import { MineFilter, useMineAddress } from '../../ui/MineFilter';
import { useKeptState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { BackupWarnings } from '../../pickers/BackupWarnings';
import { DeadlineChanges } from '../../pickers/DeadlineChanges';
import { AskedDaysOff } from './AskedDaysOff';
import { useDutyItems, useOwedItems } from './duties';
import { MatterGroups } from './MatterGroups';
import { moveByLine, SHOWN, WeekGroup, type WeekItem } from './WeekGroup';

/** Lines for what was planned and never recorded; the duties have the others of the group. */
const FORGOTTEN = 5;

type LogOf = (params: Record<string, string>) => string;

/** "T5 26/11 19h · Ấp Mẫu 1 · Họp dân · Nguyễn Mẫu An", and how far it is prepared. */
function meetingItem({ entry, ready, text }: Go.activities.Upcoming): WeekItem {
  const day = `${weekdayShort(entry.day)} ${show(entry.day).slice(0, 5)}`;
  const hosts = entry.hosts.map((each) => each.label).join('; ');
  const who = entry.attendances.map((each) => each.officerName).join(', ') || 'chưa có người';
  return {
    key: entry.id,
    text: [`${day} ${entry.plannedTime}`.trim(), hosts, entry.kindWord, who].filter(Boolean).join(' · '),
    to: `/nhat-ky?mo=${entry.id}`,
    note: ready === 'missing' ? <StatusTag tone="warn">{text}</StatusTag> : text,
  };
}

/** What is still to be prepared or recorded before what is done; else in the order of the days. */
const dueFirst = (list: Go.activities.Upcoming[]) => [
  ...list.filter((each) => each.ready !== 'done'),
  ...list.filter((each) => each.ready === 'done'),
];

/** What was planned and never recorded, the newest months first; the rest is one line with its total. */
function forgotten(list: Go.activities.Unrecorded[], logOf: LogOf): WeekItem[] {
  const count = (some: Go.activities.Unrecorded[]) => some.reduce((n, each) => n + each.count, 0);
  const linked = (to: string, words: string) => <Link to={to}>{words}</Link>;
  const shown = list.slice(0, FORGOTTEN).map((each): WeekItem => {
    const to = logOf({ loai: each.kind, kq: 'NOT_RECORDED', ky: each.month });
    const text = `${each.word}, ${each.label}`;
    return { key: each.kind + each.month, text, to, late: true, note: linked(to, `${showNumber(each.count)} cuộc`) };
  });
  if (list.length <= FORGOTTEN) return shown;
  const to = logOf({ kq: 'NOT_RECORDED', ky: 'moi-luc' });
  return [
    ...shown,
    { key: 'rest', text: 'Trước đó và loại khác', to, note: linked(to, `Tất cả ${showNumber(count(list))} cuộc`) },
  ];
}

/** Việc tuần này: everything due on one screen, ten lines a group. Every line and number opens its records. */
export function WeekPage() {
  const [day, setDay] = useState('');
  const { mine } = useDesk();
  const [only, setOnly] = useKeptState('week.mine', false);
  const officer = only ? mine : undefined;
  const officerId = officer?.id ?? '';
  useMineAddress(() => setOnly(true));
  const logOf: LogOf = (params) =>
    `/nhat-ky?${new URLSearchParams({ ...params, ...(officer && { 'can-bo': officer.id, 'ten-can-bo': officer.name }) })}`;
  const query = useQuery({ queryKey: ['week', day, officerId], queryFn: () => desk.Week(day, officerId) });
  const steps = useQuery({ queryKey: ['week', 'steps'], queryFn: () => desk.FirstSteps() });
  const dutyItems = useDutyItems(officerId);
  const owed = useOwedItems(officerId === '');
  const week = query.data;
  return (
    <div className="cn-page cn-page-scroll cn-week-page">
      <PageHeader
        title="Việc tuần này"
        aside={week?.label ?? ' '}
        actions={
          <>
            <MineFilter on={only} onChange={setOnly} />
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
      <BackupWarnings />
      {steps.data && steps.data.length > 0 && <Steps steps={steps.data} />}
      <div className="cn-week" onKeyDown={moveByLine}>
        <WeekGroup
          title="Cuộc họp trong tuần"
          all={
            week && {
              to: logOf({ ky: week.from.slice(0, 7) }),
              text: week.meetingCount > SHOWN ? `Tất cả ${showNumber(week.meetingCount)}` : 'Mở nhật ký',
            }
          }
          items={week && dueFirst(week.meetings).map(meetingItem)}
          none={
            officer
              ? `Tuần này đồng chí ${officer.name} chưa có cuộc họp nào.`
              : 'Tuần này chưa có cuộc họp nào. Lên lịch ở mục Nhật ký để mỗi cuộc họp hiện ra đúng tuần.'
          }
        />
        <MatterGroups holderId={officerId} />
        <WeekGroup
          title="Đã qua mà chưa ghi nhận"
          all={{ to: '/nhat-ky/luoi', text: 'Nhập lưới tháng' }}
          items={week && [...forgotten(week.unrecorded, logOf), ...dutyItems.items]}
          none="Mọi cuộc họp đã qua đều được ghi; không có nhiệm vụ nào đến hạn mà chưa có lịch."
          error={dutyItems.error}
          onRetry={dutyItems.refetch}
        />
        {owed.wanted && (
          <WeekGroup
            title="Báo cáo phải làm"
            all={{ to: '/bao-cao', text: 'Mở báo cáo' }}
            items={owed.items}
            none="Không có báo cáo kỳ nào đã hết kỳ mà chưa ban hành."
            error={owed.error}
            onRetry={owed.refetch}
          />
        )}
        {officerId === '' && (
          <WeekGroup
            title="Nơi chưa có người phụ trách"
            all={
              week && {
                to: '/phan-cong/con-trong',
                text: `${showNumber(week.vacantCount)} / ${showNumber(week.required)}`,
              }
            }
            items={week?.vacant.map((each) => ({
              key: each.unitId + each.kindId,
              text: `${each.label}, ${each.kindName}`,
              to: `/dia-ban/${each.unitId}`,
              note: each.since === '' ? undefined : `trống ${showNumber(each.days)} ngày`,
            }))}
            none={
              week?.required === 0
                ? 'Chưa có chủ trương nào yêu cầu phủ kín địa bàn.'
                : 'Địa bàn nào cũng có người phụ trách.'
            }
          />
        )}
      </div>
      <AskedDaysOff />
      <DeadlineChanges most={SHOWN} rest="/lich/ngay-nghi" />
    </div>
  );
}

/** What of the five real steps of a new office is still to do; gone once all are done. */
function Steps({ steps }: { steps: Go.desk.FirstStep[] }) {
  const done = steps.filter((each) => each.done).length;
  return (
    <nav className="cn-week-steps" aria-label="Việc để bắt đầu">
      <strong>Việc để bắt đầu</strong>
      <StatusTag tone="info">
        Xong {done} / {steps.length}
      </StatusTag>
      {steps
        .filter((each) => !each.done)
        .map((each) => (
          <Link key={each.key} to={each.path}>
            {each.text}
          </Link>
        ))}
    </nav>
  );
}
