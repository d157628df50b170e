import { DesktopOutlined, UsbOutlined } from '@ant-design/icons';
import type { Go } from '../../api/client';
import { showMoment } from '../../lib/moment';
import type { Column } from '../../ui/DataTable';
import { SoundTag } from './BackupPanel';
import { soundWords } from './labels';

/** The columns of the list of backups, also where the data cannot be opened. */
export const backupColumns: Column<Go.desk.BackupLine>[] = [
  {
    key: 'moment',
    title: 'Lúc',
    kind: 'day',
    width: 10,
    render: (line) => showMoment(line.moment),
    sortBy: (line) => line.moment,
  },
  { key: 'reason', title: 'Vì sao có bản này', kind: 'name', width: 9, render: (line) => line.reason },
  {
    key: 'place',
    title: 'Nơi giữ',
    kind: 'status',
    width: 5,
    render: (line) => (
      <>
        {line.here && <DesktopOutlined title="Máy này" />} {line.second && <UsbOutlined title="Nơi thứ hai" />}
      </>
    ),
    text: (line) => [line.here && 'Máy này', line.second && 'Nơi thứ hai'].filter(Boolean).join(', '),
  },
  {
    key: 'sound',
    title: 'Kiểm tra',
    kind: 'status',
    width: 9,
    render: (line) => <SoundTag line={line} />,
    text: soundWords,
  },
  { key: 'differs', title: 'So với bây giờ', kind: 'text', width: 14, render: (line) => line.differs },
  { key: 'size', title: 'Cỡ', kind: 'number', width: 5, align: 'right', render: (line) => line.size },
];
