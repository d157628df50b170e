import './wording.css';
import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { readFault } from '../../api/client';
import { composing } from '../../lib/keys';
import { periodLabel } from '../../lib/periods';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { WordingForm, type Opened } from './WordingForm';
import { WordingHistory } from './WordingHistory';
import { WordingPassage } from './WordingPassage';
import { choiceAt, useNarrative, useSaveWording, useTakeWording, type Change, type Passage } from './wordingQueries';

/**
 * Sửa lời văn: a report's text, paragraph by paragraph. The figures stay live; what a person writes is kept with everything
 * written before.
 */
export function WordingPage() {
  const { name = '' } = useParams();
  const [params] = useSearchParams();
  const choice = choiceAt(name, params);
  const { can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const column = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useSessionState(`reports.wording.${params}`, '');
  const [editing, setEditing] = useState<Opened | null>(null);
  const [past, setPast] = useState<Passage | null>(null);
  const text = useNarrative(choice);
  const save = useSaveWording(choice);
  const take = useTakeWording(choice);
  const writes = can('reports.SaveWording');
  const passages = text.data?.passages ?? [];
  const at = passages.some((each) => each.key === current) ? current : (passages[0]?.key ?? '');
  const back = () => void navigate(`/bao-cao/${name}`);
  useShortcut('escape', back);
  useShortcut('f5', () => void text.refetch());

  const change = (made: Change, said: string, undo?: Change) =>
    save.mutate(made, {
      onSuccess: (now) =>
        say.done(
          said,
          undo &&
            (() =>
              change(
                { ...undo, seen: now.passages.find((each) => each.key === undo.place)?.seq ?? 0 },
                'Đã lấy lại đoạn.',
              )),
        ),
      onError: (error) => say.failed(readFault(error).message),
    });
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = (event.target as HTMLElement).closest<HTMLElement>('[data-passage]');
    if (composing(event) || event.target !== here || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const all = [...(column.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])];
    all[all.indexOf(here!) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  const changed = passages.filter((each) => each.changed).length;
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader
        title="Sửa lời văn"
        aside={text.data ? `${text.data.title}, ${text.data.subject}` : periodLabel(choice.period)}
        back={{ label: 'Về trang in', onClick: back }}
        sub={
          <>
            Số liệu vẫn cập nhật cho đến khi ban hành; bấm vào số để mở bản ghi
            {writes && (
              <>
                {' '}
                · <KeyHint keys="↑ ↓" /> chọn đoạn · <KeyHint keys="Enter" /> sửa
              </>
            )}{' '}
            · <KeyHint keys="Esc" /> về trang in
          </>
        }
        actions={
          writes &&
          text.data?.earlier && (
            <Button
              loading={take.isPending}
              onClick={() =>
                take.mutate(undefined, {
                  onSuccess: () => say.done('Đã lấy lại lời văn của bản đã ban hành.'),
                  onError: (error) => say.failed(readFault(error).message),
                })
              }
            >
              Lấy lời văn bản {text.data.symbol || 'đã ban hành'}
            </Button>
          )
        }
      />
      {text.error && <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />}
      {text.isPending && (
        <p className="cn-empty" role="status">
          Đang lấy số liệu…
        </p>
      )}
      {changed > 0 && (
        <p className="cn-warn-text" role="status">
          {changed} đoạn sửa tay có câu của máy nay đã khác; hãy xem lại các đoạn có dấu “câu máy đã đổi”.
        </p>
      )}
      {text.data && (
        <div className="cn-wording" ref={column} onKeyDown={move} role="list" aria-label="Các đoạn của báo cáo">
          {passages.map((each) => (
            <WordingPassage
              key={each.key}
              passage={each}
              current={each.key === at}
              writes={writes}
              onCurrent={() => setCurrent(each.key)}
              onEdit={() => setEditing({ passage: each, after: '' })}
              onAdd={() => setEditing({ passage: null, after: each.key })}
              onHistory={() => setPast(each)}
              onDrop={() =>
                change(
                  { place: each.key, kind: 'bo', seen: each.seq },
                  'Đã bỏ đoạn; chữ vẫn còn trong các bản trước.',
                  restored(each),
                )
              }
              onAuto={() =>
                change({ place: each.key, kind: 'tu_dong', seen: each.seq }, 'Đã để máy viết lại đoạn.', restored(each))
              }
              onRestore={() => change({ ...restored(each), seen: each.seq }, 'Đã lấy lại đoạn.')}
            />
          ))}
        </div>
      )}
      {editing && text.data && (
        <WordingForm
          choice={choice}
          opened={editing}
          narrative={text.data}
          onClose={() => setEditing(null)}
          onSaved={(key) => {
            setEditing(null);
            if (key) setCurrent(key);
          }}
        />
      )}
      {past && (
        <WordingHistory
          choice={choice}
          passage={past}
          writes={writes}
          onClose={() => setPast(null)}
          onTake={(made) => {
            setPast(null);
            change(made, 'Đã lấy lại bản đã chọn.', restored(past));
          }}
        />
      )}
    </div>
  );
}

/** The change that brings a paragraph back to how it stands. */
function restored(p: Passage): Change {
  const text = { place: p.key, text: p.text, guardReason: p.reason, seen: p.seq };
  if (p.state === 'them' || p.key.startsWith('them-')) return { ...text, kind: 'them' };
  if (p.state === 'sua' || (p.state === 'bo' && p.text !== p.autoForm && p.text !== ''))
    return { ...text, kind: 'sua' };
  return { place: p.key, kind: 'tu_dong', seen: p.seq };
}
