import { DataTable, type Column } from '../../ui/DataTable';
import type { Go } from '../../api/client';
import { showTime, type Tree } from './labels';
import { useAnyTime } from './queries';

const columns: Column<Go.units.Hit>[] = [
  { key: 'label', title: 'Tên', kind: 'name', render: (unit) => unit.label },
  { key: 'time', title: 'Hiệu lực', kind: 'text', width: 11, render: (unit) => showTime(unit.validFrom, unit.validTo) },
];

interface Props {
  tree: Tree;
  text: string;
  asOf: string;
  selected: string;
  onSelect: (id: string) => void;
}

/** Units of any time as a list: what has ended or has not begun stands in no tree of the day. */
export function AnyTimeList({ tree, text, asOf, selected, onSelect }: Props) {
  const found = useAnyTime(tree, text, asOf, true);
  return (
    <DataTable
      label="Đơn vị của mọi thời gian"
      counted="đơn vị"
      columns={columns}
      rows={found.data?.items ?? []}
      of={found.data?.total}
      rowKey={(unit) => unit.id}
      loading={found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
