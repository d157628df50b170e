import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fulfilment, type Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/PageHeader';
import { StatusTag, type Tone } from '../../ui/StatusTag';

type Reminder = Go.fulfilment.Reminder;

/** Lines shown; the room of results has the rest. */
const SHOWN = 6;

const marks: Record<string, { tone: Tone; word: string }> = {
  due_soon: { tone: 'warn', word: 'Sắp đến hạn' },
  overdue: { tone: 'bad', word: 'Chưa ghi nhận' },
  schedule: { tone: 'info', word: 'Chưa đăng ký' },
};

/** Every line opens exactly the occurrences it counts. */
function addressOf(item: Reminder): string {
  if (item.code === 'schedule') return `/lich/dang-ky?${new URLSearchParams({ ky: item.month, chua: '1' })}`;
  const loc = {
    filter: { span: item.filter.span, by: 'unit', seriesId: item.seriesId },
    outcomes: item.outcome === '' ? [] : [item.outcome],
  };
  return `/ket-qua?${new URLSearchParams({ loc: JSON.stringify(loc), ten: item.text })}`;
}

/** What the duties ask for around this day: due soon without a date, passed without a record, not registered. */
export function DutyReminders() {
  const { can } = useDesk();
  const wanted = can('fulfilment.Reminders');
  const query = useQuery({ queryKey: ['week', 'reminders'], queryFn: () => fulfilment.Reminders(''), enabled: wanted });
  if (!wanted) return null;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data?.items ?? [];
  // The month's registration is one line among many duties: it must not fall off the end.
  const shown = [
    ...items.filter((each) => each.code === 'schedule'),
    ...items.filter((each) => each.code !== 'schedule'),
  ].slice(0, SHOWN);
  return (
    <Section title="Nhiệm vụ định kỳ" extra={<Link to="/lich">Mở lịch</Link>}>
      {query.data && items.length === 0 && (
        <p className="cn-soft">Không có nhiệm vụ nào đến hạn mà chưa có lịch hoặc đã qua mà chưa ghi.</p>
      )}
      <ul className="cn-week-list">
        {shown.map((each) => (
          <li key={`${each.code}/${each.seriesId}`}>
            <span className="cn-grow">{each.text}</span>
            <StatusTag tone={marks[each.code]?.tone ?? 'none'}>{marks[each.code]?.word ?? ''}</StatusTag>
            <Link to={addressOf(each)}>Xem {showNumber(each.count)}</Link>
          </li>
        ))}
        {items.length > shown.length && (
          <li>
            <Link to="/ket-qua">và {showNumber(items.length - shown.length)} việc nữa trong Kết quả thực hiện</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
