import { Button } from 'antd';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { SavedFilters } from '../../ui/SavedFilters';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import type { Go } from '../../api/client';
import { DecisionBin } from './DecisionBin';
import { states } from './labels';
import { useDecisions } from './queries';
import { Tabs } from './Tabs';

type Row = Go.assignments.DecisionRow;

const columns: Column<Row>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    kind: 'symbol',
    width: 10,
    render: (d) => d.numberText || 'chưa có số',
    sortBy: (d) => d.numberText,
  },
  {
    key: 'date',
    title: 'Ngày',
    kind: 'day',
    width: 7.5,
    render: (d) => <span className="cn-nowrap">{show(d.docDate) || NONE}</span>,
    sortBy: (d) => d.docDate,
  },
  {
    key: 'subject',
    title: 'Trích yếu',
    kind: 'text',
    render: (d) => (
      <>
        {d.subject || d.actionWord}
        <Second>{d.issuer}</Second>
      </>
    ),
  },
  { key: 'action', title: 'Loại', kind: 'text', width: 11, render: (d) => d.actionWord, sortBy: (d) => d.actionWord },
  {
    key: 'effective',
    title: 'Hiệu lực từ',
    kind: 'day',
    width: 7.5,
    render: (d) => <span className="cn-nowrap">{show(d.effectiveDate) || NONE}</span>,
    sortBy: (d) => d.effectiveDate,
  },
  { key: 'lines', title: 'Số dòng', kind: 'number', width: 6, render: (d) => d.lineCount, sortBy: (d) => d.lineCount },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 10,
    render: (d) => <StatusTag tone={states[d.state]?.tone ?? 'none'}>{states[d.state]?.word ?? d.state}</StatusTag>,
    sortBy: (d) => d.state,
  },
];

/** Every decision, drafts first. */
export function DecisionsPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const id = useId();
  const find = useRef<HTMLDivElement>(null);
  const [text, setText] = useSessionState('decisions.text', '');
  const [state, setState] = useKeptState('decisions.state', '');
  const [chosen, setChosen] = useSessionState<string | null>('decisions.chosen', null);
  const list = useDecisions({ text: useDeferredValue(text), state, year: 0 });
  const [bin, setBin] = useState(false);
  const narrowed = text !== '' || state !== '';
  const add = () => void navigate('/phan-cong/quyet-dinh/moi');
  const mayAdd = can('assignments.SaveDecision');
  useShortcut('ctrl+n', mayAdd && (() => add()));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  useShortcut('f5', () => void list.refetch());
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Quyết định phân công"
        actions={
          <>
            {can('assignments.RestoreDecision') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
            {mayAdd && (
              <Button type="primary" onClick={add}>
                Nhập quyết định
              </Button>
            )}
          </>
        }
      />
      <div className="cn-filters" role="search" ref={find}>
        <div>
          <label htmlFor={`${id}-t`}>Tìm chữ</label>
          <TextInput id={`${id}-t`} value={text} onChange={setText} placeholder="Tìm số, trích yếu" />
        </div>
        <div>
          <label htmlFor={`${id}-s`}>Tình trạng</label>
          <ChoiceInput
            id={`${id}-s`}
            value={state || 'ALL'}
            onChange={(next) => setState(next === 'ALL' ? '' : next)}
            options={[
              { value: 'ALL', label: 'Mọi tình trạng' },
              ...Object.entries(states).map(([value, each]) => ({ value, label: each.word })),
            ]}
          />
        </div>
        <SavedFilters list="quyet-dinh" value={{ state }} onTake={(next) => setState(next.state)} />
        {narrowed && (
          <Button
            onClick={() => {
              setText('');
              setState('');
            }}
          >
            Bỏ lọc
          </Button>
        )}
      </div>
      <DataTable
        label="Danh sách quyết định"
        counted="quyết định"
        columns={columns}
        rows={list.data?.items ?? []}
        paper={{
          title: 'Quyết định phân công',
          said: [saidFilter('Tình trạng', states[state]?.word), saidFilter('Tìm chữ', text)],
        }}
        rowKey={(d) => d.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={(d) => void navigate(`/phan-cong/quyet-dinh/${d.id}`)}
        empty={
          narrowed ? (
            <EmptyState title="Không có quyết định nào như vậy">Thử gõ ít chữ hơn hoặc bỏ lọc.</EmptyState>
          ) : (
            <EmptyState
              title="Chưa có quyết định nào"
              action={
                mayAdd && (
                  <Button type="primary" onClick={add}>
                    Nhập quyết định
                  </Button>
                )
              }
            />
          )
        }
      />
      {bin && <DecisionBin onClose={() => setBin(false)} />}
    </div>
  );
}
