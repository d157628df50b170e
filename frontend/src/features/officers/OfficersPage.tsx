import './officers.css';
import { Button } from 'antd';
import { officers } from '../../api/client';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { UnitPicker } from '../../pickers/UnitPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { BinMany } from '../../ui/BinMany';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint } from '../../ui/StatusTag';
import { SavedFilters } from '../../ui/SavedFilters';
import { sortName } from '../../ui/sortRows';
import { usePastedBlock } from '../../ui/usePastedBlock';
import { MarksBar, useMarks } from '../../ui/useMarks';
import { useShortcut } from '../../ui/useShortcut';
import { show as showDay } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { OfficerBin } from './OfficerBin';
import { DuplicatesDialog } from './DuplicatesDialog';
import { bodies } from './labels';
import { PastedOfficers } from './PastedOfficers';
import { OfficerForm } from './OfficerForm';
import { useOfficers, useRefresh, type Row } from './queries';

const columns: Column<Row>[] = [
  { key: 'name', title: 'Họ và tên', kind: 'name', width: 15, render: (o) => o.name, sortBy: (o) => sortName(o.name) },
  { key: 'post', title: 'Chức vụ', kind: 'text', width: 18, render: (o) => o.post || NONE, sortBy: (o) => o.post },
  { key: 'org', title: 'Nơi công tác', kind: 'name', render: (o) => o.postOrg || NONE, sortBy: (o) => o.postOrg },
  { key: 'bodies', title: 'Cấp ủy', kind: 'text', width: 8, render: (o) => o.bodies || NONE, sortBy: (o) => o.bodies },
  {
    key: 'phone',
    title: 'Điện thoại cơ quan',
    kind: 'phone',
    width: 11,
    render: (o) => <span className="cn-nowrap">{o.workPhone || NONE}</span>,
  },
];

