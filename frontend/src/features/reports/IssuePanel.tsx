import { Button } from 'antd';
import { useState } from 'react';
import { readFault, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { showMoment } from '../../lib/moment';
import { reprinted } from '../../lib/papers';
import type { Issued, Sealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { IssueForm } from './IssueForm';
import { useIssued, usePropose } from './issueQueries';
import type { Choice } from './queries';

/** The way of a paper from draft to number: the button that issues it, and what was issued of it already. */
export function IssuePanel({ report, choice, sealed }: { report: Go.reports.ReportLine; choice: Choice; sealed: Sealed }) {
  const { can } = useDesk();
  const say = useNotice();
  const [all, setAll] = useState(false);
  const [proposal, setProposal] = useState<Go.reports.Proposal | null>(null);
  const propose = usePropose();
  const issued = useIssued(choice, can('reports.Issued')).data ?? [];
  const ask = () => propose.mutate(choice, { onSuccess: setProposal, onError: (error) => say.failed(readFault(error).message) });
  const may = can('reports.Issue');
  useShortcut('ctrl+b', () => may && !propose.isPending && ask());
  const done = ({ paper, file }: Go.reports.IssuedPrint) => {
    setProposal(null);
    sealed.show({ paper, look: 'ban_hanh', file });
    say.done(`Đã ban hành ${paper.symbol}, ngày ${show(paper.day)}. Trang đang xem là bản đã niêm phong.`);
  };
  if (!may && issued.length === 0) return null;
  return (
    <section className="cn-issue" aria-label="Ban hành">
      <div className="cn-row">
        {may && <Button loading={propose.isPending} onClick={ask}>Ban hành…</Button>}
        {may && <KeyHint keys="Ctrl+B" />}
        {issued.length === 0 ? <span className="cn-soft">Chưa ban hành; số được cấp khi ban hành.</span> : <strong>Đã ban hành</strong>}
        {issued.length > 1 && <button type="button" className="cn-link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Chỉ bản mới nhất' : `Xem cả ${issued.length} bản`}</button>}
      </div>
      {issued.length > 0 && (
        <ul className="cn-issued">
          {(all ? issued : issued.slice(0, 1)).map((paper) => <IssuedLine key={paper.id} paper={paper} sealed={sealed} />)}
        </ul>
      )}
      {proposal && <IssueForm title={report.title} choice={choice} proposal={proposal} onClose={() => setProposal(null)} onIssued={done} />}
    </section>
  );
}

function IssuedLine({ paper, sealed }: { paper: Issued; sealed: Sealed }) {
  const more = [paper.signer && `${paper.signer} ký`, `${paper.issuedBy} ban hành lúc ${showMoment(paper.issuedAt)}`, reprinted(paper.reprints)].filter(Boolean);
  return (
    <li>
      <span className="cn-grow">
        <strong>{paper.symbol}</strong>, ngày {show(paper.day)} {paper.cancelledAt !== '' && <StatusTag tone="bad">Đã hủy</StatusTag>}
        <span className="cn-soft cn-small"> · {more.join(' · ')}{paper.cancelReason !== '' && ` · lý do hủy: ${paper.cancelReason}`}</span>
      </span>
      <Button loading={sealed.busy === 'in_lai'} disabled={sealed.busy !== null} onClick={() => sealed.open(paper, 'in_lai')}>Mở bản đã ban hành</Button>
      <Button loading={sealed.busy === 'doi_chieu'} disabled={sealed.busy !== null} onClick={() => sealed.open(paper, 'doi_chieu')}>Đối chiếu số liệu</Button>
    </li>
  );
}
