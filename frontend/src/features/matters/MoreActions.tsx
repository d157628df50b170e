import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

type Entry = { key: string; label: string; onClick: () => void };

/** The rarer steps, behind one button. */
export function MoreActions({ entries, label = 'Việc khác' }: { entries: Entry[]; label?: string }) {
  if (entries.length === 0) return null;
  return (
    <Dropdown trigger={['click']} menu={{ items: entries }}>
      <Button>
        {label} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
