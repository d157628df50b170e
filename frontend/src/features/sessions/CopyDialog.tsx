import { Button } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { addMonths } from '../../lib/dates';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { useCopy, type Row } from './queries';

/** Starts the next session from an earlier one; asks only for its day. */
export function CopyDialog({ session, onClose }: { session: Row; onClose: () => void }) {
  const id = useId();
  const { today } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const copy = useCopy();
  const [day, setDay] = useState(addMonths(session.day, 1));
  const start = () =>
    copy.mutate(
      { id: session.id, day },
      {
        onSuccess: (made) => {
          say.done('Đã lập phiên họp từ phiên trước; hãy xem lại tên, tài liệu và kỳ số liệu.');
          void navigate(`/phien-hop/${made.id}`);
        },
      },
    );
  return (
    <Overlay kind="dialog" labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Lập phiên sau từ phiên này</h2>
      </div>
      <div className="cn-sheet-body">
        <p>
          {session.title}. Chương trình, thời lượng, khách mời giữ nguyên; thành viên lấy theo ngày mới; kết luận, điểm
          danh và văn bản đã ban hành không mang sang.
        </p>
        <div className="cn-field">
          <label htmlFor={`${id}-d`}>Ngày họp mới</label>
          <DateField id={`${id}-d`} today={today} value={day} onChange={setDay} />
        </div>
        {copy.error && <ErrorNotice error={copy.error} />}
      </div>
      <div className="cn-sheet-foot">
        <Button onClick={onClose}>Quay lại</Button>
        <Button type="primary" loading={copy.isPending} onClick={start}>
          Lập phiên họp
        </Button>
      </div>
    </Overlay>
  );
}
