import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readLinkedFilter } from '../../lib/linkedFilter';
import { showNumber } from '../../lib/text';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { useBackToPaper } from '../../ui/BackToPaper';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceInput, ChoiceRow } from '../../ui/inputs';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { useShortcut } from '../../ui/useShortcut';
import { CellsSheet, type CellsWanted } from './CellsSheet';
import { BY, count, COUNTS, EVERY_CELL, percent, RATE_RULE, rate, type By, type Count } from './labels';
import { useFulfilment, useWords, type Filter, type Row } from './queries';
import { ScopeFilters } from './ScopeFilters';
import { Tabs } from './Tabs';
import { saidScope, useScope } from './useScope';

const HOW_COUNTED =
  'Không tổ chức, tạm dừng và chưa đến hạn không nằm trong phải dự. Cuộc họp chung của mấy nơi tính một lần cho cán bộ, ' +
  'một lần cho mỗi nơi. Bấm vào số để xem từng cuộc họp.';

/** Kết quả thực hiện: what was to be attended and what became of it. Every number opens the meetings behind it. */
export function FulfilmentPage() {
  const navigate = useNavigate();
  const id = useId();
  const scope = useScope();
  const [params, setParams] = useSearchParams();
  const [by, setBy] = useKeptState<By>('fulfilment.by', 'officer');
  const [officer, setOfficer] = useKeptState<Picked | null>('fulfilment.officer', null);
  const [kind, setKind] = useKeptState('fulfilment.kind', '');
  const [chosen, setChosen] = useSessionState<string | null>('fulfilment.chosen', null);
  const [cells, setCells] = useState<CellsWanted | null>(null);
  const words = useWords().data;
  const paper = useBackToPaper();

  // A reminder of the first screen and a number of a paper lead to the very occurrences they count.
  useEffect(() => {
    const given = readLinkedFilter(params, EVERY_CELL);
    if (given === null) return;
    setCells({ ...given.filter, title: given.words || 'Việc cần làm', followed: true });
    setParams({}, { replace: true });
  }, [params, setParams]);

  const filter: Filter = {
    span: scope.span,
    by,
    underId: scope.under?.id ?? '',
    officerId: officer?.id ?? '',
    unitId: '',
    ruleId: '',
    seriesId: '',
    activity: kind,
  };
  const list = useFulfilment(filter);
  const rows = list.data?.rows ?? [];
  useShortcut('f5', () => void list.refetch());
  const open = (row: Row | null, what?: Count) =>
    setCells({
      filter,
      key: row?.key ?? '',
      outcomes: what?.outcomes ?? [],
      held: what?.held,
      part: what?.part,
      title: `${row ? row.label || row.name : 'Tất cả'}: ${what?.whole ?? 'mọi lần'}`,
    });
  const number = (row: Row | null, what: Count, n: number) =>
    n === 0 ? (
      <span className="cn-count-none">{count(0)}</span>
    ) : (
      <button type="button" className="cn-link cn-count" onClick={() => open(row, what)}>
        {showNumber(n)}
      </button>
    );
  const total = list.data?.total;
  const common = total && total.held > 0 ? `Tỷ lệ chung ${percent(total.done, total.held)}. ` : '';
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: BY.find((each) => each.value === by)?.label ?? '',
      kind: 'name',
      render: (r) => (
        <>
          {r.label || r.name}
          {r.note !== '' && <Second>{r.note}</Second>}
        </>
      ),
      total: () => 'Cộng',
    },
    {
      key: 'rate',
      title: 'Tỷ lệ dự',
      kind: 'number',
      width: 6.5,
      sortBy: (r) => (r.tally.held === 0 ? -1 : r.tally.done / r.tally.held),
      render: (r) => (
        <button type="button" className="cn-link cn-count" onClick={() => open(r)}>
          {rate(r.tally.done, r.tally.held)}
        </button>
      ),
      total: () => (total ? rate(total.done, total.held) : ''),
    },
    ...COUNTS.map((each): Column<Row> => ({
      key: each.key,
      title: each.title,
      kind: 'number',
      width: 4.5,
      render: (r) => number(r, each, r.tally[each.key]),
      sortBy: (r) => r.tally[each.key],
      total: () => (total ? number(null, each, total[each.key]) : ''),
    })),
  ];
  const openRow = (row: Row) => {
    if (by === 'officer') void navigate(row.teamId === '' ? `/can-bo/${row.key}` : '/phan-cong/chu-truong');
    else if (by === 'unit') void navigate(`/dia-ban?id=${row.key}`);
    else if (by === 'upper') {
      scope.setUnder({ id: row.key, name: row.label || row.name });
      setBy('unit');
    } else open(row);
  };
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Kết quả thực hiện"
        actions={
          <Button
            onClick={() =>
              void navigate(
                `/bao-cao/R7?${new URLSearchParams({ ky: scope.period, ...(scope.under && { 'don-vi': scope.under.id, 'ten-don-vi': scope.under.name }) })}`,
              )
            }
          >
            In tổng hợp
          </Button>
        }
      />
      <ScopeFilters
        scope={scope}
        own={{
          list: 'ket-qua',
          value: { by, officer, kind },
          onTake: (next) => {
            setBy(next.by);
            setOfficer(next.officer);
            setKind(next.kind);
          },
        }}
        first={<ChoiceRow ariaLabel="Tính theo" value={by} onChange={setBy} options={BY} />}
        active={[officer, kind].filter(Boolean).length}
      >
        <div>
          <label htmlFor={`${id}-o`}>Của cán bộ</label>
          <OfficerPicker id={`${id}-o`} value={officer} onChange={setOfficer} placeholder="Mọi cán bộ" />
        </div>
        <div>
          <label htmlFor={`${id}-k`}>Loại cuộc họp</label>
          <ChoiceInput
            id={`${id}-k`}
            value={kind || 'ALL'}
            onChange={(next) => setKind(next === 'ALL' ? '' : next)}
            options={[
              { value: 'ALL', label: 'Mọi loại' },
              ...(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word })),
            ]}
          />
        </div>
      </ScopeFilters>
      <DataTable
        label="Kết quả thực hiện"
        counted="dòng"
        columns={columns}
        rows={rows}
        rowKey={(r) => r.key}
        selected={chosen}
        onSelect={setChosen}
        onOpen={openRow}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        paper={{
          said: [
            ...saidScope(scope),
            saidFilter('Cán bộ', officer?.name),
            saidFilter('Loại cuộc họp', words?.kinds.find((each) => each.code === kind)?.word),
          ],
          sheet: [
            { title: 'Tên', text: (r) => r.label || r.name },
            ...COUNTS.map((each) => ({ title: each.whole, text: (r: Row) => r.tally[each.key] })),
            { title: 'được tính là dự', text: (r) => r.tally.done },
            { title: 'cuộc đã họp', text: (r) => r.tally.held },
          ],
        }}
        note={`${common}${RATE_RULE} ${HOW_COUNTED}`}
        empty={
          <EmptyState title="Không có nhiệm vụ nào trong kỳ này">
            Số phải dự tính từ phân công và nhiệm vụ định kỳ; hãy xem mục Lịch, nhiệm vụ đã có nhiệm vụ định kỳ chưa.
          </EmptyState>
        }
      />
      {cells && <CellsSheet wanted={cells} onClose={() => (paper && cells.followed ? paper() : setCells(null))} />}
    </div>
  );
}
