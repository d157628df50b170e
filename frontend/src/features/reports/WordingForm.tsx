import { useEffect, useId, useRef, useState } from 'react';
import type { Go } from '../../api/client';
import { GuardedText } from '../../pickers/GuardedText';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextInput } from '../../ui/inputs';
import { useForm } from '../../ui/useForm';
import type { Choice } from './queries';
import { Runs } from './WordingPassage';
import { useSaveWording, type Passage } from './wordingQueries';
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
  onSaved: (key: string | null) => void;
}

const SHOWN = 60;

/** The words of one paragraph, the figures it may show, and how it will print. */
export function WordingForm({ choice, opened, narrative, onClose, onSaved }: Props) {
  const { passage, after } = opened;
  const own = passage !== null && (passage.state === 'sua' || passage.state === 'them');
  const store = useSaveWording(choice);
  const [seen, setSeen] = useState(passage?.seq ?? 0);
  const now = passage ? narrative.passages.find((each) => each.key === passage.key) : undefined;
  const newer = now !== undefined && now.seq > seen ? now : undefined;
  const body = useRef<HTMLDivElement>(null);
  const form = useForm({
    draftKey: `reports.wording.${choice.report}.${choice.period}.${choice.form}.${choice.unitId}.${choice.issuerId}.${passage?.key ?? `sau ${after}`}`,
    initial: {
      text: passage === null ? '' : own ? passage.text : passage.autoForm,
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
  return (
    <FormDrawer
      wide
      title={passage === null ? 'Thêm đoạn' : passage.state === 'trong' ? 'Viết đoạn' : 'Sửa đoạn'}
      form={form}
      onClose={onClose}
      onSaved={(text) => onSaved(passage?.key ?? added(narrative, text))}
    >
      <div ref={body} className="cn-stack">
        {passage?.hint !== undefined && passage.hint !== '' && <p className="cn-soft">{passage.hint}</p>}
        <Field
          form={form}
          name="text"
          label="Nội dung"
          required
          hint="Số liệu viết giữa hai dấu { }, ví dụ {số lượt đã dự}; khi in là con số lúc ấy. Xuống dòng là sang đoạn mới."
        >
          {(p) => (
            <GuardedText
              {...p}
              rows={6}
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
        <section aria-label="Đoạn sẽ in">
          <h3 className="cn-small">Sẽ in</h3>
          <p className="cn-wording-live" aria-live="off">
            <Runs runs={shown(form.values.text, narrative.figures).map((run) => ({ ...run, link: undefined }))} />
          </p>
        </section>
        {passage !== null && passage.auto !== '' && <p className="cn-small cn-soft">Máy viết: “{passage.auto}”</p>}
        <FigureList figures={narrative.figures} onInsert={insert} />
      </div>
    </FormDrawer>
  );
}

/** The figures to put in: searched by name, put in at the cursor by Enter or a press. */
function FigureList({ figures, onInsert }: { figures: Go.reports.NamedFigure[]; onInsert: (name: string) => void }) {
  const id = useId();
  const [asked, setAsked] = useState('');
  const found = matchingFigures(figures, asked);
  return (
    <section className="cn-stack-tight" aria-label="Số liệu để chèn">
      <label htmlFor={id}>Chèn số liệu</label>
      <TextInput id={id} value={asked} onChange={setAsked} placeholder="gõ tên số liệu, ví dụ: lượt đã dự" />
      <ul className="cn-wording-fields">
        {found.slice(0, SHOWN).map((each) => (
          <li key={each.name}>
            <button type="button" data-stop onClick={() => onInsert(each.name)}>
              {each.name}
              <strong>{each.text}</strong>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="cn-soft">Không có số liệu nào như vậy.</p>}
      {found.length > SHOWN && (
        <p className="cn-soft cn-small">Còn {found.length - SHOWN} số liệu; hãy gõ tên để thu hẹp.</p>
      )}
    </section>
  );
}

/** The key of the paragraph a save has added. */
function added(before: Go.reports.Narrative, after: Go.reports.Narrative): string | null {
  const known = new Set(before.passages.map((each) => each.key));
  return after.passages.find((each) => !known.has(each.key))?.key ?? null;
}
