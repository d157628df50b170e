import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog';

/** "Dữ liệu mẫu" in the top bar: that nothing here is real, and the way back to the office's own data. */
export function SampleTag({ onLeave }: { onLeave: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Popover
        trigger="click"
        destroyOnHidden
        open={open}
        onOpenChange={setOpen}
        placement="bottomRight"
        content={
          <div className="cn-stack-tight cn-sample-said">
            <p>Mọi tên người và địa bàn ở đây đều được đặt ra để dùng thử. Văn bản in ra không có giá trị.</p>
            <div>
              <Button
                onClick={() => {
                  setOpen(false);
                  setAsked(true);
                }}
              >
                Rời văn phòng mẫu
              </Button>
            </div>
          </div>
        }
      >
        <button type="button" className="cn-sample-tag">
          <ClockCircleOutlined aria-hidden="true" /> Dữ liệu mẫu
        </button>
      </Popover>
      {asked && (
        <ConfirmDialog
          title="Rời văn phòng mẫu?"
          confirm="Rời, mở dữ liệu của cơ quan"
          onCancel={() => setAsked(false)}
          onConfirm={onLeave}
        >
          Chương trình mở dữ liệu của cơ quan và hỏi đăng nhập. Những gì đã thử ở văn phòng mẫu vẫn còn ở đó.
        </ConfirmDialog>
      )}
    </>
  );
}
