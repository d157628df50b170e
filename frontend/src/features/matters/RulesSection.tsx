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
import { NumberInput } from '../../ui/NumberInput';
import { StatusTag } from '../../ui/StatusTag';
import { useForm } from '../../ui/useForm';
import { useRules, useWrite } from './queries';

type Rule = Go.matters.Rule;

const columns: Column<Rule>[] = [
  { key: 'name', title: 'Thời hạn, số lần', kind: 'text', render: (r) => r.name },
  {
    key: 'amount',
    title: 'Mức',
    kind: 'text',
    width: 10,
    render: (r) => (r.amount === 0 ? 'chưa ấn định' : `${r.amount} ${r.unitWord}`),
  },
  {
    key: 'source',
    title: 'Căn cứ',
    kind: 'text',
    width: 17,
    render: (r) => (r.default ? <StatusTag tone="warn">{r.source}</StatusTag> : r.source),
  },
  {
    key: 'from',
    title: 'Áp dụng',
    kind: 'text',
    width: 9,
    render: (r) =>
      [r.validFrom && `từ ${show(r.validFrom)}`, r.validTo && `đến trước ${show(r.validTo)}`]
        .filter(Boolean)
        .join(' ') || 'luôn',
  },
];

/** Terms and quotas with their documents; a change begins on a day, and what ran before keeps its own term. */
export function RulesSection() {
  const { can } = useDesk();
  const rules = useRules();
  const [form, setForm] = useState<Rule | null>(null);
  const writes = can('matters.SaveRule');
  return (
    <>
      <DataTable
        label="Thời hạn và số lần"
        counted="dòng"
        columns={columns}
        rows={rules.data ?? []}
        rowKey={(r) => r.id}
        loading={rules.isPending}
        error={rules.error}
        note={writes ? 'Enter để sửa; thời hạn đang chạy được tính lại.' : 'Người quản trị sửa được.'}
        onOpen={writes ? (r) => r.validTo === '' && setForm(r) : undefined}
      />
      {form && <RuleForm rule={form} onClose={() => setForm(null)} />}
    </>
  );
}

function RuleForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const save = useWrite(matters.SaveRule);
  const form = useForm({
    initial: { amount: rule.amount as number | null, source: rule.default ? '' : rule.source, validFrom: today },
    save: (v) => save.mutateAsync({ code: rule.code, amount: v.amount ?? 0, source: v.source, validFrom: v.validFrom }),
  });
  return (
    <FormDrawer
      title={rule.name}
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã lưu; các thời hạn đang chạy được tính lại.');
        onClose();
      }}
    >
      <FieldRow>
        <Field form={form} name="amount" label="Mức" hint="0 là chưa ấn định.">
          {(p) => <NumberInput {...p} unit={rule.unitWord} />}
        </Field>
        <Field form={form} name="validFrom" label="Áp dụng từ ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      </FieldRow>
      <Field form={form} name="source" label="Căn cứ" hint="Để trống thì ghi là “mặc định, chưa có văn bản”.">
        {(p) => <TextInput {...p} placeholder="ví dụ: Quy chế 05-QC/HU, ngày 12/01/2026" />}
      </Field>
    </FormDrawer>
  );
}
