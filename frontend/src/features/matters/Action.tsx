import { ConveyForm } from './ConveyForm';
import { MatterForm, SplitForm } from './MatterForm';
import { MergeForm } from './MergeForm';
import { ReferForm } from './ReferForm';
import { ReplyForm } from './ReplyForm';
import type { Row } from './queries';
import { DayForm } from './DayForm';
import { FollowUpForm } from './FollowUpForm';
import { HandForm } from './HandForm';
import { OnSpotForm } from './OnSpotForm';
import { PaperForm } from './PaperForm';
import { ReasonForm } from './ReasonForm';
import { RecheckForm } from './RecheckForm';

/** The form of a step, for one or many matters. */
export function Action({ event, rows, onClose }: { event: string; rows: Row[]; onClose: () => void }) {
  const given = { rows, onClose };
  switch (event) {
    case 'EDIT':
      return <MatterForm row={rows[0]!} onClose={onClose} />;
    case 'SPLIT':
      return <SplitForm row={rows[0]!} onClose={onClose} />;
    case 'REFER':
      return <ReferForm {...given} />;
    case 'REPLY':
      return <ReplyForm {...given} />;
    case 'CONVEY':
      return <ConveyForm {...given} />;
    case 'ANSWER_ON_SPOT':
      return <OnSpotForm {...given} />;
    case 'TAKE_IN_HAND':
      return <HandForm {...given} />;
    case 'FOLLOW_UP':
      return <FollowUpForm {...given} />;
    case 'RECHECK':
      return <RecheckForm {...given} />;
    case 'MERGE':
      return <MergeForm {...given} />;
    case 'NOTICE':
    case 'ACKNOWLEDGE':
    case 'CHASE':
    case 'RETURN_REPLY':
      return <PaperForm {...given} event={event} />;
    case 'PAUSE':
    case 'RESUME':
    case 'UNMERGE':
      return <DayForm {...given} event={event} />;
    case 'CLOSE':
    case 'REOPEN':
    case 'LEAVE_SCOPE':
      return <ReasonForm {...given} event={event} />;
    default:
      return null;
  }
}
