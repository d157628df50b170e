import './matters.css';
import { Button } from 'antd';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { matters, readFault, type Go } from '../../api/client';
import { NONE } from '../../lib/text';
import { GuardedText } from '../../pickers/GuardedText';
import { DataTable, type Column } from '../../ui/DataTable';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { useForm } from '../../ui/useForm';
import { useShortcut } from '../../ui/useShortcut';
import { FieldsSection } from './FieldsSection';
import { options } from './options';
import { useBodies, useVocabulary, useWrite } from './queries';
import { RulesSection } from './RulesSection';
import { Tabs } from './Tabs';

type Body = Go.matters.Body;

const columns: Column<Body>[] = [
  { key: 'name', title: 'Tên cơ quan', kind: 'name', render: (b) => b.name, sortBy: (b) => b.name },
  { key: 'short', title: 'Tên gọn', kind: 'name', width: 11, render: (b) => b.shortName || NONE },
  { key: 'level', title: 'Cấp', kind: 'text', width: 11, render: (b) => b.levelWord || NONE, sortBy: (b) => b.level },
  { key: 'police', title: 'Nhận việc khẩn', kind: 'text', width: 8, render: (b) => (b.police ? 'có' : NONE) },
];

const VIEWS = [
  { value: 'bodies', label: 'Danh bạ cơ quan' },
  { value: 'rules', label: 'Thời hạn, số lần' },
  { value: 'fields', label: 'Lĩnh vực' },
] as const;
type View = (typeof VIEWS)[number]['value'];

/** The directory of bodies that answer, the fields of work, and the terms with their sources. */
export function BodiesPage() {
  const { can } = useDesk();
  const id = useId();
  const find = useRef<HTMLDivElement>(null);
  const [view, setView] = useSessionState<View>('matters.bodies.view', 'bodies');
  const [params, setParams] = useSearchParams();
  const asked = params.get('xem');
  useEffect(() => {
    if (asked === null) return;
    if (asked === 'thoi-han') setView('rules');
    setParams({}, { replace: true });
  }, [asked, setParams, setView]);
  const [text, setText] = useSessionState('matters.bodies.text', '');
  const [bin, setBin] = useState(false);
  const [chosen, setChosen] = useSessionState<string | null>('matters.bodies.chosen', null);
  const [form, setForm] = useState<Body | 'new' | null>(null);
  const list = useBodies({ text: useDeferredValue(text), deleted: false });
  const writes = can('matters.SaveBody');
  useShortcut('ctrl+n', writes && (() => setForm('new')));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Cơ quan trả lời, thời hạn"
        actions={
          writes &&
          view === 'bodies' && (
            <Button type="primary" onClick={() => setForm('new')}>
              Thêm cơ quan
            </Button>
          )
        }
      />
      <div className="cn-filters" ref={find}>
        <ChoiceRow<View> ariaLabel="Xem danh sách" value={view} onChange={setView} options={[...VIEWS]} />
        {view === 'bodies' && (
          <>
            <div data-find="yes">
              <label htmlFor={`${id}-t`}>Tìm cơ quan</label>
              <TextInput id={`${id}-t`} value={text} onChange={setText} placeholder="Tìm cơ quan" />
            </div>
            {can('matters.RestoreBody') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
          </>
        )}
      </div>
      {view === 'bodies' && (
        <DataTable
          label="Danh bạ cơ quan"
          counted="cơ quan"
          columns={columns}
          rows={list.data ?? []}
          rowKey={(b) => b.id}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          selected={chosen}
          onSelect={setChosen}
          onOpen={writes ? setForm : undefined}
          paper={{ said: [saidFilter('Tìm chữ', text)] }}
          empty={<EmptyState title="Chưa có cơ quan nào như vậy">Thêm cơ quan để chuyển kiến nghị đến.</EmptyState>}
        />
      )}
      {view === 'rules' && <RulesSection />}
      {view === 'fields' && <FieldsSection />}
      {bin && <BodyBin onClose={() => setBin(false)} />}
      {form && (
        <BodyForm
          body={form === 'new' ? null : form}
          onClose={(saved) => {
            if (saved) setChosen(saved);
            setForm(null);
          }}
        />
      )}
    </div>
  );
}

function BodyBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useBodies({ text: '', deleted: true });
  const restore = useWrite((key: string) => matters.RestoreBody(key));
  return (
    <BinDialog
      keeps="Cơ quan bỏ đi được giữ ở đây."
      entries={list.data?.map((each) => ({ id: each.id, title: each.name, detail: each.note }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('matters.RestoreBody') ? (key) => restore.mutateAsync(key) : undefined}
      onClose={onClose}
    />
  );
}

/** Adds or corrects a body of the directory; `missing`: a picker lacks this name, and wants the new one. */
export function BodyForm({
  body,
  missing,
  onClose,
}: {
  body: Body | null;
  missing?: { name: string; onAdded: (id: string, name: string) => void };
  onClose: (saved?: string) => void;
}) {
  const { can } = useDesk();
  const say = useNotice();
  const words = useVocabulary().data;
  const save = useWrite(matters.SaveBody);
  const remove = useWrite((key: string) => matters.DeleteBody(key));
  const restore = useWrite((key: string) => matters.RestoreBody(key));
  const form = useForm({
    draftKey: `matters.body.${body?.id ?? (missing ? `missing.${missing.name}` : 'new')}`,
    initial: {
      name: body?.name ?? missing?.name ?? '',
      shortName: body?.shortName ?? '',
      level: body?.level ?? '',
      police: body?.police ?? false,
      note: body?.note ?? '',
      guardReason: '',
    },
    check: (v): Record<string, string> => (v.name.trim() ? {} : { name: 'Hãy nhập tên cơ quan.' }),
    save: (v) => save.mutateAsync({ id: body?.id ?? '', ...v }),
  });
  const drop = async () => {
    try {
      await remove.mutateAsync(body!.id);
      say.done(
        'Đã bỏ vào thùng rác.',
        () =>
          void restore.mutateAsync(body!.id).then(
            () => say.done('Đã lấy lại.'),
            (error: unknown) => say.failed(readFault(error).message),
          ),
      );
      onClose();
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  return (
    <FormDrawer
      title={body ? 'Sửa cơ quan' : 'Thêm cơ quan'}
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        if (body) say.done('Đã lưu.');
        else say.done(`Đã thêm ${saved.name}.`, () => remove.mutateAsync(saved.id));
        if (missing) missing.onAdded(saved.id, saved.name);
        else onClose(saved.id);
      }}
    >
      <Field form={form} name="name" label="Tên cơ quan" required>
        {(p) => <TextInput {...p} placeholder="ví dụ: Phòng Kinh tế xã" />}
      </Field>
      <FieldRow>
        <Field form={form} name="shortName" label="Tên gọn">
          {(p) => <TextInput {...p} />}
        </Field>
        <Field form={form} name="level" label="Cấp">
          {(p) => <ChoiceInput {...p} options={options(words?.levels)} />}
        </Field>
      </FieldRow>
      <Field form={form} name="police" label="Việc khẩn">
        {(p) => <CheckInput {...p} label="Nơi nhận việc khẩn (lừa đảo, tụ tập…) trong ngày" />}
      </Field>
      <Field form={form} name="note" label="Ghi chú">
        {(p) => (
          <GuardedText
            phrases="tra_loi"
            {...p}
            rows={1}
            reason={form.values.guardReason}
            onReason={(code) => form.set('guardReason', code)}
          />
        )}
      </Field>
      {body && can('matters.DeleteBody') && (
        <div>
          <Button danger onClick={() => void drop()}>
            Bỏ vào thùng rác
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
