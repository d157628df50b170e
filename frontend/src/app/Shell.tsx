import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { DownOutlined, MenuOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { access, desk, readFault, type Go } from '../api/client';
import { showNumber } from '../lib/text';
import { BackToPaper, leavePaper } from '../ui/BackToPaper';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useDesk } from '../ui/desk';
import { useNotice } from '../ui/notices';
import { useShortcut, useShortcutRefusals } from '../ui/useShortcut';
import { AsOfChip } from './AsOfChip';
import { FindBox } from './FindBox';
import { HelpPanel } from './HelpPanel';
import { PasswordForm } from './PasswordForm';
import { menuPath, routes } from './routes';
import { SampleTag } from './SampleTag';
import { TextSizeChoice } from './TextSize';
import { enterList, startAgain, useArrival } from './useArrival';
import { useWaiting } from './useWaiting';

interface Props {
  status: Go.desk.Status;
  session: Go.access.SessionStatus;
  version: string;
  onChanged: () => Promise<void>;
}

/** With text this large the rooms at the left would take a third of the window: they fold away behind their button. */
const FOLD_FROM = 150;

/** What stays around every screen: rooms at the left; office, day, search, text size and person above. */
export function Shell({ status, session, version, onChanged }: Props) {
  const { can } = useDesk();
  const client = useQueryClient();
  const say = useNotice();
  const place = useLocation();
  const size = status.office.textSize;
  const waiting = useWaiting();
  const [side, setSide] = useState<boolean | null>(null);
  const [help, setHelp] = useState(false);
  const [password, setPassword] = useState(false);
  /** How many forms were begun and not saved, while it is asked whether to sign out all the same; null: nothing is asked. */
  const [unsaved, setUnsaved] = useState<number | null>(null);
  const sideOpen = side ?? size < FOLD_FROM;
  const here =
    routes.find((each) => menuPath(each) === place.pathname) ??
    routes.find((each) => place.pathname.startsWith(`${menuPath(each)}/`));
  const menu = routes.filter((each) => each.menu !== '' && (!each.needs || can(each.needs)));

  useArrival(place.pathname);
  useShortcutRefusals(say.failed);
  // A page that reads more than its own list does so itself; every other one reads again what it shows.
  useShortcut('f5', () => void client.refetchQueries({ type: 'active' }));
  useShortcut('F1', () => setHelp((open) => !open), true);
  useEffect(() => {
    document.title = `${here?.title ?? 'Cầu Nối'} – ${status.office.name}`;
  }, [here, status.office.name]);
  useEffect(() => {
    if (size >= FOLD_FROM) setSide(null);
  }, [place.pathname, size]);

  const run = async (call: () => Promise<unknown>) => {
    try {
      await call();
      await onChanged();
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };

  // Another person at this desk removes them: who leaves has to know it.
  const signOut = async () => {
    const count = await access.CountDrafts().catch(() => 0);
    if (count > 0) setUnsaved(count);
    else await run(() => access.SignOut());
  };

  const links = (group: 'work' | 'office') =>
    menu
      .filter((each) => each.menu === group)
      .map((each) => (
        <NavLink
          key={each.path}
          to={menuPath(each)}
          onClick={() => {
            leavePaper(null);
            if (menuPath(each) === place.pathname) startAgain();
          }}
          className={({ isActive }) => (isActive ? 'cn-room cn-room-now' : 'cn-room')}
        >
          {each.title}
          {(waiting[each.path] ?? 0) > 0 && (
            <span className="cn-room-count" title={`${showNumber(waiting[each.path]!)} việc đang chờ`}>
              {showNumber(waiting[each.path]!)}
            </span>
          )}
        </NavLink>
      ));
  return (
    <div className={sideOpen ? 'cn-shell' : 'cn-shell cn-shell-folded'}>
      <a
        className="cn-skip"
        href="#noi-dung"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('noi-dung')?.focus();
        }}
      >
        Đến nội dung
      </a>
      <header className="cn-top">
        <button
          type="button"
          className="cn-icon-button"
          aria-label="Các mục"
          aria-expanded={sideOpen}
          onClick={() => setSide(!sideOpen)}
        >
          <MenuOutlined aria-hidden="true" />
        </button>
        <div className="cn-brand">
          <strong>Cầu Nối</strong>
        </div>
        <strong className="cn-office" title={status.office.name}>
          {status.office.name}
        </strong>
        <AsOfChip />
        <FindBox />
        {status.office.sample && <SampleTag onLeave={() => run(() => desk.LeaveSample())} />}
        <span className="cn-top-end">
          <TextSizeChoice size={size} />
          <Button onClick={() => setHelp(true)} aria-label="Hướng dẫn (F1)">
            ?
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'who', label: `${session.session.login} – ${session.roleWord}`, disabled: true },
                { type: 'divider' },
                { key: 'password', label: 'Đổi mật khẩu', onClick: () => setPassword(true) },
                { key: 'lock', label: 'Khóa bàn làm việc', onClick: () => void run(() => access.Lock()) },
                { key: 'out', label: 'Đăng xuất', onClick: () => void signOut() },
              ],
            }}
          >
            <Button className="cn-person">
              <span>{session.session.name}</span> <DownOutlined aria-hidden="true" />
            </Button>
          </Dropdown>
        </span>
      </header>
      <BackToPaper />
      <div className="cn-middle">
        {sideOpen && (
          <nav className="cn-side" aria-label="Các mục">
            {links('work')}
            <hr />
            {links('office')}
            <span className="cn-version">Phiên bản {version}</span>
          </nav>
        )}
        <main id="noi-dung" className="cn-main cn-quiet-focus" tabIndex={-1} onKeyDown={enterList}>
          <Outlet />
        </main>
        {help && <HelpPanel chapter={here?.guide ?? ''} onClose={() => setHelp(false)} />}
      </div>
      {password && <PasswordForm onClose={() => setPassword(false)} />}
      {unsaved !== null && (
        <ConfirmDialog
          title={`Đăng xuất khi còn ${unsaved} bản nháp?`}
          cancel="Ở lại"
          confirm="Đăng xuất"
          onCancel={() => setUnsaved(null)}
          onConfirm={() => run(() => access.SignOut())}
        >
          Những gì đã gõ mà chưa lưu còn đó khi chính đồng chí đăng nhập lại. Người khác đăng nhập ở máy này thì bản
          nháp bị xóa.
        </ConfirmDialog>
      )}
    </div>
  );
}
