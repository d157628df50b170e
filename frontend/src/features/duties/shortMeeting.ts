import type { CalendarDay } from './queries';

type Meeting = CalendarDay['meetings'][number];

/** How the office writes the long words of a host on a wall calendar; the longest stands first. */
const SHORT: [RegExp, string][] = [
  [/^tổ nhân dân tự quản( số)?/i, 'Tổ'],
  [/^tổ dân phố( số)?/i, 'Tổ'],
  [/^ban chấp hành đảng bộ/i, 'BCH'],
  [/^chi bộ/i, 'CB'],
  [/^đảng bộ/i, 'ĐB'],
  [/^đảng ủy/i, 'ĐU'],
];

/** "CB ấp An Bình": the first host without the place above it, its first words shortened. */
export function shortHost(hosts: string): string {
  const first = hosts.split(/[;,]/)[0]!.trim();
  const found = SHORT.find(([long]) => long.test(first));
  return found ? first.replace(found[0], found[1]) : first;
}

/** "19h", "18h30"; '' when the time is not known. */
export function shortTime(time: string): string {
  const parts = /^(\d{1,2}):(\d\d)$/.exec(time);
  return parts ? `${Number(parts[1])}h${parts[2] === '00' ? '' : parts[2]}` : time;
}

/** What a day of the month sheet says of its meetings: the first by time, those without a time last, and how many more. */
export function onTheSheet(day: CalendarDay): { host: string; time: string; more: number } | null {
  const byTime = (m: Meeting) => (m.time === '' ? '99' : m.time.padStart(5, '0'));
  const [first] = [...day.meetings].sort((a, b) => byTime(a).localeCompare(byTime(b)));
  if (!first) return null;
  return { host: shortHost(first.hosts) || first.kindWord, time: shortTime(first.time), more: day.meetingCount - 1 };
}
