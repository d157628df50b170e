import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import { matters, readFault, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { periodLabel, periodSpan } from '../../lib/periods';
import { NONE } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { DataTable, type Column } from '../../ui/DataTable';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceRow, TextInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { useForm } from '../../ui/useForm';
import { useShortcut } from '../../ui/useShortcut';
import { BodyPicker } from './BodyPicker';
import { options } from './options';
import { useStatutory, useVocabulary, useWrite } from './queries';
import { bodyErrors } from './ReferForm';
import { Tabs } from './Tabs';
import { thisYear } from './useMatterFilter';

type Note = Go.matters.StatutoryNote;

const columns: Column<Note>[] = [
  {
    key: 'day',
    title: 'Ngày nhận',
    kind: 'day',
    width: 9,
    render: (n) => show(n.receivedOn),
    sortBy: (n) => n.receivedOn,
  },
  { key: 'kind', title: 'Loại', kind: 'text', width: 9, render: (n) => n.kindWord, sortBy: (n) => n.kindWord },
  { key: 'body', title: 'Đã chuyển đến', kind: 'name', render: (n) => n.body, sortBy: (n) => n.body },
  { key: 'no', title: 'Số ở sổ riêng', kind: 'symbol', width: 12, render: (n) => n.externalNo || NONE },
];

/** Khiếu nại, tố cáo go by laws of their own: only when, which kind, where to and the number there. No text can be typed. */
export function StatutoryPage() {
  const { asOf, can } = useDesk();
  const say = useNotice();
  const [period, setPeriod] = useSessionState('matters.statutory.period', thisYear(asOf));
  const [bin, setBin] = useState(false);
  const [chosen, setChosen] = useSessionState<string | null>('matters.statutory.chosen', null);
  const [form, setForm] = useState<Note | 'new' | null>(null);
  const list = useStatutory({ span: periodSpan(period) ?? { from: '', to: '' }, kind: '', bodyId: '', deleted: false });
  const restore = useWrite((id: string) => matters.RestoreStatutory(id));
  const writes = can('matters.SaveStatutory');
  useShortcut('ctrl+n', writes && (() => setForm('new')));
  const takeBack = (id: string) =>
    restore.mutateAsync(id).then(
      () => say.done('Đã lấy lại.'),
      (error: unknown) => say.failed(readFault(error).message),
    );
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Khiếu nại, tố cáo"
        actions={
          writes && (
            <Button type="primary" onClick={() => setForm('new')}>
              Ghi phiếu chuyển
            </Button>
          )
        }
      />
      <div className="cn-filters">
        <PeriodPicker value={period} onChange={setPeriod} ariaLabel="Nhận trong kỳ" />
        {can('matters.RestoreStatutory') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
      </div>
      <DataTable
        label="Phiếu chuyển khiếu nại, tố cáo"
        counted="phiếu"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(n) => n.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={writes ? setForm : undefined}
        paper={{ said: [periodLabel(period)] }}
        empty={<EmptyState title="Kỳ này chưa có phiếu chuyển nào" />}
      />
      {bin && <StatutoryBin onClose={() => setBin(false)} />}
      {form && (
        <StatutoryForm
          note={form === 'new' ? null : form}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setForm(null);
          }}
          onTakeBack={(id) => void takeBack(id)}
        />
      )}
    </div>
  );
}

function StatutoryBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useStatutory({ span: { from: '', to: '' }, kind: '', bodyId: '', deleted: true });
  const restore = useWrite((id: string) => matters.RestoreStatutory(id));
  return (
    <BinDialog
      keeps="Phiếu chuyển bỏ đi được giữ ở đây."
      entries={list.data?.map((each) => ({
        id: each.id,
        title: `${each.kindWord}, nhận ngày ${show(each.receivedOn)}`,
        detail: [each.body, each.externalNo].filter((part) => part !== '').join(', số '),
        name: 'phiếu chuyển',
      }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('matters.RestoreStatutory') ? (id) => restore.mutateAsync(id) : undefined}
      onClose={onClose}
    />
  );
}

function StatutoryForm({
  note,
  onClose,
  onTakeBack,
}: {
  note: Note | null;
  onClose: (saved?: string) => void;
  onTakeBack: (id: string) => void;
}) {
  const { today, can } = useDesk();
  const say = useNotice();
  const words = useVocabulary().data;
  const save = useWrite(matters.SaveStatutory);
  const remove = useWrite((id: string) => matters.DeleteStatutory(id));
  const form = useForm({
    draftKey: `matters.statutory.${note?.id ?? 'new'}`,
    initial: {
      kind: note?.kind ?? '',
      receivedOn: note?.receivedOn ?? today,
      body: (note ? { id: note.bodyId, name: note.body } : null) as Picked | null,
      externalNo: note?.externalNo ?? '',
    },
    check: (v): Record<string, string> => ({
      ...(v.kind ? {} : { kind: 'Hãy chọn khiếu nại hoặc tố cáo.' }),
      ...(v.body ? {} : { bodyId: 'Hãy chọn cơ quan được chuyển đến.' }),
    }),
    save: ({ body, ...v }) => save.mutateAsync({ id: note?.id ?? '', ...v, bodyId: body?.id ?? '' }),
  });
  const drop = async () => {
    try {
      await remove.mutateAsync(note!.id);
      say.done('Đã bỏ vào thùng rác.', () => onTakeBack(note!.id));
      onClose();
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  return (
    <FormDrawer
      title={note ? 'Sửa phiếu chuyển' : 'Ghi phiếu chuyển khiếu nại, tố cáo'}
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        say.done('Đã lưu.', note ? undefined : () => remove.mutateAsync(saved.id));
        onClose(saved.id);
      }}
    >
      <Field form={form} name="kind" label="Loại" required>
        {(p) => <ChoiceRow {...p} options={options(words?.statutory)} />}
      </Field>
      <FieldRow>
        <Field form={form} name="receivedOn" label="Ngày nhận" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="externalNo" label="Số ở sổ riêng" required hint="Chỉ chữ, số và dấu / - .">
          {(p) => <TextInput {...p} placeholder="ví dụ: 45/2026/TCD" />}
        </Field>
      </FieldRow>
      <Field form={bodyErrors(form)} name="body" label="Đã chuyển đến" required>
        {(p) => <BodyPicker adds {...p} />}
      </Field>
      {note && can('matters.DeleteStatutory') && (
        <div>
          <Button danger onClick={() => void drop()}>
            Bỏ vào thùng rác
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
