import { useQuery } from '@tanstack/react-query';
import { fulfilment, reports, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import type { WeekItem } from './WeekGroup';

/** Every line opens exactly the occurrences it counts. */
function addressOf(item: Go.fulfilment.Reminder): string {
  if (item.code === 'schedule') return `/lich/dang-ky?${new URLSearchParams({ ky: item.month, chua: '1' })}`;
  const loc = {
    filter: { span: item.filter.span, by: 'unit', seriesId: item.seriesId, officerId: item.filter.officerId },
    outcomes: item.outcome === '' ? [] : [item.outcome],
  };
  return `/ket-qua?${new URLSearchParams({ loc: JSON.stringify(loc), ten: item.text })}`;
}

/** What the duties, of one officer or of all with "", ask for around this day: due soon without a date, passed without a record, not registered. */
export function useDutyItems(officerId: string) {
  const { can } = useDesk();
  const query = useQuery({
    queryKey: ['week', 'reminders', officerId],
    queryFn: () => fulfilment.Reminders('', officerId),
    enabled: can('fulfilment.Reminders'),
  });
  const items = query.data?.items ?? [];
  // The month's registration is one line among many duties: it must not fall off the end.
  const sorted = [
    ...items.filter((each) => each.code === 'schedule'),
    ...items.filter((each) => each.code !== 'schedule'),
  ];
  return {
    error: query.error,
    refetch: () => void query.refetch(),
    items: sorted.map((each): WeekItem => ({
      key: `${each.code}/${each.seriesId}`,
      text: each.text,
      to: addressOf(each),
      late: each.code === 'overdue',
    })),
  };
}

/** The reports on a period the office owes by its own habit; each opens its draft. */
export function useOwedItems(ofOffice: boolean) {
  const { can } = useDesk();
  const wanted = ofOffice && can('reports.Owed');
  const query = useQuery({ queryKey: ['week', 'owed'], queryFn: () => reports.Owed(), enabled: wanted });
  return {
    wanted,
    error: query.error,
    refetch: () => void query.refetch(),
    items: query.data?.map((each): WeekItem => ({
      key: `${each.report}/${each.period}`,
      text: `${each.label.charAt(0).toUpperCase()}${each.label.slice(1)}: ${each.title}`,
      to: each.to,
      note: `hết kỳ ${show(each.since).slice(0, 5)}, ${showNumber(each.days)} ngày`,
      late: true,
    })),
  };
}
