// The kit on one screen each, with made-up records, for looking at it while it changes. Never part of the program.
import { Button } from 'antd';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { DateField } from '../src/pickers/DateField';
import { OfficersPicker } from '../src/pickers/OfficerPicker';
import { PeriodPicker } from '../src/pickers/PeriodPicker';
import type { Picked } from '../src/pickers/SearchPicker';
import { Pickers } from '../src/pickers/sources';
import { UnitPicker } from '../src/pickers/UnitPicker';
import { DataTable } from '../src/ui/DataTable';
import { ErrorNotice } from '../src/ui/ErrorNotice';
import { Field, FieldRow } from '../src/ui/Field';
import { FormDrawer } from '../src/ui/FormDrawer';
import { Grid, type GridRow } from '../src/ui/Grid';
import { CheckInput, ChoiceInput, ChoiceRow, TextArea, TextInput } from '../src/ui/inputs';
import { Notices, useNotice } from '../src/ui/notices';
import { NumberInput } from '../src/ui/NumberInput';
import { PageHeader, Section } from '../src/ui/PageHeader';
import { PdfPreview } from '../src/ui/PdfPreview';
import { sortName } from '../src/ui/sortRows';
import { SplitPane } from '../src/ui/SplitPane';
import { StatusTag } from '../src/ui/StatusTag';
import { applyTextSize, Theme, type TextSize } from '../src/ui/theme';
import { Timeline } from '../src/ui/Timeline';
import { useForm } from '../src/ui/useForm';
import { VirtualTree } from '../src/ui/VirtualTree';

const asked = new URLSearchParams(location.search);
applyTextSize((Number(asked.get('text')) || 100) as TextSize);
const today = '2026-11-22';
const people = Array.from({ length: 2000 }, (_, n) => ({
  id: `o${n}`,
  name: `Cán bộ mẫu ${String(n + 1).padStart(2, '0')}`,
  post: n % 3 ? 'Huyện ủy viên, Phó Trưởng ban Tổ chức Huyện ủy' : 'Ủy viên Ban Thường vụ',
  held: n % 5,
}));
const places = Array.from({ length: 15_823 }, (_, n) => ({
  id: `u${n}`,
  parentId: n === 0 ? '' : n < 20 ? 'u0' : `u${1 + (n % 19)}`,
  label: n === 0 ? 'Tỉnh mẫu' : n < 20 ? `Xã mẫu số ${n}` : `Ấp Đông mẫu ${n}`,
  note: n === 0 ? 'tỉnh' : n < 20 ? 'xã' : 'ấp',
}));
const pick = (list: Picked[]) => async (text: string) =>
  list.filter((each) => each.name.toLowerCase().includes(text.toLowerCase())).slice(0, 12);
const sources = {
  units: pick(places.map((each) => ({ id: each.id, name: each.label, note: 'Xã mẫu số 1, Tỉnh mẫu' }))),
  officers: pick(people.map((each) => ({ id: each.id, name: each.name, note: each.post }))),
};

function ListPage() {
  const [chosen, setChosen] = useState<string | null>('o3');
  return (
    <div className="cn-page">
      <PageHeader
        title="Cán bộ"
        aside="tính đến 22/11/2026"
        sub="Ai đang giữ chức vụ gì, phụ trách bao nhiêu địa bàn"
        actions={
          <>
            <Button>Xuất Excel</Button>
            <Button type="primary">Thêm cán bộ</Button>
          </>
        }
      />
      <DataTable
        label="Danh sách cán bộ"
        counted="cán bộ"
        rows={people}
        rowKey={(each) => each.id}
        selected={chosen}
        onSelect={setChosen}
        onOpen={() => {}}
        columns={[
          {
            key: 'name',
            title: 'Họ và tên',
            kind: 'name',
            width: 15,
            render: (o) => o.name,
            sortBy: (o) => sortName(o.name),
          },
          { key: 'post', title: 'Chức vụ', kind: 'text', render: (o) => o.post },
          {
            key: 'state',
            title: 'Tình trạng',
            kind: 'status',
            width: 13,
            render: (o) => (
              <StatusTag tone={(['good', 'warn', 'bad', 'info', 'none'] as const)[o.held]!}>
                {['Đang phụ trách', 'Sắp hết hạn', 'Quá hạn', 'Chờ phản hồi', 'Không tổ chức'][o.held]}
              </StatusTag>
            ),
          },
          {
            key: 'held',
            title: 'Địa bàn',
            kind: 'number',
            width: 7,
            render: (o) => o.held,
            sortBy: (o) => o.held,
            total: (all) => all.reduce((sum, each) => sum + each.held, 0),
          },
        ]}
        footer={<Button>In danh sách</Button>}
      />
    </div>
  );
}

