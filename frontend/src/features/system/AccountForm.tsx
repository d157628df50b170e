import { access, type Go } from '../../api/client';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { roles } from './labels';

interface Props {
  /** Null for a new account. */
  user: Go.access.User | null;
  onClose: () => void;
  onSaved: () => void;
}

/** One account. No draft, because a password stands in it; for an existing account an empty password leaves the old one. */
export function AccountForm({ user, onClose, onSaved }: Props) {
  const say = useNotice();
  const form = useForm({
    initial: {
      name: user?.name ?? '',
      login: user?.login ?? '',
      position: user?.role ?? 'chuyen_vien',
      active: user?.active ?? true,
      password: '',
    },
    check: (values): Record<string, string> => {
      if (values.name.trim() === '') return { name: 'Hãy nhập họ và tên.' };
      return user === null && values.password === ''
        ? { password: 'Hãy đặt mật khẩu đầu tiên cho tài khoản này.' }
        : {};
    },
    save: async (values) => {
      const saved = await access.SaveUser({
        ...values,
        id: user?.id ?? '',
        password: user === null ? values.password : '',
      });
      if (user !== null && values.password !== '') await access.ResetPassword(user.id, values.password);
      return saved;
    },
  });
  return (
    <FormDrawer
      title={user ? 'Sửa tài khoản' : 'Thêm tài khoản'}
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã lưu tài khoản.');
        onSaved();
        onClose();
      }}
    >
      <Field form={form} name="name" label="Họ và tên" required>
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="login" label="Tên đăng nhập" required hint="Chữ không dấu và chữ số, ví dụ: vanphong">
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="position" label="Vai trò" required>
        {(p) => <ChoiceRow {...p} options={roles} />}
      </Field>
      <Field
        form={form}
        name="password"
        label={user ? 'Mật khẩu mới' : 'Mật khẩu'}
        required={user === null}
        hint={user ? 'Để trống nếu không đặt lại.' : 'Tắt bộ gõ tiếng Việt khi nhập.'}
      >
        {(p) => <TextInput {...p} type="password" autoComplete="new-password" />}
      </Field>
      <CheckInput value={form.values.active} onChange={(value) => form.set('active', value)} label="Được đăng nhập" />
    </FormDrawer>
  );
}
