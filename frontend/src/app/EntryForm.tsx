import { Button } from 'antd';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { FormFault } from '../ui/FormFault';
import { focusFirstFault, focusNextField } from '../ui/formFocus';
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
export function EntryForm<V extends object>({
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
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  useEffect(() => {
    if (form.refusals > 0) focusFirstFault(fields.current);
  }, [form.refusals]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <main className="cn-entry">
      <form
        ref={sheet}
        className={wide ? 'cn-entry-sheet cn-entry-wide' : 'cn-entry-sheet'}
        aria-labelledby={labelId}
        onSubmit={onSubmit}
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
        {/* Enter moves among these only: the box of text sizes below the button is no field of the form. */}
        <div
          ref={fields}
          className="cn-entry-fields"
          onKeyDown={(event) => focusNextField(event, fields.current, () => sheet.current?.requestSubmit())}
        >
          {children}
        </div>
        <FormFault form={form} once />
        <Button type="primary" htmlType="submit" loading={form.busy} size="large">
          {submit}
        </Button>
        {below}
      </form>
    </main>
  );
}
