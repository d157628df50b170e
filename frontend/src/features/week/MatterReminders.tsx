import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { matters, type Go } from '../../api/client';
import { EVERY_MATTER } from '../../api/filters';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';

/** Bodies shown; the list of the room has the rest. */
const SHOWN = 5;
const READ = 200;

/** Lists of the room that say what to do this week, besides what is overdue. */
const LISTS = ['cho_chuyen', 'cho_phan_hoi', 'thong_bao_10_ngay', 'cho_tra_lai', 'den_hen', 'khan'];

interface Late {
  id: string;
  name: string;
  count: number;
  days: number;
}

/** The overdue matters, body by body, the longest first. */
function byBody(rows: Go.matters.Row[]): Late[] {
  const found = new Map<string, Late>();
  for (const row of rows) {
    const mine = found.get(row.bodyId) ?? { id: row.bodyId, name: row.body, count: 0, days: 0 };
    found.set(row.bodyId, { ...mine, count: mine.count + 1, days: Math.max(mine.days, row.lateDays) });
  }
  return [...found.values()].sort((a, b) => b.days - a.days);
}

/** What is overdue at which body, without a click; its chaser is one click away. Then what waits for the office itself. */
export function MatterReminders() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const wanted = can('matters.Register');
  const lists = useQuery({ queryKey: ['week', 'matters'], queryFn: () => matters.Worklists(), enabled: wanted });
  const late = useQuery({
    queryKey: ['week', 'overdue'],
    queryFn: () => matters.Register({ ...EVERY_MATTER, worklist: 'qua_han', states: ['REFERRED'], limit: READ }),
    enabled: wanted,
  });
  if (!wanted) return null;
  const error = lists.error ?? late.error;
  if (error)
    return (
      <ErrorNotice
        error={error}
        onRetry={() => {
          void lists.refetch();
          void late.refetch();
        }}
      />
    );
  const all = lists.data?.find((each) => each.code === 'qua_han');
  const waiting = (lists.data ?? []).filter((each) => LISTS.includes(each.code) && each.count > 0);
  const bodies = byBody(late.data?.items ?? []);
  const chase = (id: string) => void navigate(`/kien-nghi?${new URLSearchParams({ 'don-doc': id })}`);
  return (
    <Section
      title="Kiến nghị"
      extra={
        all && all.count > 0 ? (
          <Link to="/kien-nghi?ds=qua_han">
            Quá hạn: {all.more && 'hơn '}
            {showNumber(all.count)}
          </Link>
        ) : (
          <Link to="/kien-nghi">Mở danh sách</Link>
        )
      }
    >
      {lists.data && all?.count === 0 && <p className="cn-soft">Không có kiến nghị nào quá hạn.</p>}
      <ul className="cn-week-list">
        {bodies.slice(0, SHOWN).map((each) => (
          <li key={each.id} className="cn-week-late">
            <span className="cn-week-body">{each.name}</span>
            <span className="cn-grow">
              <StatusTag tone="bad">
                {showNumber(each.count)} quá hạn, lâu nhất {showNumber(each.days)} ngày
              </StatusTag>
            </span>
            {can('reports.Preview') && (
              <Link
                to={`/bao-cao/R11?${new URLSearchParams({ 'co-quan': each.id, 'ten-co-quan': each.name })}`}
                aria-label={`In công văn đôn đốc ${each.name}`}
              >
                In
              </Link>
            )}
            {can('matters.Chase') && (
              <Button onClick={() => chase(each.id)} aria-label={`Đôn đốc ${each.name}`}>
                Đôn đốc
              </Button>
            )}
          </li>
        ))}
        {bodies.length > SHOWN && (
          <li>
            <Link to="/kien-nghi?ds=qua_han">và {showNumber(bodies.length - SHOWN)} cơ quan nữa</Link>
          </li>
        )}
        {waiting.map((each) => (
          <li key={each.code}>
            <span>{each.word}</span>
            <Link to={`/kien-nghi?ds=${each.code}`}>
              {each.more && 'hơn '}
              {showNumber(each.count)} việc
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
