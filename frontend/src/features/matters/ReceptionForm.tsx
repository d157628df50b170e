import { Button } from 'antd';
import { matters, readFault, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitsPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm } from '../../ui/useForm';
import { options } from './options';
import { useRules, useVocabulary, useWrite } from './queries';

type Day = Go.matters.ReceptionDay;

/** A day as planned, then how it went. A count that nobody took stays blank, which is not 0. */
export function ReceptionForm({
  day,
  onClose,
  onTakeBack,
}: {
  day: Day | null;
  onClose: (saved?: string) => void;
  onTakeBack: (id: string) => void;
}) {
  const { today, can } = useDesk();
  const say = useNotice();
  const words = useVocabulary().data;
  const save = useWrite(matters.SaveReceptionDay);
  const remove = useWrite((id: string) => matters.DeleteReceptionDay(id));
  const rules = useRules().data ?? [];
  const due = day?.state === 'PLANNED' && day.plannedOn <= today;
  const form = useForm({
    draftKey: `matters.reception.${day?.id ?? 'new'}`,
    initial: {
      kind: day?.kind ?? '',
      head: (day ? { id: day.headId, name: day.headName, note: day.headPost } : null) as Picked | null,
      unscheduled: day?.unscheduled ?? false,
      plannedOn: day?.plannedOn ?? '',
      place: day?.place ?? '',
      units: (day?.units ?? []).map((each) => ({ id: each.id, name: each.label })) as Picked[],
      announcedOn: day?.announcedOn ?? '',
      state: due ? 'HELD' : (day?.state ?? 'PLANNED'),
      heldOn: day?.heldOn || (due ? day.plannedOn : ''),
      reason: day?.reason ?? '',
      visits: day?.visits ?? (null as number | null),
      noted: day?.noted ?? (null as number | null),
      settled: day?.settled ?? (null as number | null),
      publishedOn: day?.publishedOn ?? '',
      externalNo: day?.externalNo ?? '',
      guardReason: '',
    },
    check: (v): Record<string, string> => ({
      ...(v.kind ? {} : { kind: 'Hãy chọn tiếp dân hay đối thoại.' }),
      ...(v.head ? {} : { headId: 'Hãy chọn người đứng đầu chủ trì.' }),
      ...(v.plannedOn ? {} : { plannedOn: 'Hãy nhập ngày theo lịch.' }),
      ...(v.state === 'HELD' && !v.heldOn ? { heldOn: 'Hãy nhập ngày tổ chức.' } : {}),
      ...(v.state === 'CANCELLED' && !v.reason.trim() ? { reason: 'Hãy ghi lý do không tổ chức.' } : {}),
    }),
    save: ({ head, units, visits, noted, settled, ...v }) =>
      save.mutateAsync({
        id: day?.id ?? '',
        ...v,
        heldOn: v.state === 'HELD' ? v.heldOn : '',
        headId: head?.id ?? '',
        unitIds: units.map((each) => each.id),
        visits: visits ?? undefined,
        noted: noted ?? undefined,
        settled: settled ?? undefined,
      }),
  });
  const { values, errors } = form;
  const held = values.state === 'HELD';
  // The office may set its own terms, so the hints say the number in force on that day; 0 is "none set".
  const on = values.plannedOn || today;
  const term = (code: string) =>
    rules.find((r) => r.code === code && r.validFrom <= on && (r.validTo === '' || on < r.validTo))?.amount ?? 0;
  const [before, after] = values.kind === 'DOI_THOAI' ? [term('BAO_TRUOC'), term('CONG_BO')] : [0, 0];
  const kept = { reason: values.guardReason, onReason: (code: string) => form.set('guardReason', code) };
  const named = {
    ...form,
    errors: {
      ...errors,
      ...(errors.headId ? { head: errors.headId } : {}),
      ...(errors.unitIds ? { units: errors.unitIds } : {}),
    },
  };
  const drop = async () => {
    try {
      await remove.mutateAsync(day!.id);
      say.done('Đã bỏ vào thùng rác.', () => onTakeBack(day!.id));
      onClose();
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  return (
    <FormDrawer
      title={day ? 'Ngày tiếp dân, đối thoại' : 'Lên lịch tiếp dân, đối thoại'}
      wide
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        say.done(['Đã lưu.', ...saved.warnings].join(' '), day ? undefined : () => remove.mutateAsync(saved.id));
        onClose(saved.id);
      }}
    >
      <FieldRow>
        <Field form={form} name="kind" label="Loại" required>
          {(p) => <ChoiceRow {...p} options={options(words?.receptions)} />}
        </Field>
        <Field form={form} name="plannedOn" label="Ngày theo lịch" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field form={named} name="head" label="Người đứng đầu chủ trì" required>
        {(p) => <OfficerPicker adds {...p} asOf={values.plannedOn} />}
      </Field>
      <FieldRow>
        <Field form={form} name="place" label="Địa điểm">
          {(p) => <GuardedText phrases="tra_loi" {...p} rows={1} {...kept} />}
        </Field>
        <Field
          form={form}
          name="announcedOn"
          label="Ngày thông báo"
          hint={before > 0 ? `Đối thoại phải thông báo trước ít nhất ${before} ngày.` : undefined}
        >
          {(p) => <DateField {...p} today={today} placeholder="chưa thông báo" />}
        </Field>
      </FieldRow>
      {values.kind === 'DOI_THOAI' && (
        <Field form={named} name="units" label="Đối thoại với địa bàn">
          {(p) => <UnitsPicker adds {...p} asOf={values.plannedOn} />}
        </Field>
      )}
      <Field form={form} name="unscheduled" label="Đột xuất">
        {(p) => <CheckInput {...p} label="Tiếp đột xuất, không tính vào số ngày quy định" />}
      </Field>
      <Field form={form} name="state" label="Tình trạng">
        {(p) => <ChoiceRow {...p} options={options(words?.dayStates)} />}
      </Field>
      {values.state === 'CANCELLED' && (
        <Field form={form} name="reason" label="Lý do không tổ chức" required>
          {(p) => <GuardedText phrases="tra_loi" {...p} rows={1} {...kept} />}
        </Field>
      )}
      {held && (
        <>
          <FieldRow>
            <Field form={form} name="heldOn" label="Ngày tổ chức" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
            <Field form={form} name="visits" label="Số lượt">
              {(p) => <NumberInput {...p} unit="lượt" />}
            </Field>
            <Field form={form} name="noted" label="Việc ghi nhận">
              {(p) => <NumberInput {...p} unit="việc" />}
            </Field>
            <Field form={form} name="settled" label="Giải quyết tại chỗ">
              {(p) => <NumberInput {...p} unit="việc" />}
            </Field>
          </FieldRow>
          <FieldRow>
            <Field
              form={form}
              name="publishedOn"
              label="Ngày công bố kết quả"
              hint={after > 0 ? `Chậm nhất ${after} ngày sau đối thoại.` : undefined}
            >
              {(p) => <DateField {...p} today={today} placeholder="chưa công bố" />}
            </Field>
            <Field form={form} name="externalNo" label="Số ở sổ tiếp công dân">
              {(p) => <TextInput {...p} placeholder="ví dụ: 12/2026/TCD" />}
            </Field>
          </FieldRow>
        </>
      )}
      {day && can('matters.DeleteReceptionDay') && (
        <div>
          <Button danger onClick={() => void drop()}>
            Bỏ vào thùng rác
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
