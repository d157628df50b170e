import { useState } from 'react';
import { periodSpan } from '../../lib/periods';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/PageHeader';
import { count, percent, RATED, RATE_RULE, rate } from './labels';
import { useFulfilment, useMatrix, type Row } from './queries';
import { YearMatrix } from './YearMatrix';

const columns: Column<Row>[] = [
  { key: 'unit', title: 'Nơi', kind: 'name', render: (r) => r.label || r.name },
  ...RATED.map((each): Column<Row> => ({
    key: each.key,
    title: each.title,
    kind: 'number',
    width: 5.5,
    render: (r) => count(r.tally[each.key]),
  })),
  {
    key: 'rate',
    title: 'Tỷ lệ dự',
    kind: 'number',
    width: 8.5,
    render: (r) => (
      <>
        {rate(r.tally.done, r.tally.held)} <span className="cn-soft">{percent(r.tally.done, r.tally.held)}</span>
      </>
    ),
  },
];

/** What an officer's year looks like, place by place; a place opens its picture. A part of the officer's page. */
export function OfficerYear({ officerId, asOf }: { officerId: string; asOf: string }) {
  const { can } = useDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const year = asOf.slice(0, 4);
  const list = useFulfilment({
    span: periodSpan(year)!,
    by: 'unit',
    underId: '',
    officerId,
    unitId: '',
    ruleId: '',
    seriesId: '',
    activity: '',
  });
  if (!can('fulfilment.Summary')) return null;
  return (
    <Section title={`Kết quả thực hiện năm ${year}`} flush>
      <DataTable
        paper={null}
        note={RATE_RULE}
        label={`Kết quả thực hiện năm ${year}`}
        counted="nơi"
        fit="content"
        columns={columns}
        rows={list.data?.rows ?? []}
        rowKey={(r) => r.key}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={(r) => setChosen(chosen === r.key ? null : r.key)}
        empty={<EmptyState title="Năm này không có nhiệm vụ định kỳ nào" />}
      />
      {chosen && <PlaceYear unitId={chosen} year={Number(year)} officerId={officerId} />}
    </Section>
  );
}

function PlaceYear({ unitId, year, officerId }: { unitId: string; year: number; officerId: string }) {
  const matrix = useMatrix(unitId, year);
  if (matrix.error) return <ErrorNotice error={matrix.error} />;
  if (!matrix.data) return null;
  const mine = matrix.data.lines.filter((line) => line.officerId === officerId || line.officerId === '');
  return (
    <div className="cn-section-body">
      <h3>{matrix.data.label}</h3>
      <YearMatrix key={unitId} matrix={{ ...matrix.data, lines: mine }} />
    </div>
  );
}
