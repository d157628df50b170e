import { Link } from 'react-router';
import { EVERY_MATTER } from '../../api/filters';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Lines } from '../../ui/Lines';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { useRegister } from './queries';
import { listOf } from './useMatterFilter';

/** Lines shown; the list has the others. */
const SHOWN = 6;

/** The open matters of a unit and of what lies under it, first those whose term ends first; a part of the unit's page. */
export function UnitMatters({ unitId, name }: { unitId: string; name: string }) {
  const { can } = useDesk();
  const here = { underId: unitId };
  const open = useRegister({ ...EVERY_MATTER, ...here, worklist: 'dang_mo', limit: SHOWN });
  const all = useRegister({ ...EVERY_MATTER, ...here, limit: 1 });
  if (!can('matters.Register')) return null;
  if (open.error) return <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />;
  if (!open.data) return null;
  const openList = listOf({ ...here, worklist: 'dang_mo' }, `${name}: kiến nghị đang mở`);
  const total = all.data?.total ?? 0;
  return (
    <Section
      title="Kiến nghị đang mở"
      flush
      extra={
        <span>
          {open.data.total > 0 && <Link to={openList}>{showNumber(open.data.total)} đang mở</Link>}
          {open.data.total > 0 && total > 0 && ' / '}
          {total > 0 && <Link to={listOf(here, `${name}: mọi kiến nghị`)}>{showNumber(total)} đã ghi</Link>}
        </span>
      }
    >
      <Lines
        label="Kiến nghị đang mở"
        none="Không có kiến nghị nào đang mở."
        lines={open.data.items.map((each) => ({
          key: each.id,
          text: each.summary,
          to: `/kien-nghi/${each.id}`,
          note: each.no,
          end: (
            <StatusTag tone={each.late ? 'bad' : each.remaining !== '' ? 'warn' : 'none'}>
              {each.remaining || each.stateWord}
            </StatusTag>
          ),
        }))}
      />
    </Section>
  );
}
