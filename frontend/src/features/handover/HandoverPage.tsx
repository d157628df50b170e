import './handover.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { useDesk } from '../../ui/desk';
import { DraftBar } from '../../ui/DraftBar';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field } from '../../ui/Field';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { usePausedText } from '../../ui/usePausedText';
import { HandedOver } from './HandedOver';
import { PlaceRow, SeatRow } from './PlaceRow';
import { useApply, usePlan, type Done, type Plan } from './queries';
import { blank, choiceOf, plain, rename, tally, toInput, type Choice, type Values } from './values';

/** What stands on the paper when a field is left blank. */
const leftBlank = (words: string) => (words === '' ? undefined : `để trống: ${words}`);

/** What the choices below are counted of: "2 nơi, 1 vị trí trong tổ". */
const held = ({ lines, seats }: Plan) =>
  [
    lines.length > 0 && `${showNumber(lines.length)} nơi`,
    seats.length > 0 && `${showNumber(seats.length)} vị trí trong tổ`,
  ]
    .filter(Boolean)
    .join(', ') || 'Không có nơi nào';

/** Bàn giao: an officer leaves on a day; what they have goes to others in one stroke, and what stays without anybody is seen. */
export function HandoverPage() {
  const { id = '' } = useParams();
  const { today, can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const apply = useApply();
  const [done, setDone] = useState<Done | null>(null);
  const form = useForm<Values, Done>({
    draftKey: `handover.${id}`,
    initial: blank(today),
    check: (v): FieldErrors => {
      const reason: FieldErrors = v.reason === '' ? { reason: 'Hãy chọn lý do thôi phụ trách.' } : {};
      if (v.on === '') return { on: 'Hãy nhập ngày thôi phụ trách.', ...reason };
      // What the person has seen must be what is handed over.
      return plan.isPlaceholderData || v.on !== on
        ? { on: 'Đang lấy danh sách nơi phụ trách theo ngày này. Hãy xem lại danh sách rồi bàn giao.', ...reason }
        : reason;
    },
    save: (v, accepted) =>
      apply.mutateAsync({ ...toInput(plan.data!, v), accepted }).catch((thrown: unknown) => {
        throw rename(plan.data!, thrown);
      }),
  });
  const v = form.values;
  const on = usePausedText(v.on);
  const plan = usePlan(id, on || today);
  const p = plan.data;
  const edits = can('assignments.ApplyHandover');
  const blocked = !p || p.blocks.length > 0 || p.lines.length + p.seats.length === 0;
  const submit = async () => {
    if (!edits || blocked || done) return;
    const result = await form.submit();
    if (result === null) return;
    setDone(result);
    say.done(
      `Đã bàn giao ${result.lines.length} nơi${result.vacant > 0 ? `, ${result.vacant} nơi chưa có người nhận` : ''}.`,
    );
  };
  const back = { label: p ? p.officer.name : 'Cán bộ', onClick: () => void navigate(`/can-bo/${id}`) };
  if (plan.error)
    return (
      <div className="cn-page">
        <PageHeader title="Bàn giao" back={back} />
        <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} />
      </div>
    );
  if (!p) return <EmptyState title="Đang tải…" />;
  if (done) return <HandedOver done={done} />;

  const set = (key: string, part: Partial<Choice>) =>
    form.set('choices', { ...v.choices, [key]: { ...plain, ...v.choices[key], ...part } });
  const sums = tally(v, [...p.lines.map((each) => each.assignmentId), ...p.seats.map((each) => each.teamId)]);
  const draft = p.drafts.find((each) => each.id === v.decisionId);
  return (
    <FormPage form={form} save={() => void submit()} act="Bàn giao">
      <PageHeader
        title={`Bàn giao của đồng chí ${p.officer.name}`}
        back={back}
        sub={
          <>
            {p.officer.post || 'Chưa ghi chức vụ'} · <KeyHint keys="Ctrl+S" /> bàn giao
          </>
        }
      />
      <DraftBar form={form} />
      {p.blocks.map((each) => (
        <p key={each}>
          <StatusTag tone="bad">{each}</StatusTag>
        </p>
      ))}
      {p.notices.map((each) => (
        <p key={each}>
          <StatusTag tone="info">{each}</StatusTag>
        </p>
      ))}
      <Section
        title="Thôi phụ trách"
        extra={
          p.totals.some((each) => each.count > 0) && (
            <span className="cn-soft">
              Đang mở:{' '}
              {p.totals
                .filter((each) => each.count > 0)
                .map((each) => `${showNumber(each.count)} ${each.word.toLowerCase()}`)
                .join(', ')}
            </span>
          )
        }
      >
        <div className="cn-hand-form">
          <Field form={form} name="reason" label="Lý do" required>
            {(f) => <ChoiceRow {...f} options={p.reasons.map((each) => ({ value: each.code, label: each.word }))} />}
          </Field>
          <Field form={form} name="on" label="Thôi từ ngày" required hint="Người nhận bắt đầu cùng ngày này.">
            {(f) => <DateField {...f} today={today} />}
          </Field>
          <Field
            form={form}
            name="successor"
            label="Người nhận tất cả"
            hint="Nơi nào giao người khác thì chọn ở dòng của nơi đó."
          >
            {(f) => <OfficerPicker adds {...f} asOf={v.on} />}
          </Field>
          {p.drafts.length > 0 && (
            <Field form={form} name="decisionId" label="Quyết định">
              {(f) => (
                <ChoiceInput
                  {...f}
                  value={f.value || 'NEW'}
                  onChange={(next) => f.onChange(next === 'NEW' ? '' : next)}
                  options={[
                    { value: 'NEW', label: 'Quyết định mới' },
                    ...p.drafts.map((each) => ({ value: each.id, label: `Dự thảo: ${each.subject}` })),
                  ]}
                />
              )}
            </Field>
          )}
          <Field
            form={form}
            name="number"
            label="Số quyết định"
            hint={
              draft
                ? 'Để trống: số đã ghi trong dự thảo.'
                : sums.given === 0
                  ? 'Không ai nhận thì có thể để trống và ghi căn cứ.'
                  : undefined
            }
          >
            {(f) => <TextInput {...f} />}
          </Field>
          <Field form={form} name="symbol" label="Ký hiệu">
            {(f) => <TextInput {...f} placeholder={leftBlank(p.decision.symbol)} />}
          </Field>
          <Field form={form} name="docDate" label="Ngày quyết định">
            {(f) => <DateField {...f} today={today} placeholder={leftBlank(show(p.decision.docDate).slice(0, 5))} />}
          </Field>
          <Field form={form} name="issuer" label="Cơ quan ban hành" hint={`Để trống: ${p.decision.issuer}.`}>
            {(f) => <TextInput {...f} />}
          </Field>
          <Field form={form} name="note" label="Căn cứ, ghi chú">
            {(f) => <TextInput {...f} />}
          </Field>
          <GuardReasonField form={form} />
        </div>
      </Section>
      {p.lines.length > 0 && (
        <Section title={`Đang phụ trách: ${showNumber(p.lines.length)} nơi`} flush>
          <ul className="cn-hand-list">
            {p.lines.map((each) => (
              <PlaceRow
                key={each.assignmentId}
                line={each}
                choice={choiceOf(v, each.assignmentId)}
                usual={v.successor}
                on={v.on}
                error={form.errors[`at.${each.assignmentId}`]}
                onChange={(part) => set(each.assignmentId, part)}
              />
            ))}
          </ul>
        </Section>
      )}
      {p.seats.length > 0 && (
        <Section title={`Vị trí trong tổ công tác: ${showNumber(p.seats.length)}`} flush>
          <ul className="cn-hand-list">
            {p.seats.map((each) => (
              <SeatRow
                key={each.teamId}
                seat={each}
                choice={choiceOf(v, each.teamId)}
                usual={v.successor}
                on={v.on}
                error={form.errors[`at.${each.teamId}`]}
                onChange={(part) => set(each.teamId, part)}
              />
            ))}
          </ul>
        </Section>
      )}
      <FormFault form={form} />
      <div className="cn-hand-foot">
        <span role="status">
          {held(p)}: <strong>{showNumber(sums.given)}</strong> có người nhận ·{' '}
          <strong>{showNumber(sums.vacant)}</strong> để trống
          {sums.kept > 0 && (
            <>
              {' '}
              · <strong>{showNumber(sums.kept)}</strong> giữ lại
            </>
          )}
          {sums.open > 0 && (
            <>
              {' '}
              · <strong>{showNumber(sums.open)}</strong> chưa chọn
            </>
          )}
        </span>
        {edits && (
          <Button type="primary" data-save loading={form.busy} disabled={blocked} onClick={() => void submit()}>
            Bàn giao
          </Button>
        )}
      </div>
    </FormPage>
  );
}
