import { DesktopOutlined, SafetyCertificateOutlined, UsbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Go } from '../../api/client';
import { showMoment } from '../../lib/moment';
import { useDesk } from '../../ui/desk';

interface Props {
  state: Go.desk.Backups;
  onChoose: () => void;
  onFill: () => void;
}

/** Where backups lie: this machine, the second place; and whether the last rehearsal of a restore went well. */
export function BackupPlaces({ state, onChoose, onFill }: Props) {
  const { can } = useDesk();
  const newest = state.lines.find((each) => each.here);
  const second = state.hasSecond ? state.second : 'Chưa có nơi giữ thứ hai';
  const secondSays = state.placeSays || secondWords(state);
  return (
    <div className="cn-backup-places">
      <Place
        icon={<DesktopOutlined aria-hidden="true" />}
        warn={state.trouble !== '' || !newest}
        title={`Máy này: ${newest ? showMoment(newest.moment) : 'chưa có bản nào'}`}
        says={state.trouble || (newest ? 'đã mở thử, đếm đủ, đúng từng byte' : 'bấm “Sao lưu ngay” để có bản đầu tiên')}
      />
      <Place
        icon={<UsbOutlined aria-hidden="true" />}
        warn={!state.isSample && (!state.hasSecond || state.behind > 0 || state.placeSays !== '')}
        title={state.isSample ? 'Văn phòng mẫu' : second}
        says={state.isSample ? 'dữ liệu mẫu chỉ sao lưu trên máy này' : secondSays}
      >
        {!state.isSample && state.plugged && state.behind > 0 && can('desk.FillSecondPlace') && (
          <Button onClick={onFill}>Chép ngay</Button>
        )}
        {!state.isSample && can('desk.ChooseSecondPlace') && (
          <Button onClick={onChoose}>{state.hasSecond ? 'Đổi nơi giữ' : 'Chọn nơi giữ'}</Button>
        )}
      </Place>
      <Place
        icon={<SafetyCertificateOutlined aria-hidden="true" />}
        warn={state.rehearsed !== '' && !state.rehearsOk}
        title={`Lần tập phục hồi gần nhất: ${state.rehearsed === '' ? 'chưa có' : showMoment(state.rehearsed)}`}
        says={state.rehearsal || 'chương trình tự tập mỗi tháng một lần trên bản sao'}
      />
    </div>
  );
}

function secondWords(state: Go.desk.Backups): string {
  if (!state.hasSecond) return 'hỏng máy thì mất cả hai; hãy chọn USB hoặc ổ đĩa khác';
  if (state.behind > 0)
    return state.plugged ? `còn ${state.behind} bản chưa chép` : `cắm lại để chép ${state.behind} bản còn thiếu`;
  return `đủ các bản, chép lúc ${showMoment(state.filled)}`;
}

function Place(props: { icon: ReactNode; warn: boolean; title: string; says: string; children?: ReactNode }) {
  return (
    <div className={props.warn ? 'cn-backup-place cn-backup-place-warn' : 'cn-backup-place'}>
      {props.icon}
      <div className="cn-grow">
        <strong>{props.title}</strong>
        <div>{props.says}</div>
      </div>
      {props.children}
    </div>
  );
}
