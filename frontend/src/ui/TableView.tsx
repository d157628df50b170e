import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useMemo } from 'react';
import { useKeptState } from './sessionState';
import type { Column } from './tableColumns';

export interface View<T> {
  /** The columns the person wants to see; the first is always there. */
  columns: Column<T>[];
  all: Column<T>[];
  compact: boolean;
  setCompact: (on: boolean) => void;
  toggle: (key: string) => void;
}

/** How a person looks at one list: which columns, and one line a row ("gọn") or as many as it has ("thoáng"). */
export function useTableView<T>(name: string, all: Column<T>[]): View<T> {
  const [usual, setUsual] = useKeptState('list.compact', true);
  const [own, setOwn] = useKeptState<boolean | null>(`list.${name}.compact`, null);
  const [turned, setTurned] = useKeptState<string[]>(`list.${name}.turned`, []);
  const columns = useMemo(
    () => all.filter((each, at) => at === 0 || turned.includes(each.key) === (each.hidden ?? false)),
    [all, turned],
  );
  return {
    columns,
    all,
    compact: own ?? usual,
    setCompact: (on) => {
      setOwn(on);
      setUsual(on);
    },
    toggle: (key) =>
      setTurned((before) => (before.includes(key) ? before.filter((each) => each !== key) : [...before, key])),
  };
}

const mark = (on: boolean) => (on ? <CheckOutlined aria-hidden="true" /> : <span className="cn-no-mark" />);

/** "Hiển thị": density and columns of a list. */
export function TableView<T>({ view }: { view: View<T> }) {
  const seen = new Set(view.columns.map((each) => each.key));
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items: [
          { key: '1', icon: mark(view.compact), label: 'Gọn: mỗi dòng một hàng', onClick: () => view.setCompact(true) },
          { key: '2', icon: mark(!view.compact), label: 'Thoáng: hiện đủ chữ', onClick: () => view.setCompact(false) },
          { type: 'divider' },
          ...view.all
            .slice(1)
            .filter((each) => each.title !== '' && each.kind !== 'act')
            .map((each) => ({
              key: `c.${each.key}`,
              icon: mark(seen.has(each.key)),
              label: `Cột “${each.title}”`,
              onClick: () => view.toggle(each.key),
            })),
        ],
      }}
    >
      <Button>
        Hiển thị <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
