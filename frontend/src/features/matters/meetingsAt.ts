import { useQuery } from '@tanstack/react-query';
import { activities, type Go } from '../../api/client';
import { addDays, show } from '../../lib/dates';
import type { Option } from '../../ui/inputs';

/** Meetings of the last weeks at which a place may have been told something. */
const BACK_DAYS = 120;

/** The meetings held lately at a place, the newest first. */
export function useMeetingsAt(placeId: string, today: string): Go.activities.Entry[] {
  const log = useQuery({
    queryKey: ['matters', 'meetingsOf', placeId, today],
    enabled: placeId !== '',
    queryFn: () =>
      activities.Log({
        span: { from: addDays(today, -BACK_DAYS), to: addDays(today, 1) },
        underId: placeId,
        officerId: '',
        kind: '',
        outcome: '',
        text: '',
        newest: true,
        limit: 30,
      }),
  }).data;
  return log?.items.filter((each) => each.state === 'HELD') ?? [];
}

export const meetingOptions = (meetings: Go.activities.Entry[]): Option<string>[] =>
  meetings.map((each) => ({
    value: each.id,
    label: `${show(each.heldOn)} · ${each.kindWord} · ${each.hosts.map((host) => host.name).join('; ')}`,
  }));
