import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { access, officers, type Go } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { sortName } from '../../ui/sortRows';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import { AccountForm } from './AccountForm';
import { roles } from './labels';

const columns: Column<Go.access.User>[] = [
  { key: 'name', title: 'Họ và tên', kind: 'name', render: (user) => user.name, sortBy: (user) => sortName(user.name) },
  {
    key: 'login',
    title: 'Tên đăng nhập',
    kind: 'symbol',
    width: 12,
    render: (user) => user.login,
    sortBy: (user) => user.login,
  },
  {
    key: 'role',
    title: 'Vai trò',
    kind: 'text',
    width: 10,
    render: (user) => roles.find((each) => each.value === user.role)?.label ?? user.role,
    sortBy: (user) => user.role,
  },
  {
    key: 'active',
    title: 'Tình trạng',
    kind: 'status',
    width: 13,
    render: (user) =>
      user.active ? <StatusTag tone="good">Được đăng nhập</StatusTag> : <StatusTag tone="none">Đã ngừng</StatusTag>,
  },
  {
    key: 'created',
    title: 'Ngày lập',
    kind: 'day',
    width: 9,
    render: (user) => show(user.createdAt.slice(0, 10)),
    sortBy: (user) => user.createdAt,
  },
];

/** Which officer an account belongs to. */
const linkColumn = (linkOf: (user: Go.access.User) => Go.officers.Account | undefined): Column<Go.access.User> => ({
  key: 'officer',
  title: 'Là cán bộ',
  kind: 'name',
  width: 12,
  render: (user) => linkOf(user)?.name ?? NONE,
  sortBy: (user) => sortName(linkOf(user)?.name ?? ''),
});

/** Who may sign in, and as what. */
export function AccountsPage() {
  const { can } = useDesk();
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['access.users'], queryFn: () => access.Users() });
  const links = useQuery({ queryKey: ['officers', 'accounts'], queryFn: () => officers.Accounts() });
  const linkOf = (user: Go.access.User) => links.data?.find((each) => each.userId === user.id);
  const [chosen, setChosen] = useSessionState<string | null>('accounts.chosen', null);
  const [form, setForm] = useState<Go.access.User | 'new' | null>(null);
  const add = () => can('access.SaveUser') && setForm('new');
  useShortcut('ctrl+n', add);
  return (
    <div className="cn-page">
      <PageHeader
        title="Tài khoản"
        sub="Quản trị: mọi việc · Chuyên viên: nhập và in · Lãnh đạo: xem và in"
        actions={
          can('access.SaveUser') && (
            <Button type="primary" onClick={add}>
              Thêm tài khoản
            </Button>
          )
        }
      />
      <DataTable
        label="Danh sách tài khoản"
        counted="tài khoản"
        columns={[...columns.slice(0, 2), linkColumn(linkOf), ...columns.slice(2)]}
        rows={list.data ?? []}
        rowKey={(user) => user.id}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        selected={chosen}
        onSelect={setChosen}
        onOpen={setForm}
      />
      {form && links.data && (
        <AccountForm
          user={form === 'new' ? null : form}
          linked={form === 'new' ? undefined : linkOf(form)}
          onClose={() => setForm(null)}
          onSaved={() => {
            void client.invalidateQueries({ queryKey: ['access.users'] });
            void client.invalidateQueries({ queryKey: ['officers'] });
          }}
        />
      )}
    </div>
  );
}
