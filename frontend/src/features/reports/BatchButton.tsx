import { Button } from 'antd';
import { useState } from 'react';
import { takeTyped } from '../../ui/typed';
import { BatchSheet } from './BatchSheet';
import type { Choice } from './queries';

/** Opens the sheet in which a report is printed for every place, officer, body or meeting in one go. */
export function BatchButton({ choice }: { choice: Choice }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => takeTyped() && setOpen(true)}>In hàng loạt…</Button>
      {open && <BatchSheet choice={choice} onClose={() => setOpen(false)} />}
    </div>
  );
}