/** Everybody who can be assigned: name, post of the day, committees. */
export function OfficersPage() {
  const { asOf, can } = useDesk();
  const navigate = useNavigate();
  const id = useId();
  const find = useRef<HTMLDivElement>(null);
  const [text, setText] = useSessionState('officers.text', '');
  const [body, setBody] = useKeptState('officers.body', '');
  const [org, setOrg] = useKeptState<Picked | null>('officers.org', null);
  const [chosen, setChosen] = useSessionState<string | null>('officers.chosen', null);
  const [pasted, setPasted] = useState<string[][] | null>(null);
  const [open, setOpen] = useState<'' | 'new' | 'bin' | 'duplicates'>('');
  const list = useOfficers({ text: useDeferredValue(text), body, orgId: org?.id ?? '', day: asOf });
  const mayAdd = can('officers.Save');
  const show = (row: Row) => void navigate(`/can-bo/${row.id}`);
  useShortcut('ctrl+n', mayAdd && (() => setOpen('new')));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  useShortcut('f5', () => void list.refetch());
  usePastedBlock((block) => mayAdd && setPasted(block));
  const marks = useMarks(
    list.data?.items ?? [],
    (o) => o.id,
    (o) => o.name,
  );
  const [binning, setBinning] = useState(false);
  const mayBin = can('officers.Delete');
  const refresh = useRefresh();
  const narrowed = text !== '' || body !== '' || org !== null;
  if (pasted) return <PastedOfficers block={pasted} onClose={() => setPasted(null)} />;
  return (
    <div className="cn-page">
      <PageHeader
        title="Cán bộ"
        sub={
          mayAdd && (
            <>
              <KeyHint keys="Ctrl+N" /> thêm · <KeyHint keys="Ctrl+V" /> dán khối từ Excel · <KeyHint keys="F3" /> tìm
            </>
          )
        }
        actions={
          <>
            {can('officers.Restore') && <Button onClick={() => setOpen('bin')}>Thùng rác</Button>}
            {can('officers.Merge') && <Button onClick={() => setOpen('duplicates')}>Rà soát trùng</Button>}
            {mayAdd && (
              <Button type="primary" onClick={() => setOpen('new')}>
                Thêm cán bộ
              </Button>
            )}
          </>
        }
      />
      <div className="cn-filters" role="search" ref={find}>
        <div>
          <label htmlFor={`${id}-text`}>Tìm tên, chức vụ</label>
          <TextInput id={`${id}-text`} value={text} onChange={setText} placeholder="Tìm tên, chức vụ" />
        </div>
        <div>
          <label htmlFor={`${id}-body`}>Cấp ủy</label>
          <ChoiceInput
            id={`${id}-body`}
            value={body || 'ALL'}
            onChange={(next) => setBody(next === 'ALL' ? '' : next)}
            options={[{ value: 'ALL', label: 'Mọi cấp ủy' }, ...bodies]}
          />
        </div>
        <div>
          <label htmlFor={`${id}-org`}>Công tác tại</label>
          <UnitPicker id={`${id}-org`} value={org} onChange={setOrg} asOf={asOf} placeholder="Công tác mọi nơi" />
        </div>
        <SavedFilters
          list="can-bo"
          value={{ body, org }}
          onTake={(next) => {
            setBody(next.body);
            setOrg(next.org);
          }}
        />
        {narrowed && (
          <Button
            onClick={() => {
              setText('');
              setBody('');
              setOrg(null);
            }}
          >
            Bỏ lọc
          </Button>
        )}
      </div>
      <div className="cn-marks" onKeyDownCapture={mayBin ? marks.onKeyDownCapture : undefined}>
        <DataTable
          label="Danh sách cán bộ"
          counted="cán bộ"
          columns={mayBin ? [marks.column, ...columns] : columns}
          paper={{
            said: [
              `Tính đến ngày ${showDay(asOf)}`,
              saidFilter('Cấp ủy', bodies.find((each) => each.value === body)?.label),
              saidFilter('Công tác tại', org?.name),
              saidFilter('Tìm chữ', text),
            ],
          }}
          rows={list.data?.items ?? []}
          rowKey={(o) => o.id}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          selected={chosen}
          onSelect={setChosen}
          onOpen={show}
          footer={
            <>
              <MarksBar count={marks.marked.length} counted="cán bộ" onClear={marks.clear}>
                <Button onClick={() => setBinning(true)}>Bỏ {marks.marked.length} cán bộ vào thùng rác…</Button>
              </MarksBar>
            </>
          }
          empty={
            narrowed ? (
              <EmptyState title="Không có cán bộ nào như vậy">Thử gõ ít chữ hơn hoặc bỏ lọc.</EmptyState>
            ) : (
              <EmptyState
                title="Chưa có cán bộ nào"
                action={
                  mayAdd && (
                    <Button type="primary" onClick={() => setOpen('new')}>
                      Thêm cán bộ
                    </Button>
                  )
                }
              >
                Thêm từng người, hoặc nhập danh sách từ tệp Excel.
              </EmptyState>
            )
          }
        />
      </div>
      {binning && (
        <BinMany
          ids={marks.marked.map((each) => each.id)}
          counted="cán bộ"
          remove={officers.DeleteMany}
          restore={officers.RestoreMany}
          onCancel={() => setBinning(false)}
          onDone={() => {
            setBinning(false);
            marks.clear();
            refresh();
          }}
        >
          Người còn phân công, chức vụ hay việc khác gắn với hồ sơ thì không bỏ được, và khi đó không ai bị bỏ. Lấy lại
          được ở Thùng rác.
        </BinMany>
      )}
      {open === 'new' && (
        <OfficerForm
          officer={null}
          onClose={() => setOpen('')}
          onSaved={(saved) => {
            setChosen(saved.officer.id);
            setOpen('');
          }}
        />
      )}
      {open === 'bin' && <OfficerBin onClose={() => setOpen('')} />}
      {open === 'duplicates' && <DuplicatesDialog onClose={() => setOpen('')} />}
    </div>
  );
}
