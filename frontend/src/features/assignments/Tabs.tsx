import './assignments.css';
import { NavLink } from 'react-router';

const tabs = [
  { to: '/phan-cong', label: 'Đang phân công' },
  { to: '/phan-cong/quyet-dinh', label: 'Quyết định' },
  { to: '/phan-cong/con-trong', label: 'Phủ kín, còn trống' },
  { to: '/phan-cong/chu-truong', label: 'Chủ trương, tổ' },
];

/** The parts of the room. */
export function Tabs() {
  return (
    <nav className="cn-tabs" aria-label="Các phần của Phân công">
      {tabs.map((each) => <NavLink key={each.to} to={each.to} end>{each.label}</NavLink>)}
    </nav>
  );
}
