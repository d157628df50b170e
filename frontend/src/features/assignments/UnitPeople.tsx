import './assignments.css';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useDesk } from '../../ui/desk';
import { StatusTag } from '../../ui/StatusTag';
import { Timeline, type Tenure } from '../../ui/Timeline';
import { showNumber } from '../../lib/text';
import { showTime } from './labels';
import { useUnitHistory, type RegisterRow } from './queries';

const tenure = (row: RegisterRow): Tenure => ({ id: row.id, label: row.officerName, note: row.primary ? row.decisionNumber : 'phối hợp', from: row.validFrom, to: row.validTo });

/** Who has been in charge of a unit through time, kind by kind; stands under its heading on the unit's page. */
export function UnitPeople({ unitId, asOf }: { unitId: string; asOf: string }) {
  const { today } = useDesk();
  const navigate = useNavigate();
  const history = useUnitHistory(unitId, asOf);
  if (history.error) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  return (
    <div className="cn-stack">
      {history.data.kinds.length === 0 && <p className="cn-soft">Không có hình thức phân công nào dành cho loại đơn vị này, và chưa từng có ai được phân công.</p>}
      {history.data.kinds.map((kind) => (
          <div key={kind.kindId} className="cn-stack-tight">
            <div className="cn-row">
              <h3>{kind.kindName}</h3>
              {kind.required && (kind.covered ? <StatusTag tone="good">Có người phụ trách</StatusTag> : <StatusTag tone="bad">Đang trống {showNumber(kind.gaps.at(-1)?.days ?? 0)} ngày</StatusTag>)}
            </div>
            {kind.rows.length === 0 ? <p className="cn-soft">Chưa có ai được phân công.</p> : (
              <>
                <Timeline label={`Người phụ trách: ${kind.kindName}`} tenures={kind.rows.map(tenure)} today={today} start={first(kind.gaps[0]?.from, kind.rows)}
                  onOpen={(id) => open(kind.rows.find((each) => each.id === id), navigate)} />
                <ul className="cn-assign-now">
                  {kind.rows.filter((row) => row.current).map((row) => (
                    <li key={row.id}><strong>{row.officerName}</strong>{row.post && `, ${row.post}`}<span className="cn-soft"> – {showTime(row.validFrom, row.validTo)}{row.decisionNumber && `, ${row.decisionNumber}`}</span>{row.duty && <div>{row.duty}</div>}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ))}
    </div>
  );
}

/** The line begins with the first vacancy when that came before the first holder. */
function first(gap: string | undefined, rows: RegisterRow[]): string | undefined {
  const begin = rows.reduce((least, row) => (row.validFrom < least ? row.validFrom : least), rows[0]?.validFrom ?? '');
  return gap !== undefined && gap < begin ? gap : undefined;
}

function open(row: RegisterRow | undefined, navigate: (to: string) => void | Promise<void>) {
  if (row) void navigate(row.officerId === '' ? `/phan-cong/quyet-dinh/${row.decisionId}` : `/can-bo/${row.officerId}`);
}
