import { Link } from 'react-router';
import type { Go } from '../../api/client';

/** A table of a paper on the screen: the same cells, each number opening the same records. */
export function PaperTable({
  table,
  label,
  tones,
  columns,
}: {
  table: Go.document.Table;
  label: string;
  /** Class of each column where it has a number. */
  tones?: string[];
  /** The columns there is room for; all when left out. */
  columns?: number[];
}) {
  const shows = (n: number) => columns === undefined || columns.includes(n);
  if (!table.rows?.length) return <p className="cn-soft">{table.empty}.</p>;
  return (
    <table className="cn-paper-table" aria-label={label}>
      <thead>
        {table.head?.map((row, i) => (
          <tr key={i}>
            {row.cells?.map(
              (cell, n) =>
                shows(n) && (
                  <th key={n} scope="col">
                    {cell.text}
                  </th>
                ),
            )}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.map((row, i) => (
          <tr key={i}>
            {row.cells?.map((cell, n) => {
              if (!shows(n)) return null;
              const text = cell.number === 0 ? '–' : cell.text;
              const shown = cell.link ? <Link to={cell.link}>{text}</Link> : text;
              if (n === 0)
                return (
                  <th key={n} scope="row" title={cell.text}>
                    {shown}
                  </th>
                );
              return (
                <td key={n} className={cell.number ? tones?.[n] : undefined}>
                  {shown}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The numbers of a chart in rows and columns, for screen readers: a month a row, each number opening its records. */
export function ChartTable({
  chart,
  label,
  say,
}: {
  chart: Go.document.Chart;
  label: string;
  say: (p: Go.document.Point) => string;
}) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Tháng</th>
          {chart.series.map((each) => (
            <th key={each.name} scope="col">
              {each.name || label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.categories.map((name, i) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {chart.series.map((each) => (
              <td key={each.name}>{say(each.points[i]!) || 'chưa có số'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
