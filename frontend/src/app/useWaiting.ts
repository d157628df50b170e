import { useQuery } from '@tanstack/react-query';
import { desk, matters } from '../api/client';
import { useDesk } from '../ui/desk';

/** Lists of matters that wait for the office itself. */
const OURS = ['cho_chuyen', 'cho_phan_hoi'];

/** How many things wait behind a word of the menu, by its path; what is zero or may not be seen is left out. */
export function useWaiting(): Record<string, number> {
  const { today, can } = useDesk();
  const week = useQuery({
    queryKey: ['week', today, ''],
    queryFn: () => desk.Week(today, ''),
    enabled: can('desk.Week'),
  }).data;
  const lists = useQuery({
    queryKey: ['week', 'matters', ''],
    queryFn: () => matters.Worklists(''),
    enabled: can('matters.Worklists') && can('matters.Register'),
  }).data;
  return {
    'nhat-ky': (week?.unrecorded ?? []).reduce((sum, each) => sum + each.count, 0),
    'phan-cong': week?.vacantCount ?? 0,
    'kien-nghi': (lists ?? []).reduce((sum, each) => (OURS.includes(each.code) ? sum + each.count : sum), 0),
  };
}
