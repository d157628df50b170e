import { show } from '../../lib/dates';
import { useState } from 'react';
import { AppError, issuing, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { Obstacles } from '../../pickers/Obstacles';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceInput, ChoiceRow, TextArea, TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { useForm } from '../../ui/useForm';
import { usePausedText } from '../../ui/usePausedText';
import { useIssue, useProposal } from './issueQueries';
import {
  AUTHORITIES,
  authoritiesOf,
  checkIssue,
  CIRCULATIONS,
  issueInput,
  issueValues,
  needsBody,
  none,
  RELATIONS,
  showNo,
  signErrors,
  URGENCIES,
  type IssueValues,
} from './issueValues';
import type { Choice } from './queries';
import { SeriesNotes } from './SeriesNotes';

interface Props {
  title: string;
  choice: Choice;
  proposal: Go.issuing.Proposal;
  onClose: () => void;
  onIssued: (print: Go.issuing.IssuedPrint) => void;
}

/** The last questions before a paper goes out: its number, its day, who signs, who gets it. Ctrl+S issues. */
export function IssueForm({ title, choice, proposal, onClose, onIssued }: Props) {
  const { today } = useDesk();
  const issue = useIssue();
  const form = useForm({
    draftKey: `reports.issue.${choice.report}.${choice.period}.${choice.unitId}.${choice.form}`,
    initial: issueValues(choice, proposal),
    check: checkIssue,
    save: async (values, accepted): Promise<Go.issuing.IssuedPrint> => {
      const input = issueInput(choice, { ...proposal, number: now.number }, values);
      if (values.number === null && !now.fixed && !(settled && asked === wanted)) await sameNumber(input.input);
      return issue.mutateAsync({ ...input, accepted });
    },
  });
  const { values } = form;
  const asks = (v: IssueValues) => {
    const { date, number, signAs, recipients, estimate, relation, relatedId } = issueInput(choice, proposal, v).input;
    const free = v.number === null ? 0 : number;
    return JSON.stringify({ date, number: free, signAs, recipients, estimate, relation, relatedId });
  };
  // Another day can mean another term or year, and so another number; a number left out or out of order is pointed out.
  const wanted = asks(values);
  const [first] = useState(() => asks(issueValues(choice, proposal)));
  const asked = usePausedText(wanted);
  const { now, settled } = useProposal(
    { ...choice, ...(JSON.parse(asked) as Partial<Choice>) },
    proposal,
    asked !== first && values.date !== '',
  );
  const early = values.estimate || now.obstacles.some(({ condition }) => condition === 'het_ky');
  // A day typed a moment ago may have another next number than the one on the screen: nobody has seen that one yet.
  const sameNumber = async (input: Choice) => {
    const next = await issuing.Propose({ ...input, number: 0 });
    if (next.number === now.number) return;
    const message = `Theo ngày ban hành vừa gõ, số tiếp theo là ${showNo(next.number)}. Hãy xem lại số rồi ban hành.`;
    throw new AppError({ code: 'invalid', message, fields: { number: message }, id: '' });
  };
  const authority = AUTHORITIES.find((each) => each.value === values.authority);
  const signing = signErrors(form);
  return (
    <FormDrawer title="Ban hành văn bản" form={form} saveLabel="Ban hành" onClose={onClose} onSaved={onIssued}>
      <p>
        <strong>{title}</strong>
        <br />
        <span className="cn-soft">
          Ban hành là cấp số và niêm phong: số, trang in, số liệu không sửa được nữa. Sai thì hủy bản đó rồi ban hành
          bản khác.
        </span>
      </p>
      <Obstacles list={now.obstacles} met={now.met} title={title} />
      <SeriesNotes proposal={now} />
      <FieldRow>
        {now.fixed ? (
          <div className="cn-field">
            <span className="cn-field-label">Số</span>
            <strong>
              {showNo(now.number)}
              {now.suffix}
            </strong>
            <span className="cn-field-hint">Lấy từ sổ, không chọn lại.</span>
          </div>
        ) : (
          <Field form={form} name="number" label="Số" required>
            {(p) => <TextInput {...p} value={p.value ?? showNo(now.number)} />}
          </Field>
        )}
        <Field form={form} name="date" label="Ngày ban hành" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      {early && (
        <Field form={form} name="estimate" label="Kỳ chưa hết">
          {(p) => <CheckInput {...p} label="Lập số liệu ước: trích yếu ghi “(số liệu ước)”, sau kỳ phải báo cáo lại" />}
        </Field>
      )}
      {proposal.before.length > 0 && (
        <FieldRow>
          <Field
            form={form}
            name="relation"
            label="Với văn bản đã ban hành"
            hint="In thành câu cuối; văn bản trước vẫn nằm trong sổ, không tự hủy."
          >
            {(p) => <ChoiceRow {...p} options={RELATIONS} />}
          </Field>
          {values.relation !== none.value && (
            <Field form={form} name="relatedId" label="Số">
              {(p) => (
                <ChoiceInput
                  {...p}
                  options={proposal.before.map(({ id, symbol, day }) => ({
                    value: id,
                    label: `${symbol}, ngày ${show(day)}`,
                  }))}
                />
              )}
            </Field>
          )}
        </FieldRow>
      )}
      <Field form={signing} name="authority" label="Quyền hạn ký" required>
        {(p) => <ChoiceInput {...p} options={authoritiesOf(choice.form)} />}
      </Field>
      <FieldRow>
        {needsBody(values.authority) && (
          <Field form={form} name="body" label={authority?.body ?? ''}>
            {(p) => <TextInput {...p} placeholder={authority && `ví dụ: ${authority.example}`} />}
          </Field>
        )}
        <Field form={form} name="position" label="Chức vụ người ký">
          {(p) => <TextInput {...p} placeholder="ví dụ: PHÓ BÍ THƯ" />}
        </Field>
      </FieldRow>
      <Field
        form={signing}
        name="name"
        label="Họ và tên người ký"
        required
        hint="Bản niêm phong không chừa chỗ ghi tay."
      >
        {(p) => <TextInput {...p} />}
      </Field>
      <Field
        form={form}
        name="recipients"
        label="Nơi nhận, mỗi dòng một nơi"
        hint="Để trống thì lấy nơi nhận thường dùng."
      >
        {(p) => <TextArea phrases="van_ban" {...p} rows={4} />}
      </Field>
      <FieldRow>
        <Field form={form} name="urgency" label="Mức độ khẩn">
          {(p) => <ChoiceInput {...p} options={URGENCIES} />}
        </Field>
        <Field form={form} name="circulation" label="Chỉ dẫn lưu hành">
          {(p) => <ChoiceInput {...p} options={CIRCULATIONS} />}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field form={form} name="typist" label="Ký hiệu người đánh máy">
          {(p) => <TextInput {...p} />}
        </Field>
        <Field form={form} name="copies" label="Số bản">
          {(p) => <NumberInput {...p} unit="bản" />}
        </Field>
      </FieldRow>
      {!now.fixed && (
        <Field
          form={form}
          name="suffix"
          label="Chữ thêm sau số"
          hint="Chỉ khi chèn giữa hai số đã cấp: gõ “a” để có số 12a."
        >
          {(p) => <TextInput {...p} />}
        </Field>
      )}
      <Field form={form} name="note" label="Ghi chú trong sổ" hint="Không in lên văn bản.">
        {(p) => (
          <GuardedText
            phrases="van_ban"
            {...p}
            rows={2}
            notice={false}
            reason={values.guardReason}
            onReason={(reason) => form.set('guardReason', reason)}
          />
        )}
      </Field>
    </FormDrawer>
  );
}
