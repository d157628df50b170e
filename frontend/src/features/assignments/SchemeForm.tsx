import { Button } from 'antd';
import { assignments, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextArea, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { editRows } from '../../ui/rows';
import { useForm } from '../../ui/useForm';
import { KindFields } from './KindFields';
import { dayAfter, lastDay } from './labels';
import { useRefresh } from './queries';

type KindIn = Go.assignments.KindIn;

interface Values {
  name: string;
  source: string;
  validFrom: string;
  validTo: string;
  note: string;
  guardReason: string;
  kinds: KindIn[];
}

const blankKind: KindIn = {
  id: '',
  code: '',
  name: '',
  verb: 'phụ trách',
  targetTree: 'hanhchinh',
  targetTypes: [],
  exactlyOne: true,
  coverage: true,
  team: false,
};

/** A scheme with its kinds. A kind already used can be renamed but not given other targets; Go says so beside it. */
export function SchemeForm({
  start,
  types,
  onClose,
}: {
  start: Go.assignments.SchemeIn;
  types: Go.units.Type[];
  onClose: () => void;
}) {
  const { today } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const form = useForm<Values, unknown>({
    draftKey: `assignments.scheme.${start.id || `new.${start.preset}`}`,
    initial: {
      name: start.name,
      source: start.source,
      validFrom: start.validFrom,
      validTo: lastDay(start.validTo),
      note: start.note,
      guardReason: '',
      kinds: start.kinds,
    },
    check: (v) => ({
      ...(v.name.trim() === '' && { name: 'Hãy nhập tên chủ trương.' }),
      ...(v.validFrom === '' && { validFrom: 'Hãy nhập ngày bắt đầu hiệu lực.' }),
    }),
    save: (v) =>
      assignments.SaveScheme({
        id: start.id,
        preset: start.preset,
        name: v.name,
        source: v.source,
        validFrom: v.validFrom,
        validTo: dayAfter(v.validTo),
        note: v.note,
        guardReason: v.guardReason,
        kinds: v.kinds.map(({ id, code, name, verb, targetTree, targetTypes, exactlyOne, coverage, team }) => ({
          id,
          code,
          name,
          verb,
          targetTree,
          targetTypes,
          exactlyOne,
          coverage,
          team,
        })),
      }),
  });
  const kinds = form.values.kinds;
  return (
    <FormDrawer
      title={start.id === '' ? 'Thêm chủ trương' : 'Sửa chủ trương'}
      form={form}
      wide
      onClose={onClose}
      onSaved={() => {
        say.done('Đã lưu chủ trương.');
        refresh();
        onClose();
      }}
    >
      <Field form={form} name="name" label="Tên chủ trương" required>
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="source" label="Văn bản" hint="Để trống thì ghi “mặc định, chưa có văn bản”.">
        {(p) => <TextInput {...p} placeholder="ví dụ: Kế hoạch 23-KH/TU, ngày 18/5/2016" />}
      </Field>
      <FieldRow>
        <Field form={form} name="validFrom" label="Hiệu lực từ ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="chưa kết thúc" />}
        </Field>
      </FieldRow>
      <Field form={form} name="note" label="Ghi chú">
        {(p) => <TextArea {...p} rows={2} />}
      </Field>
      <GuardReasonField form={form} />
      {form.errors.kinds && (
        <div className="cn-field-error" role="alert">
          {form.errors.kinds}
        </div>
      )}
      {editRows(kinds, (next) => form.set('kinds', next)).map(({ key, row: kind, index, change, remove }) => (
        <KindFields
          key={key}
          kind={kind}
          number={index + 1}
          types={types}
          error={(field) => form.errors[`kinds.${index}.${field}`]}
          onChange={change}
          onRemove={remove}
        />
      ))}
      <Button onClick={() => form.set('kinds', [...kinds, { ...blankKind, code: `A${kinds.length + 1}` }])}>
        Thêm hình thức phân công
      </Button>
    </FormDrawer>
  );
}
