import { Button } from 'antd';

/** What a list shows when a number led to it, and the way back to the list as it usually is. */
export function LinkedListBar({ words, onLeave }: { words: string; onLeave: () => void }) {
  return (
    <p className="cn-linked-list" role="status">
      <strong>{words}</strong> <Button onClick={onLeave}>Về danh sách</Button>
    </p>
  );
}
