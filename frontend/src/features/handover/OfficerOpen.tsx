import { listAddress } from '../../lib/linkedFilter';
import { show, weekdayShort } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Lines, type Line } from '../../ui/Lines';
import { Section } from '../../ui/PageHeader';
import { Link } from 'react-router';
import { usePlan, type Plan } from './queries';

type Item = Plan['lines'][number]['items'][number];

/** What may be open at the places of an officer, and where its records are; the codes are those of the handover. */
const KINDS = [
  { code: 'kien_nghi', title: 'Kiến nghị đang mở', one: (id: string) => `/kien-nghi/${id}`, screen: '/kien-nghi' },
  { code: 'loi_hen', title: 'Lời hẹn của cơ quan', one: (id: string) => `/kien-nghi/${id}`, screen: '/kien-nghi' },
  { code: 'chua_ghi', title: 'Đã họp, chưa ghi nhận', one: (id: string) => `/nhat-ky?mo=${id}`, screen: '/nhat-ky' },
  { code: 'cuoc_hop', title: 'Cuộc họp đã lên lịch', one: (id: string) => `/nhat-ky?mo=${id}`, screen: '/nhat-ky' },
];

const shortDay = (day: string) => (day === '' ? '' : `${weekdayShort(day)} ${show(day).slice(0, 5)}`);

/** Each record once, though several places of the officer may have it. */
function itemsOf(plan: Plan, code: string): Item[] {
  const all = plan.lines.flatMap((each) => each.items.filter((item) => item.code === code));
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** The places an officer has on a day, each with what is open there; a part of the officer's page. */
export function OfficerPlaces({ officerId, asOf }: { officerId: string; asOf: string }) {
  const plan = usePlan(officerId, asOf);
  if (plan.error) return <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return null;
  const counts = (items: Item[]) =>
    KINDS.flatMap(({ code }) => {
      const some = items.filter((each) => each.code === code);
      return some.length === 0 ? [] : [`${showNumber(some.length)} ${some[0]!.word}`];
    }).join(', ');
  const lines: Line[] = plan.data.lines.map((each) => ({
    key: each.assignmentId,
    text: each.targetLabel,
    to: `/dia-ban/${each.targetId}`,
    note: [each.kindName, !each.primary && 'phối hợp', counts(each.items)].filter(Boolean).join(' · '),
    end: each.validFrom && <span className="cn-soft">từ {show(each.validFrom)}</span>,
  }));
  return (
    <Section title={`Đang phụ trách ${showNumber(lines.length)} nơi`} flush>
      <Lines label="Nơi đang phụ trách" lines={lines} none="Ngày này đồng chí không phụ trách nơi nào." />
    </Section>
  );
}

/** What waits at an officer's places: open matters, promises, meetings nobody wrote down, meetings to come. */
export function OfficerOpen({ officerId, asOf }: { officerId: string; asOf: string }) {
  const plan = usePlan(officerId, asOf);
  if (!plan.data) return null;
  const data = plan.data;
  return KINDS.map(({ code, title, one, screen }) => {
    const items = itemsOf(data, code);
    if (items.length === 0 && code !== 'kien_nghi') return null;
    const ids = items.map((each) => each.id);
    const all = listAddress<{ ids: string[] }>(screen, { ids }, { ids: [] }, `${data.officer.name}: ${title}`);
    return (
      <Section
        key={code}
        title={title}
        flush
        extra={items.length > 0 && <Link to={all}>{showNumber(items.length)} mục</Link>}
      >
        <Lines
          label={title}
          most={6}
          rest={all}
          none="Không có kiến nghị nào đang mở ở các nơi phụ trách."
          lines={items.map((each) => ({
            key: each.id,
            day: shortDay(each.day),
            text: each.text,
            to: one(each.id),
          }))}
        />
      </Section>
    );
  });
}
