import { Link } from 'react-router';
import { show, weekdayShort } from '../../lib/dates';
import { listAddress } from '../../lib/linkedFilter';
import { periodLabel, periodOf, periodSpan } from '../../lib/periods';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Figures, Lines, type Figure } from '../../ui/Lines';
import { Section } from '../../ui/PageHeader';
import { toneOf } from '../../ui/outcomes';
import { StatusTag } from '../../ui/StatusTag';
import { cellAddress } from './CellsSheet';
import { COUNTS, count, EVERY_CELL, percent, rate } from './labels';
import { useFulfilment, useOfficerName, useSheet } from './queries';

/** Of the counts of a row, those that say something of a person. */
const SAID = ['excused', 'absent', 'heldNotRecorded', 'notKnown', 'toCome'];

/** Rates of an officer in this month and this year, each number leading to the occurrences it counts. */
export function OfficerRates({ officerId, asOf }: { officerId: string; asOf: string }) {
  const { can } = useDesk();
  const name = useOfficerName(officerId, asOf).data ?? '';
  const month = useRates(officerId, name, periodOf('MONTH', asOf));
  const year = useRates(officerId, name, periodOf('YEAR', asOf));
  if (!can('fulfilment.Summary') || !month || !year) return null;
  return <Figures label="Kết quả dự họp" figures={[month.rate, year.rate, ...year.counts]} />;
}

function useRates(officerId: string, name: string, period: string) {
  const filter = { ...EVERY_CELL.filter, span: periodSpan(period)!, by: 'officer', officerId };
  const total = useFulfilment(filter).data?.total;
  if (!total) return null;
  const words = periodLabel(period).toLowerCase();
  const to = (outcomes: string[], held: boolean, said: string, part?: string) =>
    listAddress('/ket-qua', { filter, outcomes, held, part }, EVERY_CELL, `${name}: ${said}, ${words}`);
  return {
    rate: {
      value: rate(total.done, total.held),
      words: `dự / họp ${words}${total.held > 0 ? ` (${percent(total.done, total.held)})` : ''}`,
      to: total.held > 0 ? to([], true, 'dự, họp') : undefined,
    },
    counts: COUNTS.filter((each) => SAID.includes(each.key) && total[each.key] > 0).map((each): Figure => ({
      value: count(total[each.key]),
      words: `${each.whole} ${words}`,
      to: to(each.outcomes, each.held ?? false, each.whole, each.part),
      tone: each.key === 'absent' ? 'bad' : ['heldNotRecorded', 'notKnown'].includes(each.key) ? 'warn' : undefined,
    })),
  };
}

/** An officer's month as the paper form lists it: what is to be attended, when, and what became of it. */
export function OfficerMonth({ officerId, asOf }: { officerId: string; asOf: string }) {
  const month = periodOf('MONTH', asOf);
  const { can } = useDesk();
  const name = useOfficerName(officerId, asOf).data ?? '';
  const sheet = useSheet(officerId, month, can('fulfilment.Sheet'));
  if (sheet.error) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!sheet.data) return null;
  return (
    <Section
      title={`Nhiệm vụ ${periodLabel(month).toLowerCase()}`}
      flush
      extra={
        <Link to={`/bao-cao/R5?${new URLSearchParams({ 'can-bo': officerId, 'ten-can-bo': name, ky: month })}`}>
          Phiếu công tác tháng
        </Link>
      }
    >
      <Lines
        label="Nhiệm vụ trong tháng"
        none="Tháng này không có nhiệm vụ nào."
        lines={sheet.data.lines.map((each) => ({
          key: each.row,
          day: each.day === '' ? 'trong kỳ' : `${weekdayShort(each.day)} ${show(each.day).slice(0, 5)}`,
          text: each.unit,
          to: cellAddress({ meetingId: each.meetingId, day: each.day || `${month}-01`, kind: each.kind }),
          note: each.kindWord,
          end: <StatusTag tone={toneOf(each.outcome)}>{each.outcomeWord || 'chưa đến'}</StatusTag>,
        }))}
      />
    </Section>
  );
}
