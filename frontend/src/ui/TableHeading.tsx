import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { Sort } from './sortRows';
import type { Column } from './tableColumns';

/** The class that puts a column's cells at their side. */
export function alignClass({ align, kind }: Pick<Column<never>, 'align' | 'kind'>): string | undefined {
  const side = align ?? (kind === 'number' ? 'right' : 'left');
  return side === 'right' ? 'cn-num' : side === 'center' ? 'cn-centre' : undefined;
}

/** The heading of a column; a button where the list can be ordered by it: up, down, as it came. */
export function TableHeading<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort: Sort | null;
  onSort: (next: Sort | null) => void;
}) {
  const mine = sort?.key === column.key ? sort : null;
  if (!column.sortBy)
    return (
      <th scope="col" className={alignClass(column)}>
        {column.title}
      </th>
    );
  const next = mine === null ? { key: column.key, down: false } : mine.down ? null : { key: column.key, down: true };
  return (
    <th
      scope="col"
      className={alignClass(column)}
      aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}
    >
      <button type="button" className="cn-table-sort" onClick={() => onSort(next)}>
        {column.title}
        {mine !== null &&
          (mine.down ? <CaretDownOutlined aria-hidden="true" /> : <CaretUpOutlined aria-hidden="true" />)}
      </button>
    </th>
  );
}
