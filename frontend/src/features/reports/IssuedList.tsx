import { Button } from 'antd';
import { useState } from 'react';
import { show } from '../../lib/dates';
import { showMoment } from '../../lib/moment';
import { reprinted } from '../../lib/papers';
import type { Issued, Sealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { StatusTag } from '../../ui/StatusTag';
import { useIssued } from './issueQueries';
import type { Choice } from './queries';

/** What was issued of this paper already, the newest first; older ones when asked for. */
export function IssuedList({ choice, sealed }: { choice: Choice; sealed: Sealed }) {
  const { can } = useDesk();
  const [all, setAll] = useState(false);
  const issued = useIssued(choice, can('issuing.Issued')).data ?? [];
  if (issued.length === 0) return null;
  return (
    <section aria-label="Đã ban hành">
      <ul className="cn-issued">
        {(all ? issued : issued.slice(0, 1)).map((paper) => (
          <IssuedLine key={paper.id} paper={paper} sealed={sealed} />
        ))}
        {issued.length > 1 && (
          <li>
            <button type="button" className="cn-link" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Chỉ bản mới nhất' : `Xem cả ${issued.length} bản đã ban hành`}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** "Trần Mẫu Bình" of "Trần Mẫu Bình (T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ)". */
const nameOf = (signer: string) => signer.replace(/ \(.*$/, '');

function IssuedLine({ paper, sealed }: { paper: Issued; sealed: Sealed }) {
  const more = [
    paper.signer && `${nameOf(paper.signer)} ký`,
    `${paper.issuedBy} ban hành ${showMoment(paper.issuedAt)}`,
    reprinted(paper.reprints),
    paper.cancelReason && `lý do hủy: ${paper.cancelReason}`,
  ];
  return (
    <li>
      <span className="cn-grow">
        <span className="cn-soft">Đã ban hành</span> <strong>{paper.symbol}</strong>, ngày {show(paper.day)}{' '}
        {paper.cancelledAt !== '' && <StatusTag tone="bad">Đã hủy</StatusTag>}
        <span className="cn-soft cn-small"> · {more.filter(Boolean).join(' · ')}</span>
      </span>
      <Button
        loading={sealed.busy === 'in_lai'}
        disabled={sealed.busy !== null}
        onClick={() => sealed.open(paper, 'in_lai')}
      >
        Mở bản đã ban hành
      </Button>
      <Button
        loading={sealed.busy === 'doi_chieu'}
        disabled={sealed.busy !== null}
        onClick={() => sealed.open(paper, 'doi_chieu')}
      >
        Đối chiếu số liệu
      </Button>
    </li>
  );
}
