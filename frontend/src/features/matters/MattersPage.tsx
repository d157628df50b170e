import { Button } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { composing } from '../../lib/keys';
import { showNumber } from '../../lib/text';
import { DataTable } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { usePastedBlock } from '../../ui/usePastedBlock';
import { useShortcut } from '../../ui/useShortcut';
import { Action } from './Action';
import { columnsOf, sheet } from './columns';
import { BUTTONS, FOR_MANY, nextStep, possible, ranked } from './labels';
import { MatterFilters } from './MatterFilters';
import { MatterForm } from './MatterForm';
import { MoreActions } from './MoreActions';
import { chaserOf, paperOf } from './papers';
import { PastedMatters } from './PastedMatters';
import { useOverdueAt, useRegister, useVocabulary, useWorklists, type Row } from './queries';
import { Tabs } from './Tabs';
import { PAGE_SIZE, saidMatters, useMatterFilter } from './useMatterFilter';
import { WorklistTabs } from './WorklistTabs';

const nothing: Record<string, string> = {
  cho_chuyen: 'Mọi kiến nghị đã ghi nhận đều đã có nơi xử lý.',
  cho_tra_loi: 'Không có kiến nghị nào đang chờ cơ quan trả lời.',
  cho_phan_hoi: 'Mọi trả lời đều đã phản hồi về cơ sở.',
  qua_han: 'Không có kiến nghị nào quá hạn.',
};

/** How many steps stand as buttons beside the primary one. */
const BESIDE = 2;

