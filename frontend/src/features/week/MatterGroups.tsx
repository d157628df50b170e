import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { matters, type Go } from '../../api/client';
import { EVERY_MATTER } from '../../api/filters';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { MINE } from '../../ui/MineFilter';
import { WeekGroup, SHOWN, type WeekItem } from './WeekGroup';

const READ = 200;

/** Lists of the room that say what to do this week, besides what is overdue and what waits to be told back. */
const LISTS = ['cho_chuyen', 'thong_bao_10_ngay', 'cho_tra_lai', 'den_hen', 'den_han_xem_lai', 'khan'];

interface Late {
  id: string;
  name: string;
  rows: Go.matters.Row[];
  days: number;
}

/** The overdue matters, body by body, the longest first. */
function byBody(rows: Go.matters.Row[]): Late[] {
  const found = new Map<string, Late>();
  for (const row of rows) {
    const mine = found.get(row.bodyId) ?? { id: row.bodyId, name: row.body, rows: [], days: 0 };
    found.set(row.bodyId, { ...mine, rows: [...mine.rows, row], days: Math.max(mine.days, row.lateDays) });
  }
  return [...found.values()].sort((a, b) => b.days - a.days);
}

/** One matter opens itself, several the list of exactly these. */
function lateAddress({ id, name, rows }: Late, holderId: string): string {
  if (rows.length === 1) return `/kien-nghi/${rows[0]!.id}`;
  const loc = { worklist: 'qua_han', states: ['REFERRED'], bodyId: id, ...(holderId && { holderId }) };
  return `/kien-nghi?${new URLSearchParams({ loc: JSON.stringify(loc), ten: `${name}: quá hạn` })}`;
}

const told = (n: number, more: boolean) => `${more ? 'hơn ' : ''}${showNumber(n)}`;

/** Of one officer's places, or of all with "": what is overdue at which body, without a click; its chaser is one click away. Then the answers nobody was told yet. */
export function MatterGroups({ holderId }: { holderId: string }) {
  const { can } = useDesk();
  const navigate = useNavigate();
  const wanted = can('matters.Register');
  const lists = useQuery({
    queryKey: ['week', 'matters', holderId],
    queryFn: () => matters.Worklists(holderId),
    enabled: wanted,
  });
  const late = useQuery({
    queryKey: ['week', 'overdue', holderId],
    queryFn: () =>
      matters.Register({ ...EVERY_MATTER, holderId, worklist: 'qua_han', states: ['REFERRED'], limit: READ }),
    enabled: wanted,
  });
  const waiting = useQuery({
    queryKey: ['week', 'waiting', holderId],
    queryFn: () => matters.Register({ ...EVERY_MATTER, holderId, worklist: 'cho_phan_hoi', limit: SHOWN }),
    enabled: wanted,
  });
  if (!wanted) return null;
  const count = (code: string) => lists.data?.find((each) => each.code === code);
  const all = count('qua_han');
  const back = count('cho_phan_hoi');
  const bodies = late.data && byBody(late.data.items);
  const listOf = (code: string) => `/kien-nghi?ds=${code}${holderId && `&${MINE}=1`}`;
  const chase = (id: string) => void navigate(`/kien-nghi?${new URLSearchParams({ 'don-doc': id })}`);
  const overdue = bodies?.map((each): WeekItem => ({
    key: each.id,
    text: each.name,
    to: lateAddress(each, holderId),
    late: true,
    note: `${showNumber(each.rows.length)} việc, quá ${showNumber(each.days)} ngày`,
    acts: (
      <>
        {can('reports.Preview') && (
          <Link
            to={`/bao-cao/R11?${new URLSearchParams({ 'co-quan': each.id, 'ten-co-quan': each.name })}`}
            aria-label={`In công văn đôn đốc ${each.name}`}
            title="In công văn đôn đốc"
          >
            <PrinterOutlined aria-hidden="true" />
          </Link>
        )}
        {can('matters.Chase') && holderId === '' && (
          <button type="button" className="cn-link" onClick={() => chase(each.id)} aria-label={`Đôn đốc ${each.name}`}>
            Đôn đốc
          </button>
        )}
      </>
    ),
  }));
  const others = (lists.data ?? [])
    .filter((each) => LISTS.includes(each.code) && each.count > 0)
    .map((each): WeekItem => ({
      key: each.code,
      text: each.word,
      to: listOf(each.code),
      note: `${told(each.count, each.more)} việc`,
    }));
  return (
    <>
      <WeekGroup
        title="Kiến nghị"
        all={
          all && all.count > 0
            ? { to: listOf('qua_han'), text: `Quá hạn: ${told(all.count, all.more)}` }
            : { to: '/kien-nghi', text: 'Mở danh sách' }
        }
        items={overdue && [...overdue.slice(0, SHOWN - others.length), ...others]}
        none="Không có kiến nghị nào quá hạn."
        error={lists.error ?? late.error}
        onRetry={() => {
          void lists.refetch();
          void late.refetch();
        }}
      />
      <WeekGroup
        title="Trả lời chờ nói lại với dân"
        all={
          back && back.count > 0
            ? { to: listOf('cho_phan_hoi'), text: `Tất cả ${told(back.count, back.more)}` }
            : undefined
        }
        items={waiting.data?.items.map((each) => ({
          key: each.id,
          text: `${each.no} – ${each.summary}`,
          to: `/kien-nghi/${each.id}`,
          note: each.place,
        }))}
        none="Trả lời nào cũng đã nói lại với dân."
        error={waiting.error}
        onRetry={() => void waiting.refetch()}
      />
    </>
  );
}