function TreePage() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['u0', 'u2']));
  const [chosen, setChosen] = useState<string | null>('u2');
  const [query, setQuery] = useState(asked.get('q') ?? '');
  return (
    <div className="cn-page">
      <PageHeader title="Địa bàn" sub="15.823 địa bàn và tổ chức đảng" />
      <SplitPane
        name="gallery"
        left={
          <>
            <TextInput value={query} onChange={setQuery} placeholder="Tìm địa bàn (F3)" />
            <VirtualTree
              label="Cây địa bàn"
              nodes={places}
              opened={opened}
              onOpened={setOpened}
              selected={chosen}
              onSelect={setChosen}
              query={query}
            />
          </>
        }
        right={
          <>
            <Section title="Người phụ trách qua các thời kỳ">
              <Timeline
                label="Người phụ trách"
                today={today}
                onOpen={() => {}}
                tenures={[
                  { id: '1', label: 'Cán bộ mẫu 07', from: '2018-03-01', to: '2020-11-01' },
                  { id: '2', label: 'Cán bộ mẫu 09', note: 'QĐ 112-QĐ/HU', from: '2021-03-15', to: '2024-06-01' },
                  { id: '3', label: 'Cán bộ mẫu 04', from: '2024-06-01', to: '' },
                ]}
              />
            </Section>
            <Section title="Năm nay">
              <Timeline
                label="Năm nay"
                today={today}
                tenures={[{ id: '1', label: 'Cán bộ mẫu 04', from: '2026-01-01', to: '2026-08-01' }]}
              />
            </Section>
            <ErrorNotice
              error={{ code: 'internal', message: 'Không đọc được danh sách.', fields: {}, id: 'a1b2c3' }}
              onRetry={() => {}}
            />
          </>
        }
      />
    </div>
  );
}

function FormPage() {
  const say = useNotice();
  const form = useForm({
    draftKey: 'gallery',
    initial: {
      name: 'Nguyễn Văn Mẫu',
      note: '',
      kind: 'hop',
      way: 'a',
      day: '2026-07-29',
      period: '2026-06',
      count: 24 as number | null,
      ok: true,
      unit: null as Picked | null,
      people: [] as Picked[],
    },
    check: (values): Record<string, string> => (values.unit ? {} : { unit: 'Hãy chọn địa bàn nơi họp.' }),
    save: async () => ({}),
  });
  return (
    <FormDrawer
      title="Ghi một cuộc họp"
      form={form}
      onClose={() => say.done('Đã quay lại.', () => {})}
      onSaved={() => say.done('Đã lưu cuộc họp.', () => {})}
      onNext={() => {}}
    >
      <Field form={form} name="name" label="Họ và tên" required hint="Viết như trong quyết định.">
        {(p) => <TextInput {...p} />}
      </Field>
      <FieldRow>
        <Field form={form} name="day" label="Ngày họp">
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="count" label="Có mặt">
          {(p) => <NumberInput {...p} unit="người" />}
        </Field>
      </FieldRow>
      <Field form={form} name="unit" label="Địa bàn" required>
        {(p) => <UnitPicker {...p} />}
      </Field>
      <Field form={form} name="people" label="Cán bộ dự">
        {(p) => <OfficersPicker {...p} />}
      </Field>
      <Field form={form} name="period" label="Kỳ báo cáo">
        {(p) => <PeriodPicker {...p} />}
      </Field>
      <Field form={form} name="kind" label="Loại cuộc họp">
        {(p) => (
          <ChoiceInput
            {...p}
            options={[
              { value: 'hop', label: 'Sinh hoạt chi bộ' },
              { value: 'to', label: 'Họp Tổ nhân dân tự quản' },
            ]}
          />
        )}
      </Field>
      <Field form={form} name="way" label="Kết quả">
        {(p) => (
          <ChoiceRow
            {...p}
            options={[
              { value: 'a', label: 'Đã dự' },
              { value: 'b', label: 'Vắng có phép' },
              { value: 'c', label: 'Không tổ chức' },
            ]}
          />
        )}
      </Field>
      <Field form={form} name="note" label="Góp ý của cán bộ">
        {(p) => <TextArea {...p} />}
      </Field>
      <CheckInput value={form.values.ok} onChange={(value) => form.set('ok', value)} label="Đã gửi tài liệu trước" />
    </FormDrawer>
  );
}

