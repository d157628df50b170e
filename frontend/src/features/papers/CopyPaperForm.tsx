import { useEffect } from 'react';
import type { Go } from '../../api/client';
import { readFault } from '../../lib/fault';
import { linesOf } from '../../lib/papers';
import { DateField } from '../../pickers/DateField';
import type { Issued } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceRow, TextArea, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { COPY_KINDS } from './labels';
import { useCopyPaper, useCopyProposal } from './queries';

interface Props {
  paper: Issued;
  onClose: () => void;
  onMade: (made: Go.issuing.IssuedPrint) => void;
}

/** Makes a numbered copy of a paper. The paper itself stays as it is. */
export function CopyPaperForm(props: Props) {
  const say = useNotice();
  const proposal = useCopyProposal(props.paper.id);
  const { onClose } = props;
  const refusal = proposal.error;
  useEffect(() => {
    if (refusal === null) return;
    say.failed(readFault(refusal).message);
    onClose();
  }, [refusal, say, onClose]);
  return proposal.data ? <Filled {...props} proposal={proposal.data} /> : null;
}

interface Values {
  kind: string;
  parts: number[];
  recipients: string;
  day: string;
  position: string;
  name: string;
}

function checkCopy(values: Values): FieldErrors {
  const errors: FieldErrors = {};
  if (linesOf(values.recipients).length === 0) errors.recipients = 'Hãy ghi nơi nhận bản sao.';
  if (values.kind === 'trich_sao' && values.parts.length === 0) errors.parts = 'Hãy chọn ít nhất một mục để trích.';
  if (values.name.trim() === '') errors.name = 'Hãy ghi họ tên người ký sao.';
  return errors;
}

function Filled({ paper, proposal, onClose, onMade }: Props & { proposal: Go.issuing.CopyProposal }) {
  const { today } = useDesk();
  const copy = useCopyPaper();
  const { signer } = proposal;
  const form = useForm<Values, Go.issuing.IssuedPrint>({
    draftKey: `papers.copy.${paper.id}`,
    initial: {
      kind: proposal.kinds[0] ?? '',
      parts: [],
      recipients: '',
      day: today,
      position: signer.position,
      name: signer.name,
    },
    check: checkCopy,
    save: (v) =>
      copy.mutateAsync({
        paperId: paper.id,
        kind: v.kind,
        parts: v.kind === 'trich_sao' ? v.parts : [],
        recipients: linesOf(v.recipients),
        day: v.day,
        signAs:
          v.position === signer.position && v.name === signer.name
            ? undefined
            : { ...signer, position: v.position, name: v.name },
      }),
  });
  const { kind, parts } = form.values;
  return (
    <FormDrawer
      title={`Bản sao ${paper.symbol}`}
      form={form}
      saveLabel="Lập bản sao"
      onClose={onClose}
      onSaved={onMade}
    >
      <p>
        Bản sao lấy số <strong>{proposal.number}</strong> ({proposal.spanWord}), có dấu “Bản sao văn bản” dưới Nơi nhận.
        Văn bản được sao giữ nguyên.
      </p>
      <Field form={form} name="kind" label="Hình thức sao" required>
        {(p) => <ChoiceRow {...p} options={COPY_KINDS.filter((each) => proposal.kinds.includes(each.value))} />}
      </Field>
      {kind === 'trich_sao' && (
        <Field form={form} name="parts" label="Các mục trích" required>
          {(p) => (
            <div className="cn-stack" role="group" aria-describedby={p.describedBy}>
              {proposal.parts.map((label, n) => (
                <CheckInput
                  key={label}
                  id={`${p.id}-${n}`}
                  label={label}
                  value={parts.includes(n)}
                  onChange={(on) => p.onChange(on ? [...parts, n].sort((a, b) => a - b) : parts.filter((m) => m !== n))}
                />
              ))}
            </div>
          )}
        </Field>
      )}
      <Field form={form} name="recipients" label="Nơi nhận bản sao" required>
        {(p) => <TextArea {...p} rows={3} placeholder="ví dụ: Các chi bộ trực thuộc (mỗi dòng một nơi)" />}
      </Field>
      <Field form={form} name="day" label="Ngày sao" required>
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <FieldRow>
        <Field form={form} name="position" label="Chức vụ người ký sao">
          {(p) => <TextInput {...p} />}
        </Field>
        <Field form={form} name="name" label="Họ và tên người ký sao" required>
          {(p) => <TextInput {...p} />}
        </Field>
      </FieldRow>
    </FormDrawer>
  );
}
