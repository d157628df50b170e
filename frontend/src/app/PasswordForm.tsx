import { access } from '../api/client';
import { Field } from '../ui/Field';
import { FormDrawer } from '../ui/FormDrawer';
import { TextInput } from '../ui/inputs';
import { useNotice } from '../ui/notices';
import { useForm } from '../ui/useForm';

/** Changes the own password. No draft: a password is kept nowhere but in its field. */
export function PasswordForm({ onClose }: { onClose: () => void }) {
  const say = useNotice();
  const form = useForm({
    initial: { current: '', next: '', repeat: '' },
    check: (values): Record<string, string> =>
      values.next === values.repeat ? {} : { repeat: 'Hai lần nhập mật khẩu mới chưa giống nhau.' },
    save: async ({ current, next }) => {
      await access.ChangePassword({ current, next });
      return true;
    },
  });
  return (
    <FormDrawer
      title="Đổi mật khẩu"
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã đổi mật khẩu.');
        onClose();
      }}
    >
      <Field form={form} name="current" label="Mật khẩu hiện tại" required>
        {(p) => <TextInput {...p} type="password" autoComplete="current-password" />}
      </Field>
      <Field form={form} name="next" label="Mật khẩu mới" required hint="Tắt bộ gõ tiếng Việt khi nhập.">
        {(p) => <TextInput {...p} type="password" autoComplete="new-password" />}
      </Field>
      <Field form={form} name="repeat" label="Nhập lại mật khẩu mới" required>
        {(p) => <TextInput {...p} type="password" autoComplete="new-password" />}
      </Field>
    </FormDrawer>
  );
}
