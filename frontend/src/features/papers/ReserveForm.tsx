import { PAPER_FORMS } from '../../lib/papers';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { useIssuers } from '../../pickers/issuers';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { symbolOf, TYPES } from './labels';
import { issuerOf, type OutsideStart } from './outsideValues';
import { useReserve, type Reserved } from './queries';

/** Why a number is kept without a paper (backend/papers/reserved.go). */
const CAUSES = [
  { value: 'mat', label: 'Văn bản mật' },
  { value: 'noi_khac', label: 'Văn bản không lập ở đây' },
  { value: 'ghi_nham', label: 'Số cấp nhầm' },
];

const NAMES = TYPES.map((each) => ({ value: each.name, label: each.name }));

/** Keeps numbers for papers that are not made here, so that a gap in the register is a gap. */
export function ReserveForm({ start, onClose }: { start: OutsideStart; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const reserve = useReserve();
  const issuers = useIssuers().data ?? [];
  const form = useForm({
    draftKey: 'papers.reserve',
    initial: {
      form: start.form,
      issuerId: start.issuerId,
      type: start.typeName || (TYPES.find((each) => symbolOf(each.name, start.form) === start.series)?.name ?? ''),
      number: start.number,
      to: null as number | null,
      day: today,
      cause: '',
      note: '',
      guardReason: '',
    },
    check: (v): FieldErrors => ({
      ...(v.type === '' && { type: 'Hãy chọn loại văn bản.' }),
      ...(v.number === null && { number: 'Hãy ghi số cần giữ.' }),
      ...(v.day === '' && { day: 'Hãy ghi ngày.' }),
      ...(v.cause === '' && {
        cause: 'Hãy chọn vì sao giữ số: văn bản mật, văn bản không lập ở đây, hoặc số cấp nhầm.',
      }),
    }),
    save: (v, accepted): Promise<Reserved[]> =>
      reserve.mutateAsync({
        form: v.form,
        issuerId: issuerOf(
          v,
          issuers.filter((each) => each.form === v.form),
        ),
        series: symbolOf(v.type, v.form),
        typeName: v.type,
        number: v.number ?? 0,
        to: v.to ?? 0,
        suffix: '',
        day: v.day,
        cause: v.cause,
        note: v.cause === 'mat' ? '' : v.note.trim(),
        guardReason: v.guardReason,
        accepted,
      }),
  });
  const { values } = form;
  const ours = issuers.filter((each) => each.form === values.form);
  return (
    <FormDrawer
      title="Giữ số cho văn bản không lập ở đây"
      form={form}
      saveLabel="Giữ số"
      onClose={onClose}
      onSaved={(kept) => {
        say.done(`Đã giữ số ${kept.map((each) => each.symbol).join(', ')}.`);
        onClose();
      }}
    >
      <p className="cn-soft">
        Văn bản mật dùng chung dãy số với văn bản cùng loại. Số giữ không cấp cho văn bản khác và không tính là khuyết;
        không ghi nội dung của văn bản mật ở đây.
      </p>
      <FieldRow>
        <Field form={form} name="form" label="Thể thức" required>
          {(p) => <ChoiceInput {...p} options={PAPER_FORMS} />}
        </Field>
        {ours.length > 0 && (
          <Field form={form} name="issuerId" label="Cơ quan ban hành" required>
            {(p) => (
              <ChoiceInput
                {...p}
                value={issuerOf(values, ours)}
                options={ours.map((each) => ({ value: each.id, label: each.name }))}
              />
            )}
          </Field>
        )}
      </FieldRow>
      <Field form={form} name="type" label="Loại văn bản" required>
        {(p) => <ChoiceInput {...p} options={NAMES} />}
      </Field>
      <FieldRow>
        <Field form={form} name="number" label="Số" required>
          {(p) => <NumberInput {...p} />}
        </Field>
        <Field form={form} name="to" label="Đến số" hint="Để trống nếu chỉ giữ một số.">
          {(p) => <NumberInput {...p} />}
        </Field>
        <Field form={form} name="day" label="Ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field form={form} name="cause" label="Giữ cho" required>
        {(p) => <ChoiceInput {...p} options={CAUSES} />}
      </Field>
      {values.cause !== '' && values.cause !== 'mat' && (
        <Field form={form} name="note" label="Lý do" required>
          {(p) => (
            <GuardedText
              {...p}
              rows={2}
              reason={values.guardReason}
              onReason={(code: string) => form.set('guardReason', code)}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  );
}
