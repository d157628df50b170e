import './units.css';
import { Button, Segmented } from 'antd';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { CheckInput, TextInput } from '../../ui/inputs';
import { useListOutputs } from '../../ui/listPaper';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { SplitPane } from '../../ui/SplitPane';
import { KeyHint } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { usePastedBlock } from '../../ui/usePastedBlock';
import { VirtualTree } from '../../ui/VirtualTree';
import { show } from '../../lib/dates';
import { composing } from '../../lib/keys';
import { showNumber } from '../../lib/text';
import { AnyTimeList } from './AnyTimeList';
import { PastedUnits } from './PastedUnits';
import { UnitBin } from './UnitBin';
import { trees, treeWords, type Tree } from './labels';
import { useOffice, useTree, useUnit } from './queries';
import { treeOnScreen } from './treeList';
import { UnitForm } from './UnitForm';
import { UnitPane, type PeopleSlot } from './UnitPane';

/** Both trees as of a day at the left, the chosen unit at the right. */
export function UnitsPage({ people, now }: { people?: PeopleSlot; now?: PeopleSlot }) {
  const { asOf, today, setAsOf, can } = useDesk();
  const [params, setParams] = useSearchParams();
  const [kept, setKept] = useSessionState<Record<Tree, string>>('units.chosen', { hanhchinh: '', dang: '' });
  const [tree, setTree] = useSessionState<Tree>('units.tree', 'hanhchinh');
  const [touched, setOpened] = useSessionState<ReadonlySet<string> | null>('units.opened', null);
  const [text, setText] = useSessionState('units.search', '');
  const [anyTime, setAnyTime] = useSessionState('units.anyTime', false);
  const [adding, setAdding] = useState(false);
  const [bin, setBin] = useState(false);
  const [pasted, setPasted] = useState<string[][] | null>(null);
  const query = useDeferredValue(text);
  const dayId = useId();
  const find = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  // The room opens at the office's own place, until another is chosen.
  const office = useOffice().data;
  const chosen = params.get('id') ?? (kept[tree] || (office?.[tree === 'dang' ? 'orgId' : 'unitId'] ?? ''));
  const unit = useUnit(chosen, asOf);
  const chosenTree = unit.data?.unit.id === chosen ? (unit.data.unit.tree as Tree) : null;
  const list = useTree(tree, asOf);
  const nodes = useMemo(
    () => (list.data?.nodes ?? []).map((node) => ({ id: node.id, parentId: node.parentId, label: node.name })),
    [list.data],
  );
  const outputs = useListOutputs();
  // Until a branch is opened or closed by hand, a tree with few roots shows what is below them.
  const roots = useMemo(() => nodes.filter((node) => node.parentId === ''), [nodes]);
  const opened = useMemo(
    () => touched ?? new Set(roots.length <= 3 ? roots.map((node) => node.id) : []),
    [touched, roots],
  );
  const choose = (id: string) => setParams(id === '' ? {} : { id }, { replace: true });
  const turnTo = (next: Tree) => {
    setTree(next);
    choose(kept[next]);
  };
  // A link may lead from a place to a Party organisation: the tree follows, and remembers what was chosen in it.
  useEffect(() => {
    if (chosenTree === null) return;
    setTree(chosenTree);
    setKept((before) => ({ ...before, [chosenTree]: chosen }));
  }, [chosen, chosenTree, setKept, setTree]);
  const backToTree = (event: KeyboardEvent) => {
    // Forms and questions lie in the same React tree but above the page; their Esc is their own.
    if (event.key === 'Escape' && !composing(event) && pane.current?.contains(event.target as Node))
      document.querySelector<HTMLElement>('.cn-units [role=tree]')?.focus();
  };
  const words = treeWords(tree);
  const mayAdd = can('units.Create');
  useShortcut('ctrl+n', mayAdd && (() => setAdding(true)));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  useShortcut('f5', () => void list.refetch());

  usePastedBlock((block) => mayAdd && setPasted(block));
  if (pasted)
    return (
      <PastedUnits
        block={pasted}
        tree={tree}
        parent={unit.data?.unit.id === chosen ? { id: chosen, label: unit.data.unit.label } : null}
        onClose={() => setPasted(null)}
      />
    );

  const left = (
    <>
      <div className="cn-units-tools">
        <Segmented<Tree>
          value={tree}
          onChange={turnTo}
          options={trees.map(({ value, label }) => ({ value, label }))}
          aria-label="Chọn cây"
        />
        <div className="cn-units-day">
          <label htmlFor={dayId}>Tính đến ngày</label>
          <DateField id={dayId} value={asOf} today={today} lazy onChange={(day) => setAsOf(day === '' ? today : day)} />
        </div>
      </div>
      <div className="cn-units-find" ref={find}>
        <label className="cn-hidden" htmlFor={`${dayId}-find`}>
          Tìm trong cây
        </label>
        <div className="cn-grow">
          <TextInput id={`${dayId}-find`} value={text} onChange={setText} placeholder="Tìm theo tên (F3)" />
        </div>
        <CheckInput value={anyTime} onChange={setAnyTime} label="Cả đơn vị cũ" />
      </div>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {anyTime ? (
        <AnyTimeList tree={tree} text={query} asOf={asOf} selected={chosen} onSelect={choose} />
      ) : (
        <VirtualTree
          label={words.label}
          nodes={nodes}
          opened={opened}
          onOpened={setOpened}
          selected={chosen === '' ? null : chosen}
          onSelect={choose}
          onEnter={() => pane.current?.querySelector<HTMLElement>('article')?.focus()}
          query={query}
        />
      )}
      {!anyTime && (
        <div className="cn-row">
          {outputs(treeOnScreen(words.label, list.data?.nodes ?? [], `Tính đến ngày ${show(asOf)}`))}
        </div>
      )}
      <p className="cn-soft cn-small" role="status">
        {list.isPending ? 'Đang tải…' : `${showNumber(nodes.length)} ${words.counted} · `}
        <KeyHint keys="Enter" /> sang đơn vị · <KeyHint keys="Esc" /> về cây
        {mayAdd && (
          <>
            {' '}
            · <KeyHint keys="Ctrl+V" /> dán khối từ Excel
          </>
        )}
      </p>
    </>
  );
  return (
    <div className="cn-page cn-units">
      <PageHeader
        title="Địa bàn và tổ chức đảng"
        actions={
          <>
            {can('units.Bin') && <Button onClick={() => setBin(true)}>Thùng rác</Button>}
            {mayAdd && (
              <Button type="primary" onClick={() => setAdding(true)}>
                Thêm {words.one}
              </Button>
            )}
          </>
        }
      />
      <SplitPane
        name="units"
        start={30}
        left={left}
        right={
          chosen === '' ? (
            <EmptyState title={nodes.length === 0 && !list.isPending ? `Chưa có ${words.one} nào` : 'Chọn một đơn vị'}>
              {nodes.length === 0
                ? 'Nhập danh mục từ tệp Excel, hoặc bấm “Thêm” để ghi từng đơn vị.'
                : 'Chọn trong cây bên trái để xem lịch sử, người phụ trách và các đơn vị trực thuộc.'}
            </EmptyState>
          ) : (
            <div ref={pane} onKeyDown={backToTree}>
              <UnitPane key={chosen} id={chosen} onChoose={choose} people={people} now={now} />
            </div>
          )
        }
      />
      {adding && (
        <UnitForm tree={tree} parentId={chosen} onClose={() => setAdding(false)} onSaved={(id) => choose(id)} />
      )}
      {bin && <UnitBin onClose={() => setBin(false)} onTaken={choose} />}
    </div>
  );
}
