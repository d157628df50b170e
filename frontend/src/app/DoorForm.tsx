import { Button } from 'antd';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { composing } from '../lib/keys';
import { ErrorNotice } from '../ui/ErrorNotice';
import { StatusTag } from '../ui/StatusTag';
import type { Form } from '../ui/useForm';

interface Props<V extends object> {
  title: string;
  office: string;
  sample?: boolean;
  form: Form<V, unknown>;
  submit: string;
  labelId: string;
  wide?: boolean;
  children: ReactNode;
  below?: ReactNode;
}

/** The sheet one meets before the rooms: sign-in, locked, first run. Enter in the last field submits, in others goes on. */
export function DoorForm<V extends object>({
  title,
  office,
  sample,
  form,
  submit,
  labelId,
  wide,
  children,
  below,
}: Props<V>) {
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  useEffect(() => {
    if (form.refusals === 0) return;
    const field = sheet.current?.querySelector<HTMLElement>('[data-bad]');
    field?.querySelector<HTMLElement>('input')?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }, [form.refusals]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // Not the box of text sizes below the button: Enter in the password must submit, not move there.
    const lines = [...(sheet.current?.querySelectorAll<HTMLInputElement>('input:not([role="combobox"])') ?? [])];
    const next = lines[lines.indexOf(event.target) + 1];
    if (composing(event) || next) event.preventDefault();
    if (!composing(event)) next?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  const noField = form.fault !== null && Object.keys(form.errors).filter((name) => name !== '').length === 0;
  return (
    <main className="cn-door">
      <form
        ref={sheet}
        className={wide ? 'cn-door-sheet cn-door-wide' : 'cn-door-sheet'}
        aria-labelledby={labelId}
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        noValidate
      >
        <div className="cn-brand">
          <strong>Cầu Nối</strong>
          <span>phân công · theo dõi · trả lời</span>
        </div>
        <h1 id={labelId}>{title}</h1>
        {office !== '' && (
          <p className="cn-row">
            {office} {sample && <StatusTag tone="warn">Dữ liệu mẫu</StatusTag>}
          </p>
        )}
        {children}
        {noField && <ErrorNotice error={form.fault} />}
        <Button type="primary" htmlType="submit" loading={form.busy} size="large">
          {submit}
        </Button>
        {below}
      </form>
    </main>
  );
}
