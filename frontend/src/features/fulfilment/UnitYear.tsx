import { Button } from 'antd';
import { Link } from 'react-router';
import { useSessionState } from '../../ui/sessionState';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/PageHeader';
import { useMatrix } from './queries';
import { YearMatrix } from './YearMatrix';

/** A unit's year, a part of the unit's page. Without duties there is nothing to show. */
export function UnitYear({ unitId, asOf }: { unitId: string; asOf: string }) {
  const { can } = useDesk();
  const [by, setBy] = useSessionState('fulfilment.unitYear', 0);
  const year = Number(asOf.slice(0, 4)) + by;
  const matrix = useMatrix(unitId, year);
  if (!can('fulfilment.YearMatrix')) return null;
  if (matrix.error) return <ErrorNotice error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (!matrix.data) return null;
  return (
    <Section
      title={`Năm ${year}`}
      extra={
        <span className="cn-row">
          <Link
            to={`/bao-cao/R27?${new URLSearchParams({ 'don-vi': unitId, 'ten-don-vi': matrix.data.label, ky: String(year) })}`}
          >
            Hồ sơ địa bàn
          </Link>
          <Button onClick={() => setBy(by - 1)}>Năm trước</Button>
          <Button disabled={by >= 1} onClick={() => setBy(by + 1)}>
            Năm sau
          </Button>
        </span>
      }
    >
      {matrix.data.lines.length === 0 ? (
        <p className="cn-soft">Năm này nơi đây không có nhiệm vụ định kỳ nào.</p>
      ) : (
        <YearMatrix key={`${unitId}/${matrix.data.year}`} matrix={matrix.data} />
      )}
    </Section>
  );
}
