import './matters.css';
import { RoomTabs } from '../../ui/RoomTabs';

const tabs = [
  { to: '/kien-nghi', label: 'Việc đang chờ' },
  { to: '/kien-nghi/so-lieu', label: 'Số liệu', needs: 'matters.Figures' },
  { to: '/kien-nghi/tiep-dan', label: 'Tiếp dân, đối thoại', needs: 'matters.ReceptionDays' },
  { to: '/kien-nghi/khieu-nai-to-cao', label: 'Khiếu nại, tố cáo', needs: 'matters.Statutory' },
  { to: '/kien-nghi/co-quan', label: 'Cơ quan, thời hạn', needs: 'matters.Bodies' },
];

/** The parts of the room. */
export function Tabs() {
  return <RoomTabs label="Các phần của Kiến nghị" tabs={tabs} />;
}
