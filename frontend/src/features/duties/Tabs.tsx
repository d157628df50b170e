import './duties.css';
import { RoomTabs } from '../../ui/RoomTabs';

const tabs = [
  { to: '/lich', label: 'Lịch' },
  { to: '/lich/dang-ky', label: 'Đăng ký lịch tháng', needs: 'activities.Schedule' },
  { to: '/lich/nhiem-vu', label: 'Nhiệm vụ định kỳ', needs: 'duties.Rules' },
  { to: '/lich/tam-dung', label: 'Tạm dừng', needs: 'duties.Suspensions' },
  { to: '/lich/ngay-nghi', label: 'Ngày nghỉ', needs: 'duties.DaysOff' },
];

/** The parts of the room. */
export function Tabs() {
  return <RoomTabs label="Các phần của Lịch, nhiệm vụ" tabs={tabs} />;
}
