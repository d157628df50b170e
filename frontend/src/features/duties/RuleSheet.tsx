import { Button } from 'antd';
import { useId, useState } from 'react';
import { NONE } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { dayAfter, showTime } from './labels';
import { useEndRule, useRules, type Rule } from './queries';
import type { RuleTask } from './RuleForm';
import { Paper, Standing } from './RuleTags';

const versions = (asOf: string): Column<Rule>[] => [
  { key: 'time', title: 'Thời gian', kind: 'text', width: 12, render: (r) => showTime(r.validFrom, r.validTo) },
  {
    key: 'cadence',
    title: 'Nội dung',
    kind: 'text',
    render: (r) => (
      <>
        {r.cadenceText}
        <Second>
          {[
            r.graceDays > 0 ? `gia hạn ${r.graceDays} ngày` : '',
            r.countsSubstitute ? 'tính dự thay' : '',
            r.papersDays > 0 ? `tài liệu trước ${r.papersDays} ngày` : '',
          ]
            .filter(Boolean)
            .join(' · ') || NONE}
        </Second>
      </>
    ),
  },
  { key: 'source', title: 'Văn bản', kind: 'text', width: 11, render: (r) => <Paper rule={r} /> },
  { key: 'state', title: 'Tình trạng', kind: 'status', width: 10, render: (r) => <Standing rule={r} asOf={asOf} /> },
];

/** One rule with all its versions, and what can be done with it. */
export function RuleSheet({
  rule,
  edits,
  onClose,
  onTask,
}: {
  rule: Rule;
  edits: boolean;
  onClose: () => void;
  onTask: (task: RuleTask) => void;
}) {
  const { asOf } = useDesk();
  const id = useId();
  const [ending, setEnding] = useState(false);
  const all = useRules({ schemeId: '', seriesId: rule.seriesId, day: asOf, history: true });
  if (ending) return <EndRuleForm rule={rule} onClose={onClose} />;
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>{rule.name}</h2>
      </div>
      <div className="cn-sheet-body">
        <p>
          {rule.subjectWord} · {rule.activityWord} · {rule.cadenceText}
        </p>
        <DataTable
          paper={null}
          label="Các phiên bản"
          counted="phiên bản"
          fit="content"
          columns={versions(asOf)}
          rows={all.data?.items ?? []}
          rowKey={(r) => r.id}
          loading={all.isPending}
          error={all.error}
          onOpen={edits ? (r) => onTask({ how: 'correct', rule: r }) : undefined}
        />
        <p className="cn-soft cn-small">
          Số phải dự của mỗi kỳ tính theo phiên bản có hiệu lực vào ngày đó; thay đổi sau này không làm đổi kỳ trước.
        </p>
      </div>
      <div className="cn-sheet-foot">
        <span className="cn-row">
          {edits && rule.validTo === '' && <Button onClick={() => setEnding(true)}>Kết thúc…</Button>}
        </span>
        <span className="cn-row">
          <Button onClick={onClose} data-autofocus>
            Quay lại
          </Button>
          {edits && <Button onClick={() => onTask({ how: 'correct', rule })}>Đính chính…</Button>}
          {edits && (
            <Button type="primary" onClick={() => onTask({ how: 'change', rule })}>
              Thay đổi từ ngày…
            </Button>
          )}
        </span>
      </div>
    </Overlay>
  );
}

function EndRuleForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const end = useEndRule();
  const form = useForm({
    draftKey: '',
    initial: { from: '' },
    check: (v): FieldErrors => (v.from === '' ? { from: 'Hãy nhập ngày cuối cùng còn phải làm.' } : {}),
    save: async (v) => {
      await end.mutateAsync({ id: rule.id, from: dayAfter(v.from) });
      return v.from;
    },
  });
  return (
    <FormDrawer
      title={`Kết thúc: ${rule.name}`}
      form={form}
      saveLabel="Kết thúc nhiệm vụ"
      onClose={onClose}
      onSaved={() => {
        say.done('Đã kết thúc nhiệm vụ.');
        onClose();
      }}
    >
      <p className="cn-soft">Những kỳ đã qua vẫn được tính như cũ.</p>
      <Field form={form} name="from" label="Ngày cuối cùng còn hiệu lực" required>
        {(p) => <DateField {...p} today={today} />}
      </Field>
    </FormDrawer>
  );
}
