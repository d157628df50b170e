import './moved.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { matters, type Go } from '../api/client';
import { show } from '../lib/dates';
import { showNumber } from '../lib/text';
import { useDesk } from '../ui/desk';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/PageHeader';

type Change = Go.matters.DeadlineChange;

/** Which running deadlines a change of the days off or of a rule has moved; it stays until somebody marks it as read. */
export function DeadlineChanges({ most, rest }: { most: number; rest?: string }) {
  const { can } = useDesk();
  const wanted = can('matters.DeadlineChanges');
  const query = useQuery({
    queryKey: ['matters', 'deadlineChanges'],
    queryFn: () => matters.DeadlineChanges(),
    enabled: wanted,
  });
  if (!wanted) return null;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (query.data ?? []).map((each) => <OneChange key={each.id} change={each} most={most} rest={rest} />);
}

function OneChange({ change, most, rest }: { change: Change; most: number; rest?: string }) {
  const { can } = useDesk();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const read = useMutation({
    mutationFn: () => matters.ReadDeadlineChange(change.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['matters', 'deadlineChanges'] }),
    onError: setFault,
  });
  const shown = change.moves.slice(0, most);
  const left = change.total - shown.length;
  return (
    <Section
      title={`${showNumber(change.total)} hạn đã thay đổi`}
      extra={
        can('matters.ReadDeadlineChange') && (
          <Button loading={read.isPending} onClick={() => read.mutate()}>
            Đã đọc
          </Button>
        )
      }
    >
      {fault !== null && <ErrorNotice error={fault} />}
      <p>{change.cause} Hạn ghi trong văn bản, hạn đã kết thúc và văn bản đã ban hành giữ nguyên.</p>
      <ul className="cn-moved">
        {shown.map((each) => (
          <li key={`${each.matterId}/${each.clock}`}>
            <span>
              <Link to={`/kien-nghi/${each.matterId}`} title={each.summary}>
                Số {each.no}
              </Link>
              <div className="cn-soft cn-small">{each.clock}</div>
            </span>
            <span className="cn-nowrap">
              {dayOr(each.before)} → <strong>{dayOr(each.after)}</strong>
            </span>
          </li>
        ))}
        {left > 0 && (
          <li>
            {rest === undefined ? (
              <span className="cn-soft">và {showNumber(left)} hạn nữa; xem từng kiến nghị</span>
            ) : (
              <Link to={rest}>và {showNumber(left)} hạn nữa</Link>
            )}
          </li>
        )}
      </ul>
    </Section>
  );
}

const dayOr = (day: string) => (day === '' ? 'chưa ấn định' : show(day));
