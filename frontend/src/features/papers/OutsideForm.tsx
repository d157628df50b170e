import { PAPER_FORMS } from '../../lib/papers';
import { show } from '../../lib/dates';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { useIssuers } from '../../pickers/issuers';
import type { Issued } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextArea, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm } from '../../ui/useForm';
import { OTHER, TYPE_CHOICES } from './labels';
import { checkOutside, issuerOf, outsideInput, outsideValues, seriesErrors, type OutsideStart } from './outsideValues';
import { useRecordOutside } from './queries';

/** A paper written elsewhere takes its number here, so that nobody gives it a second time. */
export function OutsideForm({ start, onClose }: { start: OutsideStart; onClose: (saved?: string) => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const record = useRecordOutside();
  const issuers = useIssuers().data ?? [];
  const blank = outsideValues(start, today);
  const form = useForm({
    draftKey: 'papers.outside',
    initial: blank,
    check: checkOutside,
    save: (v, accepted) => record.mutateAsync({ ...outsideInput(v, issuers), accepted }),
  });
  const { values } = form;
  const ours = issuers.filter((each) => each.form === values.form);
  const kept = { reason: values.guardReason, onReason: (code: string) => form.set('guardReason', code) };
  const said = (paper: Issued) => say.done(`Đã ghi ${paper.symbol}, ngày ${show(paper.day)} vào sổ.`);
  const next = (paper: Issued) => {
    said(paper);
    const { form: kept, issuerId, type, typeName, series } = values;
    form.reset({ ...blank, form: kept, issuerId, type, typeName, series, number: paper.number + 1 });
  };
  return (
    <FormDrawer
      title="Ghi văn bản ngoài chương trình"
      form={form}
      onClose={onClose}
      onSaved={(paper) => {
        said(paper);
        onClose(paper.id);
      }}
      onNext={next}
    >
      <p className="cn-soft">
        Văn bản soạn bằng Word hay ở nơi khác nhưng lấy số trong sổ của cơ quan. Ghi ở đây để số ấy không cấp lần nữa và
        sổ không khuyết số.
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
      <Field form={seriesErrors(form)} name="type" label="Loại văn bản" required>
        {(p) => <ChoiceInput {...p} options={TYPE_CHOICES} />}
      </Field>
      {values.type === OTHER && (
        <FieldRow>
          <Field form={form} name="typeName" label="Tên loại" required>
            {(p) => <TextInput {...p} placeholder="ví dụ: Thông tri" />}
          </Field>
          <Field form={form} name="series" label="Ký hiệu loại">
            {(p) => <TextInput {...p} placeholder="ví dụ: TT" />}
          </Field>
        </FieldRow>
      )}
      <FieldRow>
        <Field form={form} name="number" label="Số" required>
          {(p) => <NumberInput {...p} />}
        </Field>
        <Field form={form} name="day" label="Ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field
        form={form}
        name="subject"
        label="Trích yếu"
        required
        hint="Không ghi lại tên loại: “về công tác dân vận tháng 9”."
      >
        {(p) => <GuardedText {...p} rows={2} notice={false} {...kept} />}
      </Field>
      <Field form={form} name="signer" label="Người ký">
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="recipients" label="Nơi nhận, mỗi dòng một nơi">
        {(p) => <TextArea {...p} rows={3} />}
      </Field>
      <FieldRow>
        <Field form={form} name="copies" label="Số bản">
          {(p) => <NumberInput {...p} unit="bản" />}
        </Field>
        <Field form={form} name="pages" label="Số trang">
          {(p) => <NumberInput {...p} unit="trang" />}
        </Field>
      </FieldRow>
      <Field form={form} name="suffix" label="Chữ thêm sau số" hint="Chỉ khi số có chữ, như số 12a.">
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="note" label="Ghi chú">
        {(p) => <GuardedText {...p} rows={1} {...kept} />}
      </Field>
    </FormDrawer>
  );
}
