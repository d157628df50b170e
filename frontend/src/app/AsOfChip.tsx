import { Button, Popover } from 'antd';
import { useId, useRef, useState } from 'react';
import { show } from '../lib/dates';
import { showLunar, toLunar } from '../lib/lunar';
import { DateField } from '../pickers/DateField';
import { useDesk } from '../ui/desk';
import { takeTyped } from '../ui/typed';

/** "Tính đến 22/11/2026 (14/10 âl)": the day all lists are shown as of. Marked when it is not today. */
export function AsOfChip() {
  const { asOf, today, setAsOf } = useDesk();
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const other = asOf !== today;
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={open}
      onOpenChange={(next) => (next || takeTyped(box.current)) && setOpen(next)}
      placement="bottomLeft"
      content={
        <div className="cn-stack-tight" ref={box}>
          <label htmlFor={id}>Xem địa bàn, cán bộ, phân công tính đến ngày</label>
          <DateField id={id} value={asOf} today={today} lazy onChange={(day) => day !== '' && setAsOf(day)} />
          <div className="cn-row">
            <Button
              onClick={() => {
                setAsOf(today);
                setOpen(false);
              }}
              disabled={!other}
            >
              Về hôm nay
            </Button>
            <Button type="primary" onClick={() => takeTyped(box.current) && setOpen(false)}>
              Xong
            </Button>
          </div>
        </div>
      }
    >
      <Button
        className={other ? 'cn-as-of cn-as-of-other' : 'cn-as-of'}
        aria-label={`${asOf < today ? 'Xem lại ngày' : asOf > today ? 'Xem trước ngày' : 'Tính đến'} ${show(asOf)} (${showLunar(toLunar(asOf))})`}
      >
        <span className={other ? undefined : 'cn-as-of-word'}>
          {asOf < today ? 'Xem lại ngày' : asOf > today ? 'Xem trước ngày' : 'Tính đến'}
        </span>{' '}
        {show(asOf)} <span className="cn-soft">({showLunar(toLunar(asOf))})</span>
      </Button>
    </Popover>
  );
}
