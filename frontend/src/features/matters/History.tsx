import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';

type Step = Go.matters.StepView;

/** What is said of a step besides its name. */
function details(step: Step): string {
  return [
    step.body,
    step.outcomeWord,
    step.dueOn && `hạn ${show(step.dueOn)}${step.dueByRule ? ' theo thời hạn đã đặt' : ''}`,
    step.promisedOn && `hẹn ${show(step.promisedOn)}`,
    step.howWord.toLowerCase(),
    step.meeting,
    step.event === 'CONVEY' ? step.unit : '',
    step.officer,
    step.reactionWord && `cơ sở: ${step.reactionWord.toLowerCase()}`,
    step.reasonWord,
    step.other && `số ${step.other}`,
    step.text,
  ]
    .filter(Boolean)
    .join('; ');
}

const columns: Column<Step>[] = [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    width: 6.5,
    render: (s) => <span className="cn-nowrap">{show(s.day)}</span>,
  },
  {
    key: 'what',
    title: 'Việc',
    kind: 'text',
    render: (s) => (
      <span className={s.undone ? 'cn-undone' : undefined}>
        <strong>{s.eventWord}</strong>
        {details(s) && <>: {details(s)}</>}
        {s.undone && (
          <>
            {' '}
            <StatusTag tone="none">đã hủy</StatusTag>
          </>
        )}
      </span>
    ),
  },
  { key: 'doc', title: 'Văn bản', kind: 'text', width: 9.5, render: (s) => s.doc || NONE },
  { key: 'who', title: 'Người nhập', kind: 'name', width: 8, render: (s) => s.userName },
];

/** Everything that happened, the latest first; what was taken back stays, struck through with its word. */
export function History({ steps }: { steps: Step[] }) {
  return (
    <DataTable
      paper={null}
      label="Diễn biến"
      counted="bước"
      fit="content"
      columns={columns}
      rows={[...steps].reverse()}
      rowKey={(s) => s.id}
    />
  );
}