/** Kiến nghị: what waits, list by list; several matters can go by one letter. Filter and choice stay after an action. */
export function MattersPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { choice, change, clear, filter } = useMatterFilter();
  const [chosen, setChosen] = useSessionState<string | null>('matters.chosen', null);
  const [ticked, setTicked] = useSessionState<string[]>('matters.ticked', []);
  const [action, setAction] = useState<{ event: string; rows: Row[] } | null>(null);
  const [pasted, setPasted] = useState<string[][] | null>(null);
  const list = useRegister(filter);
  const words = useVocabulary().data;
  const worklists = useWorklists().data;
  const rows = list.data?.items ?? [];
  const total = list.data?.total ?? 0;
  const writes = can('matters.Record');
  const opened = params.get('mo') === 'moi';
  // "?don-doc=<body>" of the first screen: everything overdue there is ticked and its chaser opens at once.
  const chased = params.get('don-doc') ?? '';
  const overdue = useOverdueAt(chased);
  useEffect(() => {
    if (chased === '' || !overdue.data) return;
    const late = overdue.data;
    change({
      worklist: 'qua_han',
      linked: null,
      unit: null,
      fieldCode: '',
      period: '',
      text: '',
      body: late[0] ? { id: chased, name: late[0].body } : null,
    });
    setTicked(late.map((each) => each.id));
    if (late.length > 0) setAction({ event: 'CHASE', rows: late });
    setParams({}, { replace: true });
    // The address is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chased, overdue.data]);
  const record = (on: boolean) => setParams(on ? { mo: 'moi' } : {}, { replace: !on });
  useShortcut('ctrl+n', writes && (() => record(true)));
  useShortcut('f5', () => void list.refetch());
  usePastedBlock((block) => writes && setPasted(block));
  if (pasted) return <PastedMatters block={pasted} onClose={() => setPasted(null)} />;

  const marked = rows.filter((each) => ticked.includes(each.id));
  const about = marked.length > 0 ? marked : rows.filter((each) => each.id === chosen);
  const may = possible(about, can).filter((each) => (about.length === 1 ? each !== 'SPLIT' : FOR_MANY.includes(each)));
  const steps = ranked(may, about[0] ? nextStep(about[0], may) : '');
  const start = (event: string) => setAction({ event, rows: about });
  const tick = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || composing(event) || !(event.target instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    tick(event.target.dataset.rowKey ?? '');
  };
  const columns = columnsOf(choice.linked ? '' : choice.worklist, (r) => (
    <input
      type="checkbox"
      className="cn-tick"
      tabIndex={-1}
      checked={ticked.includes(r.id)}
      aria-label={`Chọn số ${r.no}`}
      onChange={() => tick(r.id)}
    />
  ));
  const pages = total > PAGE_SIZE && (
    <>
      <Button disabled={choice.page === 0} onClick={() => change({ page: choice.page - 1 })}>
        Trang trước
      </Button>
      <span>
        {showNumber(choice.page * PAGE_SIZE + 1)}–{showNumber(choice.page * PAGE_SIZE + rows.length)} /{' '}
        {list.data?.more ? 'hơn ' : ''}
        {showNumber(total)}
      </span>
      <Button disabled={(choice.page + 1) * PAGE_SIZE >= total} onClick={() => change({ page: choice.page + 1 })}>
        Trang sau
      </Button>
    </>
  );
  const late = choice.worklist === 'qua_han' && choice.body !== null;
  const printed =
    late && choice.body
      ? chaserOf(choice.body.id, choice.body.name)
      : paperOf('R8', {
          ky: choice.period,
          'don-vi': choice.unit?.id ?? '',
          'ten-don-vi': choice.unit?.name ?? '',
          'co-quan': choice.body?.id ?? '',
          'ten-co-quan': choice.body?.name ?? '',
        });
  const bar = about.length > 0 && steps.length > 0 && (
    <div className="cn-matter-bar" role="toolbar" aria-label="Việc làm với kiến nghị đã chọn">
      <span>
        {marked.length > 0 ? (
          <>
            Đã chọn <strong>{marked.length}</strong>{' '}
            <button type="button" className="cn-link" onClick={() => setTicked([])}>
              Bỏ chọn
            </button>
          </>
        ) : (
          <>
            Số <strong>{about[0]!.no}</strong>:
          </>
        )}
      </span>
      <MoreActions
        entries={steps
          .slice(BESIDE + 1)
          .map((each) => ({ key: each, label: BUTTONS[each]!, onClick: () => start(each) }))}
      />
      {steps
        .slice(0, BESIDE + 1)
        .reverse()
        .map((each) => (
          <Button key={each} onClick={() => start(each)}>
            {about.length > 1 && each === 'REFER' ? 'Chuyển bằng một công văn' : BUTTONS[each]}
          </Button>
        ))}
    </div>
  );
  return (
    <div className="cn-page cn-matters-page">
      <PageHeader
        tabs={<Tabs />}
        title="Kiến nghị"
        actions={
          <>
            {can('reports.Preview') && (
              <Button onClick={() => void navigate(printed)}>{late ? 'In công văn đôn đốc' : 'In sổ'}</Button>
            )}
            {writes && (
              <Button type="primary" onClick={() => record(true)}>
                Ghi kiến nghị
              </Button>
            )}
          </>
        }
      />
      {choice.linked ? (
        <p className="cn-matter-linked">
          <strong>{choice.linked.words}</strong>{' '}
          <Button onClick={() => change({ linked: null })}>Về các danh sách</Button>
        </p>
      ) : (
        <WorklistTabs
          holderId={filter.holderId ?? ''}
          value={choice.worklist}
          onChange={(worklist) => {
            setTicked([]);
            change({ worklist });
          }}
        />
      )}
      <MatterFilters choice={choice} change={change} clear={clear} />
      <div className="cn-matter-list" onKeyDown={onKeyDown}>
        <DataTable
          label="Danh sách kiến nghị"
          counted="kiến nghị"
          columns={columns}
          rows={rows}
          of={total > rows.length ? total : undefined}
          paper={{ sheet, said: saidMatters(choice, words, worklists) }}
          rowKey={(r) => r.id}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          selected={chosen}
          onSelect={setChosen}
          onOpen={(r) => void navigate(`/kien-nghi/${r.id}`)}
          footer={
            <>
              {pages}
              {bar}
            </>
          }
          empty={
            <EmptyState title="Không có kiến nghị nào trong danh sách này">
              {nothing[choice.worklist] ?? 'Thử bỏ lọc, hoặc chọn danh sách khác.'}
            </EmptyState>
          }
        />
      </div>
      {opened && writes && (
        <MatterForm
          onClose={(saved) => {
            if (saved) setChosen(saved);
            record(false);
          }}
        />
      )}
      {action && <Action {...action} onClose={() => setAction(null)} />}
    </div>
  );
}
