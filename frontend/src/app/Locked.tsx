import { Button } from 'antd';
import { useId } from 'react';
import { access, type Go } from '../api/client';
import { Field } from '../ui/Field';
import { TextInput } from '../ui/inputs';
import { useForm } from '../ui/useForm';
import { EntryForm } from './EntryForm';

/** The desk is locked: only the person who locked it can go on; somebody else signs in anew. */
export function Locked({ session, onDone }: { session: Go.access.SessionStatus; onDone: () => Promise<void> }) {
  const id = useId();
  const form = useForm({
    initial: { password: '' },
    check: (values): Record<string, string> => (values.password === '' ? { password: 'Hãy nhập mật khẩu.' } : {}),
    save: async (values) => {
      await access.Unlock(values.password);
      await onDone();
      return true;
    },
  });
  const leave = async () => {
    await access.SignOut();
    await onDone();
  };
  return (
    <EntryForm
      title="Bàn làm việc đang khóa"
      office={`${session.session.name} (${session.roleWord})`}
      form={form}
      submit="Mở khóa"
      labelId={id}
      below={<Button onClick={() => void leave()}>Đăng nhập bằng tài khoản khác</Button>}
    >
      <Field form={form} name="password" label="Mật khẩu" hint="Tắt bộ gõ tiếng Việt khi nhập mật khẩu.">
        {(p) => <TextInput {...p} type="password" autoComplete="current-password" />}
      </Field>
    </EntryForm>
  );
}
