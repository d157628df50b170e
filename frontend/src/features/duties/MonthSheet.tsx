import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { composing } from '../../lib/keys';
import { showNumber } from '../../lib/text';
import { toneOf } from '../../ui/outcomes';
import { StatusTag } from '../../ui/StatusTag';
import { dayAtKey, weeksOf } from './calendarDays';
import { dayName } from './labels';
import { onTheSheet } from './shortMeeting';
import type { CalendarDay } from './queries';

const heads = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

interface Props {
  label: string;
  days: CalendarDay[];
  /** "2026-11": days of other months stand back. */
  month: string;
  day: string;
  today: string;
  onDay: (day: string) => void;
  onEnter: () => void;
}

/** A month as a sheet of paper: solar day large, lunar day beside it, what is on it below. One tab stop, arrows inside. */
export function MonthSheet({ label, days, month, day, today, onDay, onEnter }: Props) {
  const sheet = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    const cell = sheet.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (cell?.dataset.day !== day) return; // the month asked for is still on its way
    moved.current = false;
    cell.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayAtKey(event.key, day);
    if (next !== undefined) {
      moved.current = true;
      onDay(next);
    } else if (event.key === 'Enter' || event.key === ' ') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className="cn-cal-box">
      <table role="grid" aria-label={label} ref={sheet} onKeyDown={onKeyDown} className="cn-cal-sheet">
        <thead>
          <tr>
            {heads.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]!.day}>
              {week.map((each) => (
                <td
                  key={each.day}
                  data-day={each.day}
                  tabIndex={each.day === day ? 0 : -1}
                  aria-selected={each.day === day}
                  aria-label={said(each)}
                  onClick={() => onDay(each.day)}
                  className={`cn-quiet-cell${each.day.slice(0, 7) === month ? '' : ' cn-cal-out'}${each.day === today ? ' cn-cal-today' : ''}${each.working ? '' : ' cn-cal-off'}${each.day === day ? ' cn-cal-here' : ''}`}
                >
                  <span className="cn-cal-top">
                    <strong>{Number(each.day.slice(8))}</strong>
                    <span className="cn-cal-lunar">
                      {each.lunarDay === 1 || each.day.endsWith('-01') ? each.lunar : each.lunarDay}
                    </span>
                  </span>
                  {each.holiday !== '' && <span className="cn-cal-holiday">{each.holiday}</span>}
                  <MeetingMark day={each} />
                  {each.dueCount > 0 && (
                    <span className="cn-cal-mark cn-cal-due">{showNumber(each.dueCount)} đến hạn</span>
                  )}
                  {each.suspended > 0 && (
                    <span className="cn-cal-mark cn-cal-pause">{showNumber(each.suspended)} tạm dừng</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is on: the first meeting by name and time, and how many more. */
function MeetingMark({ day }: { day: CalendarDay }) {
  const first = onTheSheet(day);
  if (!first) return null;
  return (
    <span className="cn-cal-mark cn-cal-meet">
      {first.host}
      {first.time !== '' && <b> {first.time}</b>}
      {first.more > 0 && <span className="cn-nowrap"> +{showNumber(first.more)}</span>}
    </span>
  );
}

function said(day: CalendarDay): string {
  const first = onTheSheet(day);
  const parts = [
    dayName(day.day),
    day.holiday,
    first ? `${day.meetingCount} cuộc họp, trước nhất ${`${first.host} ${first.time}`.trim()}` : '',
    day.dueCount > 0 ? `${day.dueCount} nhiệm vụ đến hạn chưa có lịch` : '',
    day.suspended > 0 ? `${day.suspended} nhiệm vụ tạm dừng` : '',
  ];
  return parts.filter((each) => each !== '').join(', ');
}

/** All that is on one day, as links to the records. */
export function DayDetail({ day, today }: { day: CalendarDay; today: string }) {
  const nothing = day.meetingCount === 0 && day.dueCount === 0;
  return (
    <div className="cn-cal-day">
      <h2>
        {dayName(day.day)}
        {day.day === today && (
          <>
            {' '}
            <StatusTag tone="info">Hôm nay</StatusTag>
          </>
        )}
      </h2>
      {day.holiday !== '' && (
        <p>
          <StatusTag tone={day.working ? 'warn' : 'none'}>{day.holiday}</StatusTag>
        </p>
      )}
      {nothing && <p className="cn-soft">Không có cuộc họp nào.</p>}
      {day.meetingCount > 0 && (
        <ul>
          {day.meetings.map((each) => (
            <li key={each.id}>
              <span className="cn-grow">
                <Link to={`/nhat-ky?mo=${each.id}`}>
                  {each.time !== '' && `${each.time} `}
                  {each.kindWord}
                </Link>
                <div className="cn-soft cn-small">{each.hosts}</div>
              </span>
              {each.outcome === 'TO_COME' && (
                <Link to={`/bao-cao/P1?${new URLSearchParams({ hop: each.id, ky: day.day.slice(0, 7) })}`}>
                  Phiếu chuẩn bị
                </Link>
              )}
              <StatusTag tone={toneOf(each.outcome)}>{each.outcomeWord}</StatusTag>
            </li>
          ))}
          {day.meetingCount > day.meetings.length && (
            <li>
              <Link to={`/nhat-ky?ky=${day.day.slice(0, 7)}`}>
                và {showNumber(day.meetingCount - day.meetings.length)} cuộc nữa trong nhật ký tháng
              </Link>
            </li>
          )}
        </ul>
      )}
      {day.dueCount > 0 && (
        <>
          <h3>Đến hạn, chưa có lịch: {showNumber(day.dueCount)}</h3>
          <ul>
            {day.due.map((each) => (
              <li key={`${each.ruleId}/${each.unitId}/${each.officer}`}>
                <span className="cn-grow">
                  {each.ruleName}
                  <div className="cn-soft cn-small">
                    <Link to={`/dia-ban?id=${each.unitId}`}>{each.unit}</Link>
                    {each.officer !== '' && ` · ${each.officer}`}
                  </div>
                </span>
              </li>
            ))}
            {day.dueCount > day.due.length && (
              <li className="cn-soft">và {showNumber(day.dueCount - day.due.length)} nơi nữa</li>
            )}
          </ul>
        </>
      )}
      {day.suspended > 0 && (
        <p className="cn-soft">
          {showNumber(day.suspended)} nhiệm vụ đang <Link to="/lich/tam-dung">tạm dừng</Link>.
        </p>
      )}
    </div>
  );
}
