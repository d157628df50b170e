import { NavLink } from 'react-router';
import { useDesk } from './desk';

export interface RoomTab {
  to: string;
  label: string;
  /** Shown only to who may call this. */
  needs?: string;
}

/** The parts of a room, as links: each has an address of its own. */
export function RoomTabs({ label, tabs }: { label: string; tabs: RoomTab[] }) {
  const { can } = useDesk();
  return (
    <nav className="cn-tabs" aria-label={label}>
      {tabs
        .filter((each) => !each.needs || can(each.needs))
        .map((each) => (
          <NavLink key={each.to} to={each.to} end>
            {each.label}
          </NavLink>
        ))}
    </nav>
  );
}
