import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useDesk } from './desk';
import { useNarrow } from './useNarrow';

export interface RoomTab {
  to: string;
  label: string;
  /** Shown only to who may call this. */
  needs?: string;
}

/** The parts of a room, as links: each has an address of its own. With large text they wait behind the word of the part shown. */
export function RoomTabs({ label, tabs }: { label: string; tabs: RoomTab[] }) {
  const { can } = useDesk();
  const here = useLocation().pathname;
  const navigate = useNavigate();
  const seen = tabs.filter((each) => !each.needs || can(each.needs));
  if (useNarrow())
    return (
      <nav aria-label={label}>
        <Dropdown
          trigger={['click']}
          menu={{
            items: seen.map((each) => ({ key: each.to, label: each.label, onClick: () => void navigate(each.to) })),
            selectedKeys: [here],
          }}
        >
          <Button>
            {seen.find((each) => each.to === here)?.label ?? label} <DownOutlined aria-hidden="true" />
          </Button>
        </Dropdown>
      </nav>
    );
  return (
    <nav className="cn-tabs" aria-label={label}>
      {seen.map((each) => (
        <NavLink key={each.to} to={each.to} end>
          {each.label}
        </NavLink>
      ))}
    </nav>
  );
}
