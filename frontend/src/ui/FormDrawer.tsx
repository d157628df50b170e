import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { composing, ctrl } from '../lib/keys';
import { showMoment } from '../lib/moment';
import { ConfirmDialog } from './ConfirmDialog';
import { ErrorNotice } from './ErrorNotice';
import { Overlay } from './Overlay';
import { KeyHint } from './StatusTag';
import type { Form } from './useForm';

interface Props<V extends object, R> {
  title: string;
  form: Form<V, R>;
  /** After a good save by "Lưu" or Ctrl+S. Close the drawer here. */
  onSaved: (result: R) => void;
  /** Esc or "Quay lại". The draft stays. */
  onClose: () => void;
  /** When given, "Lưu và nhập tiếp" and Ctrl+Enter: prepare the next record, usually form.reset(blank). */
  onNext?: (result: R) => void;
  saveLabel?: string;
  wide?: boolean;
  children: ReactNode;
}

/** The form of one record. Ctrl+S saves, Ctrl+Enter saves and goes to the next, Esc goes back, Enter moves to the next field. */
export function FormDrawer<V extends object, R>({
  title,
  form,
  onSaved,
  onClose,
  onNext,
  saveLabel = 'Lưu',
  wide,
  children,
}: Props<V, R>) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState(false);

  useEffect(() => {
    if (form.refusals > 0) focusField(body.current, '[data-bad]');
  }, [form.refusals]);

  const save = async (then: (result: R) => void) => {
    // Leaving the field first lets it put its text in order (NFC, date) as it does for the mouse.
    const result = await form.submit();
    if (result !== null) then(result);
  };
  const close = () => (form.touched ? setLeaving(true) : onClose());

  const onKeyDown = (event: KeyboardEvent) => {
    if (ctrl(event, 's')) void save(onSaved);
    else if (ctrl(event, 'Enter')) void save(onNext ?? onSaved);
    else if (event.key === 'Enter' && !composing(event) && !event.defaultPrevented && isLine(event.target))
      focusAfter(body.current, event.target as HTMLElement);
    else return;
    event.preventDefault();
  };

  return (
    <Overlay kind="drawer" labelledBy={id} wide={wide} onEscape={close} onKeyDown={onKeyDown}>
      <div className="cn-sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="cn-icon-button" aria-label="Quay lại" onClick={close}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      <div className="cn-sheet-body" ref={body}>
        {form.waiting && (
          <div className="cn-draft" role="status">
            <span className="cn-grow">Có bản nháp chưa lưu, gõ lúc {showMoment(form.waiting.savedAt)}.</span>
            <Button onClick={form.takeDraft}>Dùng bản nháp</Button>
            <Button onClick={form.dropDraft}>Bỏ bản nháp</Button>
          </div>
        )}
        {children}
        {form.fault !== null && <ErrorNotice error={form.fault} />}
        {form.fault === null && form.errors[''] && (
          <div className="cn-field-error" role="alert">
            {form.errors['']}
          </div>
        )}
      </div>
      <div className="cn-sheet-foot">
        <span className="cn-soft cn-small">
          <KeyHint keys="Ctrl+S" /> {lower(saveLabel)}
          {onNext && (
            <>
              {' '}
              · <KeyHint keys="Ctrl+Enter" /> lưu, nhập tiếp
            </>
          )}{' '}
          · <KeyHint keys="Esc" /> quay lại
        </span>
        <span className="cn-row">
          <Button onClick={close}>Quay lại</Button>
          {onNext && (
            <Button disabled={form.busy} onClick={() => void save(onNext)}>
              Lưu và nhập tiếp
            </Button>
          )}
          <Button type="primary" loading={form.busy} onClick={() => void save(onSaved)}>
            {saveLabel}
          </Button>
        </span>
      </div>
      {leaving && (
        <ConfirmDialog
          title="Quay lại khi chưa lưu?"
          confirm="Quay lại, giữ bản nháp"
          onCancel={() => setLeaving(false)}
          onConfirm={onClose}
        >
          Những gì đã gõ được giữ thành bản nháp và sẽ được hỏi lại khi mở biểu này.
        </ConfirmDialog>
      )}
    </Overlay>
  );
}

const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

const stops =
  'input:not([disabled]):not([readonly]), textarea:not([disabled]):not([readonly]), button[role=combobox], [data-stop]';

function isLine(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  return target.getAttribute('role') !== 'combobox' || target.getAttribute('aria-expanded') !== 'true';
}

function focusField(body: HTMLElement | null, selector: string) {
  const field = body?.querySelector(selector);
  field?.querySelector<HTMLElement>(stops)?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

function focusAfter(body: HTMLElement | null, from: HTMLElement) {
  const all = body ? [...body.querySelectorAll<HTMLElement>(stops)] : [];
  const next = all[all.indexOf(from) + 1];
  if (next) next.focus();
  else body?.parentElement?.querySelector<HTMLElement>('.cn-sheet-foot .ant-btn-primary')?.focus();
}
