import { useState } from 'react';
import { readFault, type Go } from '../../api/client';
import { useNotice } from '../../ui/notices';
import type { PdfPlace, PdfWording } from '../../ui/PdfPassage';
import { PassageForm, type Opened } from './PassageForm';
import type { Choice } from './queries';
import { WordingHistory } from './WordingHistory';
import { useNarrative, useSaveWording, useTakeWording, type Change, type Passage } from './wordingQueries';

/**
 * Wording a report on its own pages: which paragraph is open, the editor that stands at it, and what can be done with it besides.
 * `may` is false where nothing can be worded: another report, no pages yet, or a person who may only read.
 */
export function useWording(choice: Choice, places: PdfPlace[], wanted: boolean, may: boolean) {
  const say = useNotice();
  const [editing, setEditing] = useState<Opened | null>(null);
  const [past, setPast] = useState<Passage | null>(null);
  const [back, setBack] = useState('');
  const text = useNarrative(choice, wanted);
  const save = useSaveWording(choice);
  const take = useTakeWording(choice);
  const passages = text.data?.passages ?? [];
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
  const close = (key: string) => {
    setEditing(null);
    setBack(key);
  };
  const open = (key: string) => {
    const passage = passages.find((each) => each.key === key);
    if (passage) setEditing({ passage, after: '' });
    else say.failed('Báo cáo của kỳ này không có đoạn ấy. Hãy chọn kỳ khác, hoặc bấm vào đoạn cần sửa trên trang.');
  };
  /** The printed paragraph at which something stands that is not printed itself: the one before it, else the first. */
  const anchor = (key: string) => {
    const at = passages.findIndex((each) => each.key === key);
    const printed = new Set(places.map((each) => each.key));
    const before = passages.slice(0, at + 1).findLast((each) => printed.has(each.key));
    return (before ?? passages.find((each) => printed.has(each.key)))?.key ?? '';
  };
  const standsAt = editing === null ? '' : anchor(editing.passage?.key ?? editing.after);
  const editor = editing !== null && text.data !== undefined && (
    <PassageForm
      key={editing.passage?.key ?? `sau ${editing.after}`}
      choice={choice}
      opened={editing}
      narrative={text.data}
      onClose={() => close(standsAt)}
      onSaved={() => {
        say.done('Đã lưu đoạn.');
        close(standsAt);
      }}
      more={acts(editing.passage)}
    />
  );
  function acts(p: Passage | null) {
    if (p === null) return [];
    const done = (made: Change, said: string) => {
      change(made, said, restored(p));
      close(standsAt);
    };
    const drop = () => done({ place: p.key, kind: 'bo', seen: p.seq }, 'Đã bỏ đoạn; chữ vẫn còn trong các bản trước.');
    const auto = () => done({ place: p.key, kind: 'tu_dong', seen: p.seq }, 'Đã để máy viết lại đoạn.');
    const bring = () => done({ ...restored(p), seen: p.seq }, 'Đã lấy lại đoạn.');
    return [
      ...(p.state === 'bo' ? [{ key: 'lay', label: 'Lấy lại đoạn', run: bring }] : []),
      ...(p.state === 'sua' ? [{ key: 'may', label: 'Để máy viết lại', run: auto }] : []),
      ...(p.state !== 'bo' && p.state !== 'trong' ? [{ key: 'bo', label: 'Bỏ đoạn', run: drop }] : []),
      { key: 'them', label: 'Thêm đoạn sau', run: () => setEditing({ passage: null, after: p.key }) },
      ...(p.seq > 0 ? [{ key: 'truoc', label: 'Các bản trước', run: () => setPast(p) }] : []),
    ];
  }
  const wording: PdfWording | undefined =
    may && text.data
      ? {
          open: standsAt,
          editor,
          back,
          labelOf: (key) => wordsOf(passages.find((each) => each.key === key)),
          onOpen: open,
          firstPage: (place) => places.find((each) => each.key === place.key) === place,
        }
      : undefined;
  const history = past !== null && (
    <WordingHistory
      choice={choice}
      passage={past}
      writes={may}
      onClose={() => setPast(null)}
      onTake={(made) => {
        setPast(null);
        change(made, 'Đã lấy lại bản đã chọn.', restored(past));
        close(standsAt);
      }}
    />
  );
  const earlier =
    may && text.data?.earlier ? { symbol: text.data.symbol, busy: take.isPending, take: takeEarlier } : null;
  function takeEarlier() {
    take.mutate(undefined, {
      onSuccess: () => say.done('Đã lấy lại lời văn của bản đã ban hành.'),
      onError: (error) => say.failed(readFault(error).message),
    });
  }
  return {
    passages,
    wording,
    history,
    earlier,
    open,
    refresh: text.refetch,
    ready: text.data !== undefined,
    editing: editing !== null,
  };
}

const wordsOf = (p: Go.reports.Passage | undefined) => p?.runs.map((run) => run.text).join('') ?? '';

/** The change that brings a paragraph back to how it stands. */
function restored(p: Passage): Change {
  const text = { place: p.key, text: p.text, guardReason: p.reason, seen: p.seq };
  if (p.state === 'them' || p.key.startsWith('them-')) return { ...text, kind: 'them' };
  if (p.state === 'sua' || (p.state === 'bo' && p.text !== p.autoForm && p.text !== ''))
    return { ...text, kind: 'sua' };
  return { place: p.key, kind: 'tu_dong', seen: p.seq };
}
