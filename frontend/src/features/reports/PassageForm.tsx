import './wording.css';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Go } from '../../api/client';
import { composing, ctrl } from '../../lib/keys';
import { GuardedText } from '../../pickers/GuardedText';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DraftBar } from '../../ui/DraftBar';
import { Field } from '../../ui/Field';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { TextInput } from '../../ui/inputs';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useForm } from '../../ui/useForm';
import type { Choice } from './queries';
import { useSaveWording, type Passage, type Run } from './wordingQueries';
import { matchingFigures, shown, withFigure } from './wordingText';

/** What is edited: a paragraph, or a new one after a place. */
export interface Opened {
  passage: Passage | null;
  after: string;
}

interface Props {
  choice: Choice;
  opened: Opened;
  narrative: Go.reports.Narrative;
  onClose: () => void;
  onSaved: () => void;
  /** What else can be done with the paragraph: left out, written by the program again, one more after it, its earlier words. */
  more: { key: string; label: string; run: () => void }[];
}

const SHOWN = 60;

/** The words of one paragraph on its page, the figures it may show, and how it will print. Ctrl+Enter is done, Esc leaves it. */
export function PassageForm({ choice, opened, narrative, onClose, onSaved, more }: Props) {
  const { passage, after } = opened;
  const own = passage !== null && (passage.state === 'sua' || passage.state === 'them' || passage.state === 'bo');
  const [leaving, setLeaving] = useState(false);
  const store = useSaveWording(choice);
  const [seen, setSeen] = useState(passage?.seq ?? 0);
  const now = passage ? narrative.passages.find((each) => each.key === passage.key) : undefined;
  const newer = now !== undefined && now.seq > seen ? now : undefined;
  const body = useRef<HTMLDivElement>(null);
  const form = useForm({
    draftKey: `reports.wording.${choice.report}.${choice.period}.${choice.form}.${choice.unitId}.${choice.issuerId}.${passage?.key ?? `sau ${after}`}`,
    initial: {
      text: passage === null ? '' : own && passage.text !== '' ? passage.text : passage.autoForm,
      guardReason: passage?.reason ?? '',
    },
    check: (v): Record<string, string> =>
      v.text.trim() === ''
        ? { text: 'Đoạn này chưa có chữ. Hãy viết nội dung, hoặc chọn “Bỏ đoạn” nếu không muốn in.' }
        : {},
    save: (v) => {
      const seq = Math.max(seen, newer?.seq ?? 0);
      setSeen(seq);
      return store.mutateAsync({
        place: passage?.key ?? '',
        kind: passage === null || passage.key.startsWith('them-') ? 'them' : 'sua',
        after,
        text: v.text,
        guardReason: v.guardReason,
        seen: seq,
      });
    },
  });
  const caret = useRef<number | null>(null);
  useEffect(() => {
    if (caret.current === null) return;
    const area = body.current?.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [form.values.text]);
  const insert = (name: string) => {
    const area = body.current?.querySelector('textarea');
    const { text } = form.values;
    const put = withFigure(text, area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length, name);
    caret.current = put.caret;
    form.set('text', put.text);
  };
  useEffect(() => body.current?.querySelector('textarea')?.focus(), []);
  const save = async () => {
    if ((await form.submit()) !== null) onSaved();
  };
  const close = () => (form.touched ? setLeaving(true) : onClose());
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented || (event.target as Element).closest('.cn-overlay')) return;
    if (ctrl(event, 's') || ctrl(event, 'Enter')) void save();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation(); // Esc and saving are the paragraph's, not those of the pages below
  };
  const title = passage === null ? 'Thêm đoạn' : passage.state === 'trong' ? 'Viết đoạn' : 'Sửa đoạn';
  return (
    <div ref={body} onKeyDown={onKeyDown} role="group" aria-label={title}>
      <FormPage form={form} className="cn-passage-form">
        <DraftBar form={form} />
        {passage?.state === 'bo' && <StatusTag tone="none">Đã bỏ, không in</StatusTag>}
        {passage?.changed && (
          <p className="cn-small cn-passage-auto">
            Câu máy đã đổi, máy nay viết: “{passage.auto === '' ? 'không có gì để viết' : passage.auto}”
          </p>
        )}
        {passage !== null && passage.hint !== '' && <p className="cn-soft">{passage.hint}</p>}
        <Field form={form} name="text" label="Nội dung" required>
          {(p) => (
            <GuardedText
              phrases="van_ban"
              {...p}
              rows={3}
              reason={form.values.guardReason}
              onReason={(code) => form.set('guardReason', code)}
            />
          )}
        </Field>
        {newer && (
          <div className="cn-warn-text" role="alert">
            {newer.userName} vừa lưu đoạn này: “{newer.runs.map((run) => run.text).join('')}”. Lưu lần nữa thì bản đang
            gõ thay bản ấy; bản ấy vẫn còn trong Các bản trước.
          </div>
        )}
        <p className="cn-wording-live" aria-label="Đoạn sẽ in">
          <Runs runs={shown(form.values.text, narrative.figures)} />
        </p>
        <FigureList figures={narrative.figures} onInsert={insert} />
        <FormFault form={form} />
        <div className="cn-passage-foot">
          <span className="cn-row cn-grow">
            {more.map((each) => (
              <button key={each.key} type="button" className="cn-link" onClick={each.run} disabled={form.busy}>
                {each.label}
              </button>
            ))}
          </span>
          <Button onClick={close}>
            Thôi <KeyHint keys="Esc" />
          </Button>
          <Button type="primary" data-save loading={form.busy} onClick={() => void save()}>
            Xong <KeyHint keys="Ctrl+Enter" />
          </Button>
        </div>
      </FormPage>
      {leaving && (
        <ConfirmDialog
          title="Rời đoạn khi chưa lưu?"
          cancel="Ở lại"
          other={{
            label: 'Bỏ thay đổi',
            run: () => {
              form.discard();
              onClose();
            },
          }}
          confirm="Lưu rồi rời"
          onCancel={() => setLeaving(false)}
          onConfirm={() => {
            setLeaving(false);
            void save();
          }}
        >
          Những chữ vừa gõ ở đoạn này chưa được lưu.
        </ConfirmDialog>
      )}
    </div>
  );
}

