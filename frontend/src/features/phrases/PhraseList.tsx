import './phrases.css';
import { Button } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { phrases, readFault } from '../../api/client';
import { composing } from '../../lib/keys';
import { rank } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import type { PhraseAsk } from '../../ui/phrases';
import { KeyHint } from '../../ui/StatusTag';
import { PhraseForm } from './PhraseForm';
import { usePhrases, useWrite, type Phrase } from './queries';

/**
 * The office's phrases over a long text: letters narrow the list, ↑ ↓ choose, Enter puts the phrase into the text. What is
 * selected in the text can be added; each phrase is corrected and removed here.
 */
export function PhraseList({ ask, onClose }: { ask: PhraseAsk; onClose: () => void }) {
  const id = useId();
  const { can } = useDesk();
  const say = useNotice();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<Pick<Phrase, 'id' | 'kind' | 'text'> | null>(null);
  const list = usePhrases(ask.kind);
  const remove = useWrite(phrases.Delete);
  const restore = useWrite(phrases.Restore);
  const writes = can('phrases.Save');
  const found = (list.data ?? []).filter((each) => text.trim() === '' || rank(each.text, text) >= 0);
  const chosen = found[Math.min(at, found.length - 1)];
  const insert = (phrase: Phrase) => {
    onClose();
    ask.insert(phrase.text);
  };
  const fail = (error: unknown) => say.failed(readFault(error).message);
  const drop = (phrase: Phrase) =>
    void remove
      .mutateAsync(phrase.id)
      .then(
        () =>
          say.done(
            'Đã bỏ câu mẫu vào thùng rác.',
            () => void restore.mutateAsync(phrase.id).then(() => say.done('Đã lấy lại câu mẫu.'), fail),
          ),
        fail,
      );
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = Math.min(at, found.length - 1) + (event.key === 'ArrowDown' ? 1 : -1);
      setAt(Math.max(0, Math.min(next, found.length - 1)));
    } else if (event.key === 'Enter' && chosen && (event.target as Element).tagName === 'INPUT') insert(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Overlay kind="dialog" wide labelledBy={id} onEscape={onClose} onKeyDown={onKeyDown}>
        <div className="cn-sheet-head">
          <h2 id={id}>Câu mẫu của cơ quan</h2>
          <span className="cn-soft cn-small">
            <KeyHint keys="↑ ↓" /> chọn · <KeyHint keys="Enter" /> chèn · <KeyHint keys="Esc" /> quay lại
          </span>
        </div>
        <div className="cn-sheet-body">
          <TextInput
            value={text}
            onChange={(next) => {
              setText(next);
              setAt(0);
            }}
            ariaLabel="Tìm câu mẫu"
            placeholder="Gõ vài chữ của câu, không cần dấu"
          />
          {list.error ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
          {list.data && found.length === 0 && (
            <EmptyState title={list.data.length === 0 ? 'Chưa có câu mẫu nào' : 'Không có câu nào như vậy'}>
              {list.data.length === 0
                ? 'Chọn một đoạn trong ô chữ rồi mở lại danh sách này để thêm, hoặc bấm “Thêm câu mẫu”.'
                : 'Thử gõ ít chữ hơn.'}
            </EmptyState>
          )}
          <ul className="cn-phrases" aria-label="Câu mẫu">
            {found.map((each) => (
              <li
                key={each.id}
                aria-current={each === chosen || undefined}
                ref={each === chosen ? intoView : undefined}
              >
                <button type="button" className="cn-phrase" tabIndex={-1} onClick={() => insert(each)}>
                  {each.text}
                </button>
                <span className="cn-soft cn-small">{each.kindWord}</span>
                {writes && (
                  <>
                    <button
                      type="button"
                      className="cn-link"
                      aria-label={`Sửa: ${each.text}`}
                      onClick={() => setForm(each)}
                    >
                      Sửa
                    </button>
                    <button
                      type="button"
                      className="cn-link"
                      aria-label={`Bỏ: ${each.text}`}
                      onClick={() => drop(each)}
                    >
                      Bỏ
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div className="cn-sheet-foot">
          {writes && (
            <Button onClick={() => setForm({ id: '', kind: ask.kind, text: ask.selected })}>
              {ask.selected.trim() === '' ? 'Thêm câu mẫu' : 'Thêm đoạn đang chọn'}
            </Button>
          )}
          <Button onClick={onClose}>Quay lại</Button>
        </div>
      </Overlay>
      {form && (
        <PhraseForm
          phrase={form}
          onClose={() => setForm(null)}
          onSaved={() => {
            say.done('Đã lưu câu mẫu.');
            setForm(null);
          }}
        />
      )}
    </>
  );
}

function intoView(item: HTMLElement | null) {
  item?.scrollIntoView({ block: 'nearest' });
}
