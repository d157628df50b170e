import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { show, valid } from '../../lib/dates';
import { periodLabel, periodOf } from '../../lib/periods';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ChoiceRow } from '../../ui/inputs';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { MoreFilters } from '../../ui/MoreFilters';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { stepView, viewSpan, type View } from './calendarDays';
import { DayPanel } from './DayPanel';
import { DayDetail, MonthSheet } from './MonthSheet';
import { useCalendar } from './queries';
import { Tabs } from './Tabs';

const views: { value: View; label: string }[] = [
  { value: 'month', label: 'Tháng' },
  { value: 'week', label: 'Tuần' },
  { value: 'list', label: 'Danh sách' },
];

/** Lịch: both calendars, what is planned, and duties with a fixed day for which nothing is planned yet. */
export function CalendarPage() {
  const { asOf, today, can } = useDesk();
  const navigate = useNavigate();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [params, setParams] = useSearchParams();
  const [view, setView] = useKeptState<View>('calendar.view', 'month');
  const [day, setDay] = useSessionState('calendar.day', asOf);
  const [unit, setUnit] = useKeptState<Picked | null>('calendar.unit', null);
  const [officer, setOfficer] = useKeptState<Picked | null>('calendar.officer', null);

  useEffect(() => {
    const wanted = params.get('ngay');
    if (wanted === null) return;
    if (valid(wanted)) setDay(wanted);
    setParams({}, { replace: true });
  }, [params, setParams, setDay]);

  const calendar = useCalendar({ span: viewSpan(view, day), underId: unit?.id ?? '', officerId: officer?.id ?? '' });
  const days = calendar.data ?? [];
  const chosen = days.find((each) => each.day === day);
  useShortcut('f5', () => void calendar.refetch());
  const title = view === 'week' ? `Tuần từ ${show(viewSpan('week', day).from)}` : periodLabel(periodOf('MONTH', day));
  const busy = days.filter(
    (each) => each.meetingCount > 0 || each.dueCount > 0 || each.holiday !== '' || each.suspended > 0,
  );
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        tabs={<Tabs />}
        title="Lịch"
        aside={title}
        actions={
          <>
            <Button onClick={() => setDay(stepView(view, day, -1))}>
              {view === 'week' ? 'Tuần trước' : 'Tháng trước'}
            </Button>
            <Button onClick={() => setDay(today)}>Hôm nay</Button>
            <Button onClick={() => setDay(stepView(view, day, 1))}>{view === 'week' ? 'Tuần sau' : 'Tháng sau'}</Button>
            {can('activities.SaveMeeting') && (
              <Button type="primary" onClick={() => void navigate('/nhat-ky?mo=moi')}>
                Ghi cuộc họp
              </Button>
            )}
          </>
        }
      />
      <div className="cn-filters" role="search">
        <ChoiceRow ariaLabel="Cách xem" value={view} onChange={setView} options={views} />
        <MoreFilters
          name="calendar"
          active={[unit, officer].filter(Boolean).length}
          saved={{
            list: 'lich',
            value: { unit, officer },
            onTake: (next) => {
              setUnit(next.unit);
              setOfficer(next.officer);
            },
          }}
        >
          <div>
            <label htmlFor={`${id}-u`}>Địa bàn, tổ chức đảng</label>
            <UnitPicker id={`${id}-u`} value={unit} onChange={setUnit} placeholder="Mọi địa bàn, tổ chức" />
          </div>
          <div>
            <label htmlFor={`${id}-o`}>Cán bộ</label>
            <OfficerPicker id={`${id}-o`} value={officer} onChange={setOfficer} placeholder="Mọi cán bộ" />
          </div>
        </MoreFilters>
        {(unit ?? officer) !== null && (
          <Button
            onClick={() => {
              setUnit(null);
              setOfficer(null);
            }}
          >
            Bỏ lọc
          </Button>
        )}
      </div>
      {calendar.error && <ErrorNotice error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {view === 'month' && (
        <div className="cn-cal">
          <MonthSheet
            label={`Lịch ${title}`}
            days={days}
            month={day.slice(0, 7)}
            day={day}
            today={today}
            onDay={setDay}
            onEnter={() => panel.current?.focus()}
          />
          {chosen && <DayPanel ref={panel} day={chosen} today={today} />}
        </div>
      )}
      {view !== 'month' && (
        <ol className="cn-cal-list" aria-label={title}>
          {(view === 'week' ? days : busy).map((each) => (
            <li key={each.day}>
              <DayDetail day={each} today={today} />
            </li>
          ))}
        </ol>
      )}
      {view === 'list' && calendar.data && busy.length === 0 && (
        <EmptyState title="Tháng này chưa có gì trên lịch">
          Lên lịch họp ở mục Đăng ký lịch tháng, hoặc ghi nhiệm vụ định kỳ có ngày cố định.
        </EmptyState>
      )}
    </div>
  );
}
