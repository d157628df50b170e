import { Button } from 'antd';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import type { Picked } from '../../pickers/SearchPicker';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { LinkedListBar } from '../../ui/LinkedListBar';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { MineFilter, useMineAddress } from '../../ui/MineFilter';
import { MoreFilters } from '../../ui/MoreFilters';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { sortName } from '../../ui/sortRows';
import { useLinkedFilter } from '../../ui/useLinkedFilter';
import { MarksBar, useMarks } from '../../ui/useMarks';
import { useShortcut } from '../../ui/useShortcut';
import { EndForm } from './EndForm';
import { standing } from './labels';
import { registerSheet } from './registerSheet';
import { useRegister, useSchemes, type RegisterFilter, type RegisterRow } from './queries';
import { Tabs } from './Tabs';

const columns: Column<RegisterRow>[] = [
  {
    key: 'who',
    title: 'Cán bộ, tổ',
    kind: 'name',
    width: 14,
    render: (r) => (
      <>
        {r.officerName}
        {r.post && <Second>{r.post}</Second>}
      </>
    ),
    sortBy: (r) => sortName(r.officerName),
  },
  { key: 'target', title: 'Địa bàn, chi bộ', kind: 'name', render: (r) => r.targetLabel, sortBy: (r) => r.targetLabel },
  {
    key: 'kind',
    title: 'Hình thức',
    kind: 'text',
    width: 14,
    render: (r) => (
      <>
        {r.kindName}
        {!r.primary && <span className="cn-soft"> (phối hợp)</span>}
      </>
    ),
    sortBy: (r) => r.kindCode,
  },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (r) => <span className="cn-nowrap">{show(r.validFrom)}</span>,
    sortBy: (r) => r.validFrom,
  },
  {
    key: 'decision',
    title: 'Quyết định',
    kind: 'symbol',
    width: 9,
    render: (r) => r.decisionNumber || NONE,
    sortBy: (r) => r.decisionNumber,
  },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 11,
    render: (r) => <StatusTag tone={standing(r).tone}>{standing(r).word}</StatusTag>,
    sortBy: (r) => standing(r).word,
  },
];

const EVERYTHING: RegisterFilter = {
  day: '',
  from: '',
  to: '',
  text: '',
  kindId: '',
  underId: '',
  officerId: '',
  limit: 0,
  offset: 0,
};

