import './overview.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { reports, type Go } from '../../api/client';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { periodOf } from '../../lib/periods';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { KeyHint } from '../../ui/StatusTag';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { attendanceOption, pointText, trendOption, written } from './options';
import { ChartTable, PaperTable } from './PaperTable';
import { Picture, type Mark } from './Picture';

type Overview = Go.reports.Overview;

/** Bodies there is room for, the longest waiting first; all of them stand in R14. */
const BODIES = 6;

/** Columns of the ages, the older the stronger. */
const AGES = ['', '', '', 'cn-age-some', 'cn-age-more', 'cn-age-most'];

/** Toàn cảnh: how the work stands, on one page for who decides. Every number and mark opens its records. */
export function OverviewPage() {
  const { today } = useDesk();
  const navigate = useNavigate();
  const [month, setMonth] = useSessionState('overview.month', periodOf('MONTH', today));
  const query = useQuery({ queryKey: ['reports', 'overview', month], queryFn: () => reports.Overview(wanted(month)) });
  const print = useTypedAct(() => void navigate(`/bao-cao/toan-canh?ky=${month}`));
  useShortcut('ctrl+p', print);
  useShortcut('f5', () => void query.refetch());
  const view = query.data;
  return (
    <div className="cn-page cn-page-scroll cn-overview">
      <header className="cn-overview-head">
        <h1>Toàn cảnh {view?.label ?? ''}</h1>
        {view?.running && <span className="cn-soft">chưa hết, đến ngày {show(view.day)}</span>}
        <span className="cn-grow" />
        <PeriodPicker ariaLabel="Tháng" kinds={['MONTH']} value={month} onChange={setMonth} />
        <Button type="primary" onClick={print}>
          In một tờ A4 <KeyHint keys="Ctrl+P" />
        </Button>
      </header>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <p className="cn-empty" role="status">
          Đang lấy số liệu…
        </p>
      )}
      {view && <Parts view={view} />}
    </div>
  );
}

const wanted = (period: string) => ({ period, form: 'dang', recipients: [] }) as unknown as Go.reports.Input;

function Parts({ view }: { view: Overview }) {
  return (
    <div className="cn-overview-parts">
      <section className="cn-overview-cover">
        <h2>Độ phủ</h2>
        <PaperTable table={view.coverage} label="Độ phủ theo hình thức phân công" columns={[0, 1, 2, 4]} />
        {view.longest && (
          <p>
            Trống lâu nhất: <Link to={view.longest.link ?? ''}>{view.longest.text}</Link>
          </p>
        )}
      </section>
      <Attendance view={view} />
      <section className="cn-overview-ages">
        <h2>Kiến nghị đang mở, theo cơ quan và số ngày làm việc</h2>
        <PaperTable
          table={{ ...view.ageing, rows: view.ageing.rows?.slice(0, BODIES) ?? [] }}
          label="Kiến nghị đang mở theo cơ quan và tuổi"
          tones={AGES}
        />
        {(view.ageing.rows?.length ?? 0) > BODIES && (
          <Link to="/bao-cao/R14">Cả {view.ageing.rows?.length} cơ quan</Link>
        )}
      </section>
      <div className="cn-overview-trends">
        {view.trends.map((each) => (
          <Trend key={each.name} trend={each} />
        ))}
      </div>
      <section className="cn-overview-asks">
        <h2>Cần quyết định</h2>
        {view.asks.length === 0 && <p className="cn-soft">Không có việc nào chờ quyết định.</p>}
        <ul>
          {view.asks.map((each) => (
            <li key={each.text}>
              <span aria-hidden="true" className={each.late ? 'cn-ask-late' : 'cn-ask-open'}>
                {each.late ? '!' : '•'}
              </span>
              <span className="cn-grow">{each.text}</span>
              <Link to={each.to} aria-label={`${each.verb}: ${each.text}`}>
                {each.verb}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Attendance({ view }: { view: Overview }) {
  const { attendance, rate, rateOf, rateRule } = view;
  const option = useCallback((size: number) => attendanceOption(attendance, rate, size), [attendance, rate]);
  const marks = useMemo(() => attendanceMarks(attendance), [attendance]);
  return (
    <section className="cn-overview-attendance">
      <h2>
        Dự họp theo tháng, %{' '}
        <span className="cn-overview-key">
          <i className="cn-key-done" /> đã dự <i className="cn-key-absent" /> vắng <i className="cn-key-unrecorded" />{' '}
          chưa ghi
        </span>
      </h2>
      <Picture
        label="Dự họp theo tháng"
        option={option}
        marks={marks}
        height={11}
        column={0.64}
        categories={attendance.categories.length}
        table={
          <>
            <ChartTable chart={rate} label="Tỷ lệ dự, %" say={pointText} />
            <ChartTable chart={rateOf} label="Tỷ lệ dự tính từ, lượt" say={pointText} />
            <p className="cn-soft">{rateRule}</p>
            <ChartTable chart={attendance} label="Số lượt" say={pointText} />
          </>
        }
      />
    </section>
  );
}

/** Each part of a column with what it counts; a part of nothing has none. */
function attendanceMarks(counts: Go.document.Chart): Mark[] {
  return counts.categories.flatMap((name, category) => {
    const sum = counts.series.reduce((n, each) => n + (each.points[category]?.value ?? 0), 0);
    let from = 0;
    return counts.series.flatMap((each) => {
      const point = each.points[category];
      const part = sum === 0 ? 0 : (100 * (point?.value ?? 0)) / sum;
      const start = from;
      from += part;
      if (!point?.link) return [];
      const label = `${name}: ${each.name.toLowerCase()} ${written(point.value ?? 0)}`;
      return [{ category, value: from, from: start, to: point.link, label }];
    });
  });
}

function Trend({ trend }: { trend: Go.reports.Trend }) {
  const { chart } = trend;
  const option = useCallback((size: number) => trendOption(chart, size), [chart]);
  const marks = useMemo(
    () =>
      (chart.series[0]?.points ?? []).flatMap((point, category) =>
        point.link && point.value !== null && point.value !== undefined
          ? [
              {
                category,
                value: point.value,
                to: point.link,
                label: `${chart.categories[category]}: ${pointText(point)} ${chart.unit}`,
              },
            ]
          : [],
      ),
    [chart],
  );
  return (
    <section>
      <h2>{trend.name}</h2>
      <Picture
        label={trend.name}
        option={option}
        marks={marks}
        height={5.5}
        categories={chart.categories.length}
        table={<ChartTable chart={chart} label={trend.name} say={pointText} />}
      />
      {trend.note && <p className="cn-small cn-soft">{trend.note}</p>}
    </section>
  );
}
