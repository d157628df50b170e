import { Button } from 'antd';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { addDays, show } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { UnitPicker } from '../../pickers/UnitPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkedListBar } from '../../ui/LinkedListBar';
import { CheckInput, ChoiceInput } from '../../ui/inputs';
import { useKeptState } from '../../ui/sessionState';
import { PageHeader, Section } from '../../ui/PageHeader';
import { SavedFilters } from '../../ui/SavedFilters';
import { StatusTag } from '../../ui/StatusTag';
import { useLinkedFilter } from '../../ui/useLinkedFilter';
import { useShortcut } from '../../ui/useShortcut';
import { share } from './labels';
import { useCoverage, useSchemes } from './queries';
import { Tabs } from './Tabs';

type Upper = Go.assignments.UpperRow;
type Vacant = Go.assignments.VacantPlace;
type Query = Go.assignments.CoverageQuery;

const EVERYTHING: Query = {
  day: '',
  from: '',
  to: '',
  kindId: '',
  underId: '',
  limit: 0,
  listed: '',
  upperId: '',
  upperIds: [],
};

const sum = (rows: Upper[], of: (row: Upper) => number) => rows.reduce((n, row) => n + of(row), 0);
const uppers: Column<Upper>[] = [
  {
    key: 'upper',
    title: 'Cấp trên trực tiếp',
    kind: 'name',
    render: (u) => u.upperLabel,
    sortBy: (u) => u.upperLabel,
    total: () => 'Cộng',
  },
  { key: 'kind', title: 'Hình thức', kind: 'text', width: 15, render: (u) => u.kindName, sortBy: (u) => u.kindName },
  {
    key: 'share',
    title: 'Có người / phải có',
    kind: 'number',
    width: 13,
    render: (u) => share(u.covered, u.required),
    sortBy: (u) => u.covered / Math.max(u.required, 1),
    total: (all) =>
      share(
        sum(all, (u) => u.covered),
        sum(all, (u) => u.required),
      ),
  },
  {
    key: 'vacant',
    title: 'Còn trống',
    kind: 'number',
    width: 7,
    render: (u) => showNumber(u.required - u.covered),
    sortBy: (u) => u.required - u.covered,
    total: (all) => showNumber(sum(all, (u) => u.required - u.covered)),
  },
  {
    key: 'days',
    title: 'Ngày trống',
    kind: 'number',
    width: 7.5,
    render: (u) => showNumber(u.vacantDays),
    sortBy: (u) => u.vacantDays,
    total: (all) => showNumber(sum(all, (u) => u.vacantDays)),
  },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 9,
    render: (u) =>
      u.covered === u.required ? (
        <StatusTag tone="good">Phủ kín</StatusTag>
      ) : (
        <StatusTag tone="bad">Còn trống</StatusTag>
      ),
  },
];
const vacant: Column<Vacant>[] = [
  { key: 'target', title: 'Địa bàn, chi bộ', kind: 'name', render: (v) => v.targetLabel, sortBy: (v) => v.targetLabel },
  { key: 'kind', title: 'Hình thức cần có', kind: 'text', width: 15, render: (v) => v.kindName },
  {
    key: 'since',
    title: 'Trống từ ngày',
    kind: 'day',
    width: 8.5,
    render: (v) => <span className="cn-nowrap">{show(v.vacantSince)}</span>,
    sortBy: (v) => v.vacantSince,
  },
  {
    key: 'days',
    title: 'Số ngày',
    kind: 'number',
    width: 7,
    render: (v) => showNumber(v.vacantDays),
    sortBy: (v) => v.vacantDays,
  },
];

/** The places a number of a paper counts, with who is in charge of them. */
const held: Column<Vacant>[] = [
  vacant[0]!,
  {
    key: 'upper',
    title: 'Cấp trên trực tiếp',
    kind: 'name',
    width: 15,
    render: (v) => v.upperLabel,
    sortBy: (v) => v.upperLabel,
  },
  vacant[1]!,
  {
    key: 'who',
    title: 'Người phụ trách',
    kind: 'name',
    width: 15,
    render: (v) => (v.covered ? v.holders : <StatusTag tone="bad">Còn trống</StatusTag>),
    sortBy: (v) => v.holders,
  },
];
const LISTED: Record<string, string> = { co_nguoi: 'Có người phụ trách', phai_co: 'Phải có người phụ trách' };