/** The register as of a day: who has what. */
export function AssignmentsPage() {
  const { asOf, can, mine } = useDesk();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const id = useId();
  const find = useRef<HTMLDivElement>(null);
  const [text, setText] = useSessionState('assignments.text', '');
  const [kindId, setKind] = useKeptState('assignments.kind', '');
  const [under, setUnder] = useKeptState<Picked | null>('assignments.under', null);
  const [officer, setOfficer] = useKeptState<Picked | null>('assignments.officer', null);
  const [chosen, setChosen] = useSessionState<string | null>('assignments.chosen', params.get('id'));
  const [ending, setEnding] = useState<RegisterRow[]>([]);
  const schemes = useSchemes().data ?? [];
  const [linked, leaveLinked] = useLinkedFilter('assignments.linked', EVERYTHING);
  useMineAddress((me) => {
    leaveLinked();
    setOfficer(me);
  });
  const found = useDeferredValue(text);
  const list = useRegister(
    linked
      ? { ...linked.filter, text: found }
      : { ...EVERYTHING, day: asOf, text: found, kindId, underId: under?.id ?? '', officerId: officer?.id ?? '' },
  );
  const rows = list.data?.items ?? [];
  const row = rows.find((each) => each.id === chosen);
  const marks = useMarks(
    rows,
    (r) => r.id,
    (r) => `${r.officerName}, ${r.targetLabel}`,
  );
  const mayEnd = can('assignments.End');
  const current = marks.marked.filter((each) => each.current);
  const narrowed = text !== '' || kindId !== '' || under !== null || officer !== null;
  const decide = () => void navigate('/phan-cong/quyet-dinh/moi');
  useShortcut('ctrl+n', can('assignments.SaveDecision') && (() => decide()));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  useShortcut('f5', () => void list.refetch());
  const kinds = [
    { value: 'ALL', label: 'Mọi hình thức' },
    ...schemes.flatMap((s) => s.kinds.map((k) => ({ value: k.id, label: `${k.code} ${k.name}` }))),
  ];
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Phân công"
        actions={
          can('assignments.SaveDecision') && (
            <Button type="primary" onClick={decide}>
              Nhập quyết định
            </Button>
          )
        }
      />
      {linked && <LinkedListBar words={linked.words} onLeave={leaveLinked} />}
      <div className="cn-filters" role="search" ref={find}>
        <div>
          <label htmlFor={`${id}-t`}>Tìm chữ</label>
          <TextInput id={`${id}-t`} value={text} onChange={setText} placeholder="Tìm cán bộ, địa bàn, số" />
        </div>
        {!linked && (
          <div>
            <label htmlFor={`${id}-u`}>Thuộc</label>
            <UnitPicker id={`${id}-u`} value={under} onChange={setUnder} asOf={asOf} placeholder="Thuộc mọi nơi" />
          </div>
        )}
        {!linked && (
          <MineFilter
            on={mine !== undefined && officer?.id === mine.id}
            onChange={(on) => setOfficer(on && mine ? mine : null)}
          />
        )}
        {!linked && (
          <MoreFilters
            name="assignments.filter"
            active={[officer, kindId].filter(Boolean).length}
            saved={{
              list: 'phan-cong',
              value: { kindId, under, officer },
              onTake: (next) => {
                setKind(next.kindId);
                setUnder(next.under);
                setOfficer(next.officer);
              },
            }}
          >
            <div>
              <label htmlFor={`${id}-o`}>Cán bộ</label>
              <OfficerPicker
                id={`${id}-o`}
                value={officer}
                onChange={setOfficer}
                asOf={asOf}
                placeholder="Mọi cán bộ"
              />
            </div>
            <div>
              <label htmlFor={`${id}-k`}>Hình thức</label>
              <ChoiceInput
                id={`${id}-k`}
                value={kindId || 'ALL'}
                onChange={(next) => setKind(next === 'ALL' ? '' : next)}
                options={kinds}
              />
            </div>
          </MoreFilters>
        )}
        {!linked && narrowed && (
          <Button
            onClick={() => {
              setText('');
              setKind('');
              setUnder(null);
              setOfficer(null);
            }}
          >
            Bỏ lọc
          </Button>
        )}
      </div>
      <div className="cn-marks" onKeyDownCapture={mayEnd ? marks.onKeyDownCapture : undefined}>
        <DataTable
          label="Sổ phân công"
          counted="phân công"
          of={list.data?.total}
          columns={mayEnd ? [marks.column, ...columns] : columns}
          rows={rows}
          paper={{
            title: 'Phân công',
            sheet: registerSheet,
            said: linked
              ? [linked.words, saidFilter('Tìm chữ', text)]
              : [
                  `Tính đến ngày ${show(asOf)}`,
                  saidFilter('Thuộc', under?.name),
                  saidFilter('Cán bộ', officer?.name),
                  kindId !== '' && saidFilter('Hình thức', kinds.find((each) => each.value === kindId)?.label),
                  saidFilter('Tìm chữ', text),
                ],
          }}
          rowKey={(r) => r.id}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          selected={chosen}
          onSelect={setChosen}
          onOpen={(r) => void navigate(`/phan-cong/quyet-dinh/${r.decisionId}`)}
          footer={
            <>
              {(list.data?.total ?? 0) > rows.length && (
                <span className="cn-soft cn-small">Mới hiện các dòng đầu; hãy tìm hoặc lọc để thu hẹp.</span>
              )}
              {can('reports.Preview') && <Button onClick={() => void navigate('/bao-cao/so-phan-cong')}>In sổ</Button>}
              {row?.current && mayEnd && marks.marked.length === 0 && (
                <Button onClick={() => setEnding([row])}>Kết thúc phân công đang chọn</Button>
              )}
              <MarksBar count={marks.marked.length} counted="phân công" onClear={marks.clear}>
                <Button disabled={current.length === 0} onClick={() => setEnding(current)}>
                  Kết thúc {current.length} phân công…
                </Button>
              </MarksBar>
            </>
          }
          empty={
            narrowed ? (
              <EmptyState title="Không có phân công nào như vậy">Thử gõ ít chữ hơn hoặc bỏ lọc.</EmptyState>
            ) : (
              <EmptyState
                title="Chưa có phân công nào vào ngày này"
                action={
                  can('assignments.SaveDecision') &&
                  (schemes.length === 0 ? (
                    <Button type="primary" onClick={() => void navigate('/phan-cong/chu-truong')}>
                      Lập chủ trương
                    </Button>
                  ) : (
                    <Button type="primary" onClick={decide}>
                      Nhập quyết định
                    </Button>
                  ))
                }
              >
                {schemes.length === 0
                  ? 'Trước hết lập chủ trương ở mục “Chủ trương, tổ”, rồi nhập quyết định phân công.'
                  : 'Nhập quyết định phân công kèm phụ lục.'}
              </EmptyState>
            )
          }
        />
      </div>
      {ending.length > 0 && <EndForm rows={ending} onClose={() => setEnding([])} onEnded={marks.clear} />}
    </div>
  );
}
