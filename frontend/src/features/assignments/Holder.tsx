import { CheckInput } from '../../ui/inputs';
import type { AnnexRow } from './annexRows';
import { showTime } from './labels';
import { useUnitHistory, type Kind } from './queries';

/** Says who has the place now, and offers to replace them in the same line. */
export function Holder({
  row,
  kind,
  day,
  onReplace,
}: {
  row: AnnexRow;
  kind: Kind;
  day: string;
  onReplace: (replace: boolean) => void;
}) {
  const history = useUnitHistory(row.target?.id ?? '', day);
  const now = history.data?.kinds
    .find((each) => each.kindId === kind.id)
    ?.rows.find((each) => each.current && each.primary);
  if (!now || now.officerId === row.officer?.id || now.id === row.assignmentId) return null;
  return (
    <div className="cn-annex-holder">
      <span>
        Đang do <strong>{now.officerName}</strong> phụ trách {showTime(now.validFrom, now.validTo)} (
        {now.decisionNumber}).
      </span>
      <CheckInput value={row.replace} onChange={onReplace} label="Thay người đang phụ trách" />
    </div>
  );
}
