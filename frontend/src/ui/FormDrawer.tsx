import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { ctrl } from '../lib/keys';
import { ConfirmDialog } from './ConfirmDialog';
import { DraftBar } from './DraftBar';
import { FormFault } from './FormFault';
import { FormQuestion } from './FormQuestion';
import { focusFirstFault, focusNextField } from './formFocus';
import { Overlay } from './Overlay';
import { KeyHint } from './StatusTag';
import { isUnreadable } from './typed';
import type { Form } from './useForm';

interface Props<V extends object, R> {
  title: string;
  form: Form<V, R>;
  /** After a good save by "Lưu" or Ctrl+S. Close the drawer here. */
  onSaved: (result: R) => void;
  /** Esc or "Quay lại", after the question whether what was typed is to be saved. */
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
    if (form.refusals > 0) focusFirstFault(body.current);
  }, [form.refusals]);

  const save = async (then: (result: R) => void) => {
    const result = await form.submit();
    if (result !== null) then(result);
  };
  const close = () => (form.touched || isUnreadable() ? setLeaving(true) : onClose());

  const onKeyDown = (event: KeyboardEvent) => {
    focusNextField(event, body.current, () => {
      body.current?.parentElement?.querySelector<HTMLElement>('.cn-sheet-foot .ant-btn-primary')?.focus();
    });
    if (ctrl(event, 's')) void save(onSaved);
    else if (ctrl(event, 'Enter')) void save(onNext ?? onSaved);
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
        <DraftBar form={form} />
        {children}
        <FormFault form={form} />
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
      <FormQuestion form={form} act={saveLabel} />
      {leaving && (
        <ConfirmDialog
          title="Quay lại khi chưa lưu?"
          cancel="Ở lại"
          other={{
            label: 'Bỏ thay đổi',
            run: () => {
              form.discard();
              onClose();
            },
          }}
          confirm={`${saveLabel} rồi quay lại`}
          onCancel={() => setLeaving(false)}
          onConfirm={() => {
            // The question goes first, so that a refusal has its field to go to.
            flushSync(() => setLeaving(false));
            void save(onSaved);
          }}
        >
          Những gì vừa gõ ở biểu này chưa được lưu.
        </ConfirmDialog>
      )}
    </Overlay>
  );
}

const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
