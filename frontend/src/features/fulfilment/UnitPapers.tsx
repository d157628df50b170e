import { Link } from 'react-router';
import { periodOf, periodSpan } from '../../lib/periods';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { useLead } from './queries';

/** How early a unit's meetings of the year got their papers, in a sentence; a part of the unit's page. */
export function UnitPapers({ unitId, asOf }: { unitId: string; asOf: string }) {
  const { can } = useDesk();
  const year = periodOf('YEAR', asOf);
  const lead = useLead({ span: periodSpan(year)!, underId: unitId, kind: '' });
  const total = lead.data?.total;
  if (!can('fulfilment.PapersLead') || !total || total.meetings === 0) return null;
  const days =
    total.shortest === total.longest
      ? showNumber(total.shortest)
      : `${showNumber(total.shortest)}–${showNumber(total.longest)}`;
  return (
    <p>
      <Link to="/ket-qua/tai-lieu">Gửi tài liệu trước họp</Link> năm {year}: {showNumber(total.sent)}/
      {showNumber(total.meetings)} cuộc đã ghi ngày gửi
      {total.sent > 0 && `, trước họp ${days} ngày`}
      {total.late > 0 && `, ${showNumber(total.late)} lần gửi muộn`}
      {total.notRecorded > 0 && `, ${showNumber(total.notRecorded)} cuộc chưa ghi`}.
    </p>
  );
}
