import { Link } from 'react-router';
import { addDays, show, weekdayShort } from '../../lib/dates';
import { listAddress } from '../../lib/linkedFilter';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Lines, type Line } from '../../ui/Lines';
import { Section } from '../../ui/PageHeader';
import { toneOf } from '../../ui/outcomes';
import { StatusTag } from '../../ui/StatusTag';
import { useLog, useLogTotal, type Entry, type LogFilter } from './queries';
import { EVERY_ENTRY } from './useLogFilter';

/** Lines shown of what is to come, and of what was. */
const SHOWN = 4;

/** The meetings of a unit and of what lies under it: those to come, the last ones, and the papers sent before them. */
export function UnitMeetings({ unitId, name }: { unitId: string; name: string }) {
  const { today, can } = useDesk();
  const here: LogFilter = { ...EVERY_ENTRY, underId: unitId };
  const next = useLog({ ...here, span: { from: today, to: '' }, state: 'PLANNED', newest: false, limit: SHOWN });
  const last = useLog({ ...here, span: { from: '', to: addDays(today, 1) }, state: 'HELD', limit: SHOWN });
  const met = useLogTotal({ ...here, state: 'HELD' }).data;
  if (!can('activities.Log')) return null;
  const error = next.error ?? last.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void next.refetch()} />;
  if (!next.data || !last.data) return null;
  const address = listAddress<LogFilter>('/nhat-ky', here, EVERY_ENTRY, `${name}: nhật ký`);
  return (
    <Section
      title="Cuộc họp"
      flush
      extra={
        <Link to={listAddress<LogFilter>('/nhat-ky', { ...here, state: 'HELD' }, EVERY_ENTRY, `${name}: đã họp`)}>
          {met && `${met.more ? 'hơn ' : ''}${showNumber(met.total)} `}cuộc đã họp
        </Link>
      }
    >
      <Lines
        label="Sắp họp"
        none="Chưa có cuộc họp nào được lên lịch."
        rest={address}
        lines={next.data.items.map((each) => lineOf(each, each.plannedTime || 'sắp họp'))}
      />
      {last.data.items.length > 0 && (
        <Lines
          label="Đã họp"
          none=""
          lines={last.data.items.map((each) =>
            lineOf(each, <StatusTag tone={toneOf(each.outcome)}>{each.outcomeWord}</StatusTag>),
          )}
        />
      )}
    </Section>
  );
}

function lineOf(entry: Entry, end: Line['end']): Line {
  return {
    key: entry.id,
    day: `${weekdayShort(entry.day)} ${show(entry.day).slice(0, 5)}`,
    text: `${entry.kindWord}, ${entry.hosts.map((each) => each.name).join('; ')}`,
    to: `/nhat-ky?mo=${entry.id}`,
    note: entry.papersSentOn !== '' && `tài liệu gửi ${show(entry.papersSentOn).slice(0, 5)}`,
    end,
  };
}
