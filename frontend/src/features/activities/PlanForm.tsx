import { periodOf } from '../../lib/periods';
import { GuardReason } from '../../pickers/GuardReason';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker, UnitsPicker } from '../../pickers/UnitPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { usePlanMany, useWords } from './queries';

interface Values {
  kind: string;
  period: string;
  calendar: '' | 'solar' | 'lunar';
  day: number | null;
  under: Picked | null;
  unitIds: Picked[];
  time: string;
  place: string;
  guardReason: string;
}

/** Plans the same day of each month for many units at once: "ngày 05 hằng tháng", "16 âm lịch". */
export function PlanForm({ onClose }: { onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const words = useWords().data;
  const plan = usePlanMany();
  const form = useForm<Values, Awaited<ReturnType<typeof plan.mutateAsync>>>({
    draftKey: 'activities.plan',
    initial: {
      kind: '',
      period: periodOf('MONTH', today),
      calendar: '',
      day: null,
      under: null,
      unitIds: [],
      time: '',
      place: '',
      guardReason: '',
    },
    check: (v): FieldErrors => ({
      ...(v.kind ? {} : { kind: 'Hãy chọn loại cuộc họp.' }),
      ...(v.calendar ? {} : { calendar: 'Hãy chọn theo dương lịch hay âm lịch.' }),
      ...(v.day ? {} : { day: 'Hãy nhập ngày trong tháng.' }),
    }),
    save: ({ under, unitIds, calendar, day, ...rest }) =>
      plan.mutateAsync({
        ...rest,
        day: day ?? 0,
        lunar: calendar === 'lunar',
        underId: under?.id ?? '',
        unitIds: unitIds.map((each) => each.id),
      }),
  });
  if (!words) return null;
  return (
    <FormDrawer
      title="Lên lịch họp"
      form={form}
      saveLabel="Lên lịch"
      onClose={onClose}
      onSaved={(made) => {
        const left = [
          made.known > 0 ? `${showNumber(made.known)} cuộc đã có trong sổ` : '',
          made.closed > 0 ? `${showNumber(made.closed)} đơn vị không hoạt động vào ngày đó` : '',
        ]
          .filter(Boolean)
          .join(', ');
        say.done(
          `Đã lên lịch ${showNumber(made.created)} cuộc họp (${made.days.map((each) => show(each)).join(', ')})${left && `; để nguyên ${left}`}.`,
        );
        onClose();
      }}
    >
      <Field form={form} name="kind" label="Loại cuộc họp" required>
        {(p) => <ChoiceInput {...p} options={words.kinds.map((each) => ({ value: each.code, label: each.word }))} />}
      </Field>
      <Field form={form} name="period" label="Trong kỳ" required>
        {(p) => <PeriodPicker {...p} kinds={['MONTH', 'QUARTER', 'HALF', 'YEAR']} />}
      </Field>
      <FieldRow>
        <Field form={form} name="calendar" label="Theo lịch" required>
          {(p) => (
            <ChoiceRow
              {...p}
              options={[
                { value: 'solar', label: 'Dương lịch' },
                { value: 'lunar', label: 'Âm lịch' },
              ]}
            />
          )}
        </Field>
        <Field
          form={form}
          name="day"
          label="Ngày trong tháng"
          required
          hint="Tháng thiếu ngày thì lấy ngày cuối tháng."
        >
          {(p) => <NumberInput {...p} />}
        </Field>
        <Field form={form} name="time" label="Giờ (nếu có)">
          {(p) => <TextInput {...p} placeholder="ví dụ: 19:30" />}
        </Field>
      </FieldRow>
      <Field
        form={form}
        name="under"
        label="Các đơn vị thuộc"
        hint="Lên lịch cho mọi đơn vị thường tổ chức loại họp này ở dưới; để trống là toàn bộ."
      >
        {(p) => <UnitPicker adds {...p} />}
      </Field>
      <Field form={form} name="unitIds" label="Hoặc chỉ những đơn vị này">
        {(p) => <UnitsPicker adds {...p} />}
      </Field>
      <Field form={form} name="place" label="Địa điểm">
        {(p) => <TextInput {...p} />}
      </Field>
      {(form.errors.guardReason || form.values.guardReason !== '') && (
        <Field form={form} name="guardReason" label="Lý do giữ nguyên chữ được nhắc">
          {(p) => <GuardReason {...p} />}
        </Field>
      )}
    </FormDrawer>
  );
}
