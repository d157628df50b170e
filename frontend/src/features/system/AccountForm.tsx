import { useRef } from 'react';
import { access, officers, type Go } from '../../api/client';
import { AppError, readFault } from '../../lib/fault';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { roles } from './labels';

interface Props {
  /** Null for a new account. */
  user: Go.access.User | null;
  /** Which officer the account belongs to now. */
  linked?: Go.officers.Account;
  onClose: () => void;
  onSaved: () => void;
}

/** One account. No draft, because a password stands in it; for an existing account an empty password leaves the old one. */
export function AccountForm({ user, linked, onClose, onSaved }: Props) {
  const say = useNotice();
  /** The account as it is stored: of a new one, from the moment it was, though its officer may then be refused. */
  const made = useRef(user?.id ?? '');
  const form = useForm({
    initial: {
      name: user?.name ?? '',
      login: user?.login ?? '',
      position: user?.role ?? '',
      active: user?.active ?? true,
      officer: linked ? { id: linked.officerId, name: linked.name } : (null as Picked | null),
      password: '',
    },
    check: (values): FieldErrors => ({
      ...(values.name.trim() === '' && { name: 'Hãy nhập họ và tên.' }),
      ...(values.position === '' && { position: 'Hãy chọn vai trò của người dùng tài khoản này.' }),
      ...(user === null && values.password === '' && { password: 'Hãy đặt mật khẩu đầu tiên cho tài khoản này.' }),
    }),
    save: async ({ officer, ...values }) => {
      const saved = await access.SaveUser({
        ...values,
        id: made.current,
        password: made.current === '' ? values.password : '',
      });
      made.current = saved.id;
      if (user !== null && values.password !== '') await access.ResetPassword(user.id, values.password);
      if ((officer?.id ?? '') !== (linked?.officerId ?? ''))
        await officers.LinkAccount(saved.id, officer?.id ?? '').catch((thrown: unknown) => {
          const fault = readFault(thrown);
          throw new AppError({ ...fault, fields: fault.fields.officerId ? { officer: fault.fields.officerId } : {} });
        });
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
      <Field
        form={form}
        name="officer"
        label="Là cán bộ"
        hint={
          linked?.binned
            ? `Đồng chí ${linked.name} đang ở thùng rác, nên “Của tôi” chưa hiện.`
            : 'Không bắt buộc. Người này sẽ có nút “Của tôi” ở Việc tuần này, Nhật ký, Kiến nghị, Phân công.'
        }
      >
        {(p) => <OfficerPicker {...p} adds placeholder="Không gắn với cán bộ nào" />}
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
