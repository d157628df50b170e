import { Button } from 'antd';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { dayAfter, lastDay } from './labels';
import { useDeleteSuspension, useDutyWords, useSaveSuspension, type Suspension } from './queries';

/** Chosen, not left open: every kind of meeting is suspended. */
const EVERY_KIND = 'ALL';

interface Values {
  scopeUnitId: Picked | null;
  activity: string;
  validFrom: string;
  validTo: string;
  reason: string;
  source: string;
  guardReason: string;
}

/** A pause: where, which meetings, from when to when, why. */
export function SuspensionForm({
  row,
  onClose,
  onDelete,
}: {
  row: Suspension | null;
  onClose: (saved?: string) => void;
  onDelete: (row: Suspension) => void;
}) {
  const { today } = useDesk();
  const say = useNotice();
  const words = useDutyWords().data;
  const save = useSaveSuspension();
  const remove = useDeleteSuspension();
  const form = useForm<Values, Suspension>({
    draftKey: `duties.suspension.${row?.id ?? 'new'}`,
    initial: {
      scopeUnitId: row && row.scopeUnitId !== '' ? { id: row.scopeUnitId, name: row.scopeLabel } : null,
      activity: row ? row.activity || EVERY_KIND : '',
      validFrom: row?.validFrom ?? '',
      validTo: lastDay(row?.validTo ?? ''),
      reason: row?.reason ?? '',
      source: row?.source ?? '',
      guardReason: '',
    },
    check: (v) => ({
      ...(v.activity === '' && { activity: 'Hãy chọn loại cuộc họp tạm dừng, hoặc mọi loại.' }),
      ...(v.validFrom === '' && { validFrom: 'Hãy nhập ngày bắt đầu tạm dừng.' }),
      ...(v.validTo === '' && { validTo: 'Hãy nhập ngày cuối cùng tạm dừng.' }),
      ...(v.reason.trim() === '' && { reason: 'Hãy ghi lý do, ví dụ: lũ lụt, dịch bệnh, nghỉ Tết.' }),
    }),
    save: (v) =>
      save.mutateAsync({
        id: row?.id ?? '',
        scopeUnitId: v.scopeUnitId?.id ?? '',
        activity: v.activity === EVERY_KIND ? '' : v.activity,
        validFrom: v.validFrom,
        validTo: dayAfter(v.validTo),
        reason: v.reason,
        source: v.source,
        guardReason: v.guardReason,
      }),
  });
  return (
    <FormDrawer
      title={row ? 'Sửa lần tạm dừng' : 'Thêm lần tạm dừng'}
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        say.done(`Đã lưu: tạm dừng ${saved.spanText}.`, row ? undefined : () => remove.mutateAsync(saved.id));
        onClose(saved.id);
      }}
    >
      <Field
        form={form}
        name="scopeUnitId"
        label="Nơi tạm dừng"
        hint="Gồm cả các đơn vị bên dưới và tổ chức đảng của nơi đó. Để trống: toàn bộ địa bàn."
      >
        {(p) => <UnitPicker adds {...p} placeholder="Toàn bộ địa bàn" />}
      </Field>
      <Field form={form} name="activity" label="Loại cuộc họp" required>
        {(p) => (
          <ChoiceInput
            {...p}
            options={[
              { value: EVERY_KIND, label: 'Mọi loại cuộc họp' },
              ...(words?.activities ?? []).map((each) => ({ value: each.code, label: each.word })),
            ]}
          />
        )}
      </Field>
      <FieldRow>
        <Field form={form} name="validFrom" label="Từ ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field form={form} name="reason" label="Lý do" required>
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="source" label="Văn bản" hint="Thông báo, công văn cho tạm dừng, nếu có.">
        {(p) => <TextInput {...p} />}
      </Field>
      <GuardReasonField form={form} />
      {row && (
        <div className="cn-row">
          <Button danger onClick={() => onDelete(row)}>
            Bỏ lần tạm dừng này
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