/** Coverage on a day: what must have somebody, what has, and how long the rest has been without. */
export function CoveragePage() {
  const { asOf } = useDesk();
  const navigate = useNavigate();
  const id = useId();
  const [kindId, setKind] = useKeptState('coverage.kind', '');
  const [under, setUnder] = useKeptState<Picked | null>('coverage.under', null);
  const [year, setYear] = useKeptState('coverage.year', false);
  const schemes = useSchemes().data ?? [];
  const [given, leaveGiven] = useLinkedFilter('coverage.given', EVERYTHING);
  const view = useCoverage(
    given?.filter ?? {
      ...EVERYTHING,
      day: asOf,
      from: year ? `${asOf.slice(0, 4)}-01-01` : '',
      to: year ? addDays(asOf, 1) : '',
      kindId,
      underId: under?.id ?? '',
    },
  );
  useShortcut('f5', () => void view.refetch());
  const kinds = [
    { value: 'ALL', label: 'Mọi hình thức phải phủ kín' },
    ...schemes.flatMap((s) =>
      s.kinds.filter((k) => k.coverage).map((k) => ({ value: k.id, label: `${k.code} ${k.name}` })),
    ),
  ];
  const c = view.data;
  const listed = given ? LISTED[given.filter.listed ?? ''] : undefined;
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader tabs={<Tabs />} title="Phủ kín, còn trống" />
      {given && <LinkedListBar words={given.words} onLeave={leaveGiven} />}
      {!given && (
        <div className="cn-filters" role="search">
          <div>
            <label htmlFor={`${id}-k`}>Hình thức</label>
            <ChoiceInput
              id={`${id}-k`}
              value={kindId || 'ALL'}
              onChange={(next) => setKind(next === 'ALL' ? '' : next)}
              options={kinds}
            />
          </div>
          <div>
            <label htmlFor={`${id}-u`}>Thuộc</label>
            <UnitPicker id={`${id}-u`} value={under} onChange={setUnder} asOf={asOf} placeholder="Thuộc mọi nơi" />
          </div>
          <SavedFilters
            list="con-trong"
            value={{ kindId, under, year }}
            onTake={(next) => {
              setKind(next.kindId);
              setUnder(next.under);
              setYear(next.year);
            }}
          />
          <CheckInput value={year} onChange={setYear} label={`Đếm ngày trống từ đầu năm ${asOf.slice(0, 4)}`} />
        </div>
      )}
      {view.error && <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />}
      {c && c.required === 0 && (
        <EmptyState
          title="Chưa có nơi nào phải có người phụ trách"
          action={
            <Button type="primary" onClick={() => void navigate('/phan-cong/chu-truong')}>
              Mở chủ trương
            </Button>
          }
        >
          Đánh dấu “phải phủ kín” cho hình thức phân công trong chủ trương.
        </EmptyState>
      )}
      {c && c.required > 0 && (
        <>
          <p className="cn-cover-sum" role="status">
            <strong>{share(c.covered, c.required)}</strong> nơi có người phụ trách chính; còn trống{' '}
            <strong>{showNumber(c.vacantTotal)}</strong>, {year ? 'từ đầu năm' : 'đang trống tổng cộng'}{' '}
            <strong>{showNumber(c.vacantDays)}</strong> ngày.
          </p>
          <Section
            title={`${listed ?? 'Còn trống'}${c.vacant.length < c.vacantTotal ? ` (${showNumber(c.vacant.length)} nơi${listed ? ' đầu' : ' trống lâu nhất'})` : ''}`}
            flush
          >
            <DataTable
              label={listed ?? 'Nơi còn trống'}
              counted={listed ? 'nơi' : 'nơi còn trống'}
              of={c.vacantTotal}
              fit="content"
              columns={listed ? held : vacant}
              rows={c.vacant}
              rowKey={(v) => `${v.kindId}/${v.targetId}`}
              paper={{ said: [`Tính đến ngày ${show(asOf)}`, saidFilter('Thuộc', under?.name)] }}
              onOpen={(v) => void navigate(`/dia-ban?id=${v.targetId}`)}
              empty={<EmptyState title="Không nơi nào trống" />}
            />
          </Section>
          {!given && (
            <Section title="Theo cấp trên trực tiếp" flush>
              <DataTable
                label="Theo cấp trên trực tiếp"
                paper={{ title: 'Mức phủ kín theo cấp trên trực tiếp', said: [`Tính đến ngày ${show(asOf)}`] }}
                counted="dòng"
                fit="content"
                columns={uppers}
                rows={c.uppers}
                rowKey={(u) => `${u.kindId}/${u.upperId}`}
                onOpen={(u) => setUnder({ id: u.upperId, name: u.upperLabel })}
              />
            </Section>
          )}
          <p className="cn-soft cn-small">
            Tỷ lệ = số nơi có người phụ trách chính đang hiệu lực / số nơi phải có vào ngày xem. Ngày trống = số ngày
            không có người phụ trách chính, tính đến hết ngày xem.
          </p>
        </>
      )}
    </div>
  );
}