/** Text with its figures on gold. */
function Runs({ runs }: { runs: (Run & { unknown?: boolean })[] }) {
  return runs.map((run, i) => {
    if (run.unknown) return <mark key={i}>{run.text}</mark>;
    if (run.field)
      return run.link ? (
        <Link key={i} to={run.link} className="cn-passage-figure" title={run.field}>
          {run.text}
        </Link>
      ) : (
        <span key={i} className="cn-passage-figure" title={run.field}>
          {run.text}
        </span>
      );
    return <span key={i}>{run.text}</span>;
  });
}

/** The figures to put in: found by name, put in at the cursor by Enter or a press. */
function FigureList({ figures, onInsert }: { figures: Go.reports.NamedFigure[]; onInsert: (name: string) => void }) {
  const id = useId();
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const found = matchingFigures(figures, asked);
  const list = open || asked !== '';
  return (
    <section className="cn-stack-tight" aria-label="Số liệu để chèn">
      <div className="cn-row">
        <label htmlFor={id}>Chèn số liệu</label>
        <TextInput id={id} value={asked} onChange={setAsked} placeholder="gõ tên, ví dụ: lượt đã dự" />
        <Button aria-expanded={list} onClick={() => setOpen(!open)}>
          {open ? 'Gấp' : 'Xem cả'}
        </Button>
      </div>
      {list && (
        <ul className="cn-wording-fields">
          {found.slice(0, SHOWN).map((each) => (
            <li key={each.name}>
              <button
                type="button"
                data-stop
                onClick={() => onInsert(each.name)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || composing(event)) return;
                  event.preventDefault(); // else the same stroke would also make a new line in the text it goes to
                  onInsert(each.name);
                }}
              >
                {each.name}
                <strong>{each.text}</strong>
              </button>
            </li>
          ))}
        </ul>
      )}
      {list && found.length === 0 && <p className="cn-soft">Không có số liệu nào như vậy.</p>}
      {list && found.length > SHOWN && (
        <p className="cn-soft cn-small">Còn {found.length - SHOWN} số liệu; hãy gõ tên để thu hẹp.</p>
      )}
    </section>
  );
}
