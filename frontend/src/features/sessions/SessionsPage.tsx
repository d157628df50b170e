import './sessions.css';
import { Button } from 'antd';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { readFault, sessions } from '../../api/client';
import { show, weekdayShort } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { SavedFilters } from '../../ui/SavedFilters';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { SessionBin } from './SessionBin';
import { CopyForm } from './CopyForm';
import { TONES } from './labels';
import { useRefresh, useSessions, useWords, type Row } from './queries';

const columns: Column<Row>[] = [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    width: 9,
    render: (s) => (
      <>
        <span className="cn-nowrap">
          {weekdayShort(s.day)} {show(s.day)}
        </span>
        {s.startTime && ` ${s.startTime}`}
      </>
    ),
    sortBy: (s) => s.day + s.startTime,
  },
  {
    key: 'title',
    title: 'Phiên họp',
    kind: 'text',
    render: (s) => (
      <>
        {s.title}
        <Second>{s.place}</Second>
      </>
    ),
    sortBy: (s) => s.title,
  },
  { key: 'body', title: 'Của', kind: 'text', width: 10, render: (s) => s.bodyWord, sortBy: (s) => s.bodyWord },
  { key: 'items', title: 'Nội dung', kind: 'number', width: 6, render: (s) => s.items || NONE, sortBy: (s) => s.items },
  {
    key: 'papers',
    title: 'Tài liệu',
    kind: 'number',
    width: 6,
    render: (s) => s.papers || NONE,
    sortBy: (s) => s.papers,
  },
  {
    key: 'people',
    title: 'Đại biểu',
    kind: 'number',
    width: 6,
    render: (s) => s.people || NONE,
    sortBy: (s) => s.people,
  },
  {
    key: 'state',
    title: 'Tình trạng',
    kind: 'status',
    width: 11,
    render: (s) => <StatusTag tone={TONES[s.state] ?? 'none'}>{s.stateWord}</StatusTag>,
    sortBy: (s) => s.stateWord,
  },
];

/** Every session of the committee, the newest first. */
export function SessionsPage() {
  const { can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const refresh = useRefresh();
  const id = useId();
  const find = useRef<HTMLDivElement>(null);
  const words = useWords();
  const [text, setText] = useSessionState('sessions.text', '');
  const [body, setBody] = useKeptState('sessions.body', '');
  const [state, setState] = useKeptState('sessions.state', '');
  const [chosen, setChosen] = useSessionState<string | null>('sessions.chosen', null);
  const [asking, setAsking] = useState<'' | 'bin' | 'copy' | 'delete'>('');
  const list = useSessions({ text: useDeferredValue(text), body, state, bin: false });
  const narrowed = text !== '' || body !== '' || state !== '';
  const row = list.data?.items.find((each) => each.id === chosen);
  const add = () => void navigate('/phien-hop/moi');
  const mayAdd = can('sessions.Save');
  const remove = async (gone: Row) => {
    await sessions.Delete(gone.id);
    setAsking('');
    refresh();
    say.done(
      `Đã bỏ vào thùng rác: ${gone.title}.`,
      () => void sessions.Restore(gone.id).then(refresh, (thrown: unknown) => say.failed(readFault(thrown).message)),
    );
  };
  useShortcut('ctrl+n', mayAdd && (() => add()));
  useShortcut('f3', () => find.current?.querySelector('input')?.focus());
  useShortcut('f5', () => void list.refetch());
  const choices = (all: string, list: { code: string; word: string }[] | undefined) => [
    { value: 'ALL', label: all },
    ...(list ?? []).map((each) => ({ value: each.code, label: each.word })),
  ];
  return (
    <div className="cn-page">
      <PageHeader
        title="Phiên họp"
        actions={
          <>
            <Button onClick={() => setAsking('bin')}>Thùng rác</Button>
            {can('sessions.Delete') && (
              <Button disabled={!row} onClick={() => setAsking('delete')}>
                Bỏ vào thùng rác
              </Button>
            )}
            {can('sessions.Copy') && (
              <Button disabled={!row} onClick={() => setAsking('copy')}>
                Lập phiên sau từ phiên này
              </Button>
            )}
            {mayAdd && (
              <Button type="primary" onClick={add}>
                Lập phiên họp
              </Button>
            )}
          </>
        }
      />
      <div className="cn-filters" role="search" ref={find}>
        <div>
          <label htmlFor={`${id}-t`}>Tìm chữ</label>
          <TextInput id={`${id}-t`} value={text} onChange={setText} placeholder="Tìm tên phiên, nơi họp" />
        </div>
        <div>
          <label htmlFor={`${id}-b`}>Phiên họp của</label>
          <ChoiceInput
            id={`${id}-b`}
            value={body || 'ALL'}
            onChange={(next) => setBody(next === 'ALL' ? '' : next)}
            options={choices('Của mọi cấp', words.data?.bodies)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-s`}>Tình trạng</label>
          <ChoiceInput
            id={`${id}-s`}
            value={state || 'ALL'}
            onChange={(next) => setState(next === 'ALL' ? '' : next)}
            options={choices('Mọi tình trạng', words.data?.states)}
          />
        </div>
        <SavedFilters
          list="phien-hop"
          value={{ body, state }}
          onTake={(next) => {
            setBody(next.body);
            setState(next.state);
          }}
        />
        {narrowed && (
          <Button
            onClick={() => {
              setText('');
              setBody('');
              setState('');
            }}
          >
            Bỏ lọc
          </Button>
        )}
      </div>
      <DataTable
        label="Danh sách phiên họp"
        counted="phiên họp"
        columns={columns}
        rows={list.data?.items ?? []}
        paper={{
          title: 'Phiên họp',
          said: [
            saidFilter('Phiên họp của', words.data?.bodies.find((each) => each.code === body)?.word),
            saidFilter('Tình trạng', words.data?.states.find((each) => each.code === state)?.word),
            saidFilter('Tìm chữ', text),
          ],
        }}
        rowKey={(s) => s.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={(s) => void navigate(`/phien-hop/${s.id}`)}
        empty={
          narrowed ? (
            <EmptyState title="Không có phiên họp nào như vậy">Thử gõ ít chữ hơn hoặc bỏ lọc.</EmptyState>
          ) : (
            <EmptyState
              title="Chưa có phiên họp nào"
              action={
                mayAdd && (
                  <Button type="primary" onClick={add}>
                    Lập phiên họp
                  </Button>
                )
              }
            >
              Lập phiên họp để soạn chương trình, chọn tài liệu và in hồ sơ.
            </EmptyState>
          )
        }
      />
      {asking === 'bin' && <SessionBin onClose={() => setAsking('')} />}
      {asking === 'copy' && row && <CopyForm session={row} onClose={() => setAsking('')} />}
      {asking === 'delete' && row && (
        <ConfirmDialog
          title="Bỏ phiên họp này?"
          confirm="Bỏ vào thùng rác"
          danger
          onConfirm={() => remove(row)}
          onCancel={() => setAsking('')}
        >
          {row.title}, ngày {show(row.day)}. Lấy lại được từ thùng rác.
        </ConfirmDialog>
      )}
    </div>
  );
}
