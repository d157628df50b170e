import { Button } from 'antd';
import { useState } from 'react';
import { readFault, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import type { Sealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { KeyHint } from '../../ui/StatusTag';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { IssueForm } from './IssueForm';
import { usePropose } from './issueQueries';
import type { Choice } from './queries';

/** The only way of a paper to its number. Afterwards the sealed pages stand where the draft stood. */
export function IssueButton({
  title,
  choice,
  sealed,
  blocked,
}: {
  title: string;
  choice: Choice;
  sealed: Sealed;
  /** Why it cannot be issued at this moment, as a sentence; '' when it can. */
  blocked: string;
}) {
  const { can } = useDesk();
  const say = useNotice();
  const [proposal, setProposal] = useState<Go.issuing.Proposal | null>(null);
  const propose = usePropose();
  const may = can('issuing.Issue');
  const ask = useTypedAct(() => {
    if (blocked !== '') return say.failed(blocked);
    propose.mutate(choice, { onSuccess: setProposal, onError: (error) => say.failed(readFault(error).message) });
  });
  const done = ({ paper, file }: Go.issuing.IssuedPrint) => {
    setProposal(null);
    sealed.show({ paper, look: 'ban_hanh', file });
    say.done(`Đã ban hành ${paper.symbol}, ngày ${show(paper.day)}. Trang đang xem là bản đã niêm phong.`);
  };
  useShortcut('ctrl+b', may && !propose.isPending && (() => ask()));
  if (!may) return null;
  return (
    <>
      <Button type="primary" loading={propose.isPending} onClick={ask}>
        Ban hành… <KeyHint keys="Ctrl+B" />
      </Button>
      {proposal && (
        <IssueForm
          title={title}
          choice={choice}
          proposal={proposal}
          onClose={() => setProposal(null)}
          onIssued={done}
        />
      )}
    </>
  );
}
