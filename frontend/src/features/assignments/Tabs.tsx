import './assignments.css';
import { RoomTabs } from '../../ui/RoomTabs';

const tabs = [
  { to: '/phan-cong', label: 'Đang phân công' },
  { to: '/phan-cong/quyet-dinh', label: 'Quyết định' },
  { to: '/phan-cong/con-trong', label: 'Phủ kín, còn trống' },
  { to: '/phan-cong/chu-truong', label: 'Chủ trương, tổ' },
  { to: '/phan-cong/ban-giao', label: 'Bàn giao', needs: 'assignments.Handovers' },
];

/** The parts of the room. */
export function Tabs() {
  return <RoomTabs label="Các phần của Phân công" tabs={tabs} />;
}
