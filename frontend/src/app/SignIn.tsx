import { Button } from 'antd';
import { useId } from 'react';
import { access, desk, type Go } from '../api/client';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Field } from '../ui/Field';
import { TextInput } from '../ui/inputs';
import { useForm } from '../ui/useForm';
import { EntryForm } from './EntryForm';
import { TextSizeChoice } from './TextSize';
import { useState } from 'react';

interface Props {
  status: Go.desk.Status;
  onDone: () => Promise<void>;
}

/** Coming in. At the made-up office its accounts and their password stand on the page, for there is nothing to protect. */
export function SignIn({ status, onDone }: Props) {
  const id = useId();
  const [swap, setSwap] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initial: { login: '', password: '' },
    check: (values): Record<string, string> => {
      if (values.login.trim() === '') return { login: 'Hãy nhập tên đăng nhập.' };
      return values.password === '' ? { password: 'Hãy nhập mật khẩu.' } : {};
    },
    save: async (values) => {
      await access.SignIn(values);
      await onDone();
      return true;
    },
  });
  // One at a time: an office must not be left while a password of it is being checked.
  const change = async (call: () => Promise<unknown>) => {
    setSwap(null);
    setBusy(true);
    try {
      await call();
      await onDone();
    } catch (error) {
      setSwap(error);
    } finally {
      setBusy(false);
    }
  };
  const { sample, name } = status.office;
  return (
    <EntryForm
      title="Đăng nhập"
      office={name}
      sample={sample}
      form={form}
      submit="Đăng nhập"
      labelId={id}
      below={
        <>
          {sample && (
            <div className="cn-draft">
              <div className="cn-grow">
                <strong>Dữ liệu mẫu để dùng thử.</strong> Chọn một tài khoản để vào:
                <div className="cn-row">
                  {status.signIns.map((each) => (
                    <Button
                      key={each.login}
                      disabled={busy || form.busy}
                      onClick={() => void change(() => access.SignIn({ login: each.login, password: each.password }))}
                    >
                      {each.roleWord}: {each.login}
                    </Button>
                  ))}
                </div>
                {status.signIns[0] && (
                  <p className="cn-small">Mật khẩu của các tài khoản mẫu: {status.signIns[0].password}</p>
                )}
              </div>
            </div>
          )}
          {swap !== null && <ErrorNotice error={swap} />}
          {status.notices.map((notice) => (
            <p key={notice} className="cn-draft" role="status">
              {notice}
            </p>
          ))}
          <div className="cn-row">
            {sample && (
              <Button disabled={busy || form.busy} onClick={() => void change(() => desk.LeaveSample())}>
                Rời văn phòng mẫu
              </Button>
            )}
            {!sample && status.hasSample && (
              <Button disabled={busy || form.busy} onClick={() => void change(() => desk.OpenSample())}>
                Mở văn phòng mẫu để xem thử
              </Button>
            )}
            <TextSizeChoice size={status.office.textSize} />
          </div>
          <p className="cn-soft cn-small">Quên mật khẩu: nhờ người quản trị đặt lại ở mục Tài khoản.</p>
        </>
      }
    >
      <Field form={form} name="login" label="Tên đăng nhập">
        {(p) => <TextInput {...p} autoComplete="username" />}
      </Field>
      <Field form={form} name="password" label="Mật khẩu" hint="Tắt bộ gõ tiếng Việt khi nhập mật khẩu.">
        {(p) => <TextInput {...p} type="password" autoComplete="current-password" />}
      </Field>
    </EntryForm>
  );
}