function GridPage() {
  const [rows, setRows] = useState<GridRow[]>(() =>
    ['Quí Đức A', 'Quí Đức B', 'Quí Thạnh', 'An Hòa', 'Thạnh Lợi', 'Thạnh Hưng'].map((name, n) => ({
      id: `r${n}`,
      name,
      values: {
        unit: name,
        officer: n === 3 ? 'chưa có người' : `Cán bộ mẫu 0${n}`,
        result: n < 3 ? 'da_du' : '',
        present: n < 3 ? '24' : '',
        note: '',
      },
    })),
  );
  return (
    <div className="cn-page">
      <PageHeader
        title="Lưới tháng 11/2026 · Sinh hoạt chi bộ"
        sub="Mũi tên để đi, gõ để chọn, Ctrl+D điền xuống, dán được từ Excel, Ctrl+Z hoàn tác, Ctrl+S lưu"
        actions={<Button type="primary">Lưu 12 dòng</Button>}
      />
      <Grid
        label="Lưới tháng"
        counted="chi bộ"
        rows={rows}
        onChange={(changes) =>
          setRows((all) =>
            all.map((row) => ({
              ...row,
              values: {
                ...row.values,
                ...Object.fromEntries(
                  changes.filter((each) => each.rowId === row.id).map((each) => [each.key, each.value]),
                ),
              },
            })),
          )
        }
        columns={[
          { key: 'unit', title: 'Chi bộ', kind: 'fixed', width: 10 },
          { key: 'officer', title: 'Cán bộ', kind: 'fixed', width: 10 },
          {
            key: 'result',
            title: 'Kết quả',
            kind: 'choice',
            width: 11,
            options: [
              { value: 'da_du', label: 'Đã dự', code: 'Đ', tone: 'good' },
              { value: 'phep', label: 'Vắng có phép', code: 'P', tone: 'warn' },
              { value: 'vang', label: 'Vắng', code: 'V', tone: 'bad' },
              { value: 'khong', label: 'Không tổ chức', code: 'K', tone: 'none' },
            ],
            total: (all) => `${all.filter((row) => row.values.result === 'da_du').length} đã dự`,
          },
          {
            key: 'present',
            title: 'Có mặt',
            kind: 'number',
            align: 'right',
            width: 7,
            check: (text) => (/^\d*$/.test(text) ? undefined : 'Cột Có mặt chỉ nhận số.'),
          },
          { key: 'note', title: 'Góp ý của cán bộ', kind: 'text' },
        ]}
      />
    </div>
  );
}

const pages: Record<string, () => React.ReactNode> = {
  list: ListPage,
  tree: TreePage,
  form: FormPage,
  grid: GridPage,
  pdf: () => (
    <div className="cn-page">
      <PageHeader title="Xem trước" />
      <PdfPreview
        src={asked.get('src') ?? ''}
        name="mau"
        title="Văn bản mẫu"
        about=""
        actions={<Button type="primary">In</Button>}
      />
    </div>
  ),
};
const Page = pages[asked.get('page') ?? 'list'] ?? ListPage;
createRoot(document.getElementById('root')!).render(
  <Theme>
    <MemoryRouter>
      <Notices>
        <Pickers sources={sources}>
          <div className="gallery">
            <Page />
          </div>
        </Pickers>
      </Notices>
    </MemoryRouter>
  </Theme>,
);
