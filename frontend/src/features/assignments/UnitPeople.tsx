import './assignments.css';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useDesk } from '../../ui/desk';
import { StatusTag } from '../../ui/StatusTag';
import { Timeline, type Tenure } from '../../ui/Timeline';
import { showNumber } from '../../lib/text';
import { showTime } from './labels';
import { useUnitHistory, type KindHistory, type RegisterRow } from './queries';

const tenure = (row: RegisterRow): Tenure => ({
  id: row.id,
  label: row.officerName,
  note: row.primary ? row.decisionNumber : 'phối hợp',
  from: row.validFrom,
  to: row.validTo,
});

/** Who has been in charge of a unit through time, kind by kind; stands under its heading on the unit's page. */
export function UnitPeople({ unitId, asOf }: { unitId: string; asOf: string }) {
  const { today } = useDesk();
  const navigate = useNavigate();
  const history = useUnitHistory(unitId, asOf);
  if (history.error) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  return (
    <div className="cn-stack">
      {history.data.kinds.length === 0 && (
        <p className="cn-soft">
          Không có hình thức phân công nào dành cho loại đơn vị này, và chưa từng có ai được phân công.
        </p>
      )}
      {history.data.kinds.map((kind) => (
        <div key={kind.kindId} className="cn-stack-tight">
          <div className="cn-row">
            <h3>{kind.kindName}</h3>
            {kind.required &&
              (kind.covered ? (
                <StatusTag tone="good">Có người phụ trách</StatusTag>
              ) : (
                <StatusTag tone="bad">Đang trống {showNumber(kind.gaps.at(-1)?.days ?? 0)} ngày</StatusTag>
              ))}
          </div>
          {kind.rows.length === 0 ? (
            <p className="cn-soft">Chưa có ai được phân công.</p>
          ) : (
            <>
              <Timeline
                label={`Người phụ trách: ${kind.kindName}`}
                tenures={kind.rows.map(tenure)}
                today={today}
                start={first(kind)}
                onOpen={(id) =>
                  open(
                    kind.rows.find((each) => each.id === id),
                    navigate,
                  )
                }
              />
              <Before kind={kind} />
              <ul className="cn-assign-now">
                {standing(kind.rows).map((row) => (
                  <li key={row.id}>
                    {row.current ? <strong>{row.officerName}</strong> : row.officerName}
                    {row.post && `, ${row.post}`}
                    <span className="cn-soft">
                      {' '}
                      –{' '}
                      {[
                        showTime(row.validFrom, row.validTo),
                        !row.primary && 'phối hợp',
                        row.decisionNumber,
                        row.endReasonWord.toLowerCase(),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                    {row.current && row.duty && <div>{row.duty}</div>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

/** The line shows everybody; in words stand those who have the place now or will have it, or whoever had it last. */
function standing(rows: RegisterRow[]): RegisterRow[] {
  const some = rows.filter((each) => each.current || each.future);
  return some.length > 0 ? some : rows.slice(-1);
}

const A_YEAR = 366;

/** The vacancy before the first holder. */
function before(kind: KindHistory) {
  const begin = kind.rows.reduce(
    (least, row) => (row.validFrom < least ? row.validFrom : least),
    kind.rows[0]?.validFrom ?? '',
  );
  const gap = kind.gaps[0];
  return gap && gap.from < begin ? gap : null;
}

/** The line begins with that vacancy, unless it is so long that the people would be too small to read. */
function first(kind: KindHistory): string | undefined {
  const gap = before(kind);
  return gap && gap.days <= A_YEAR ? gap.from : undefined;
}

/** A long vacancy at the beginning is told in words instead. */
function Before({ kind }: { kind: KindHistory }) {
  const gap = before(kind);
  if (!gap || gap.days <= A_YEAR) return null;
  return (
    <p className="cn-soft">
      Trước đó chưa có ai: {showTime(gap.from, gap.to)}, {showNumber(gap.days)} ngày.
    </p>
  );
}

function open(row: RegisterRow | undefined, navigate: (to: string) => void | Promise<void>) {
  if (row) void navigate(row.officerId === '' ? `/phan-cong/quyet-dinh/${row.decisionId}` : `/can-bo/${row.officerId}`);
}
