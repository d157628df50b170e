import { Button } from 'antd';
import { useState } from 'react';
import { matters, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { DateField } from '../../pickers/DateField';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { useFields, useWrite } from './queries';

type WorkField = Go.activities.Field;

const columns: Column<WorkField>[] = [
  { key: 'code', title: 'Mã', kind: 'symbol', width: 5, render: (f) => f.code },
  { key: 'name', title: 'Lĩnh vực', kind: 'name', render: (f) => f.name },
  { key: 'to', title: 'Thôi áp dụng từ', kind: 'day', width: 9, render: (f) => show(f.validTo) },
];

/** The list of fields of work; an ended field stays with the matters that have it. */
export function FieldsSection() {
  const { can } = useDesk();
  const fields = useFields();
  const [form, setForm] = useState<WorkField | 'new' | null>(null);
  const writes = can('matters.SaveField');
  return (
    <>
      <DataTable
        label="Lĩnh vực"
        counted="lĩnh vực"
        columns={columns}
        rows={fields.data ?? []}
        rowKey={(f) => f.code}
        loading={fields.isPending}
        error={fields.error}
        footer={writes && <Button onClick={() => setForm('new')}>Thêm lĩnh vực</Button>}
        onOpen={writes ? setForm : undefined}
      />
      {form && <FieldForm field={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </>
  );
}

function FieldForm({ field, onClose }: { field: WorkField | null; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const save = useWrite(matters.SaveField);
  const form = useForm({
    initial: { code: field?.code ?? '', name: field?.name ?? '', validTo: field?.validTo ?? '' },
    save: (v) => save.mutateAsync(v),
  });
  return (
    <FormDrawer
      title={field ? 'Sửa lĩnh vực' : 'Thêm lĩnh vực'}
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã lưu.');
        onClose();
      }}
    >
      <FieldRow>
        {field === null && (
          <Field form={form} name="code" label="Mã" required>
            {(p) => <TextInput {...p} placeholder="ví dụ: 17" />}
          </Field>
        )}
        <Field form={form} name="name" label="Tên lĩnh vực" required>
          {(p) => <TextInput {...p} />}
        </Field>
      </FieldRow>
      <Field form={form} name="validTo" label="Thôi áp dụng từ ngày">
        {(p) => <DateField {...p} today={today} placeholder="vẫn áp dụng" />}
      </Field>
    </FormDrawer>
  );
}
