import './fulfilment.css';
import { RoomTabs } from '../../ui/RoomTabs';

const tabs = [
  { to: '/ket-qua', label: 'Dự họp' },
  { to: '/ket-qua/hai-chieu', label: 'Hai chiều' },
  { to: '/ket-qua/tai-lieu', label: 'Gửi tài liệu' },
  { to: '/ket-qua/gop-y', label: 'Dự và góp ý', needs: 'fulfilment.Silent' },
];

/** The parts of the room. */
export function Tabs() {
  return <RoomTabs label="Các phần của Kết quả thực hiện" tabs={tabs} />;
}
