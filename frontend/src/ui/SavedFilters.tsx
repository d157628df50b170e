import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useId, useState } from 'react';
import { AppError } from '../lib/fault';
import { nfc } from '../lib/text';
import { ConfirmDialog } from './ConfirmDialog';
import { TextInput } from './inputs';
import { useKeptState } from './sessionState';

export interface Saved<T> {
  /** The list they belong to; never changes, or what people saved is lost. */
  list: string;
  /** What the list is narrowed to now. */
  value: T;
  onTake: (value: T) => void;
}

/** Letters of a name, and filters a list may have. */
const LONGEST = 60;
const MOST = 30;

/** "Bộ lọc": what a person narrowed a list to, kept under a name of their own, over restarts. */
export function SavedFilters<T>({ list, value, onTake }: Saved<T>) {
  const id = useId();
  const [saved, setSaved] = useKeptState<Record<string, T>>(`list.${list}.filters`, {});
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const names = Object.keys(saved).sort((a, b) => a.localeCompare(b, 'vi'));
  const invalid = (message: string) => Promise.reject(new AppError({ code: 'invalid', message, fields: {}, id: '' }));
  const save = async () => {
    const said = nfc(name).trim();
    if (said === '') return invalid('Hãy đặt tên cho bộ lọc, ví dụ “Khối xã cánh đông”.');
    if (said.length > LONGEST) return invalid(`Tên dài quá ${LONGEST} chữ; hãy đặt ngắn hơn.`);
    if (names.length >= MOST && !names.includes(said))
      return invalid(`Đã có ${MOST} bộ lọc ở danh sách này; hãy xóa bớt rồi lưu lại.`);
    setSaved((before) => ({ ...before, [said]: value }));
    setAsking(false);
    setName('');
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...names.map((each) => ({ key: `t.${each}`, label: each, onClick: () => onTake(saved[each]!) })),
            ...(names.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: 'Lưu bộ lọc đang dùng…', onClick: () => setAsking(true) },
            ...names.map((each) => ({
              key: `x.${each}`,
              label: `Xóa bộ lọc “${each}”`,
              onClick: () => setSaved(({ [each]: _, ...rest }) => rest as Record<string, T>),
            })),
          ],
        }}
      >
        <Button>
          Bộ lọc <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {asking && (
        <ConfirmDialog title="Lưu bộ lọc" confirm="Lưu bộ lọc" onCancel={() => setAsking(false)} onConfirm={save}>
          <div className="cn-field">
            <label htmlFor={id}>Tên bộ lọc</label>
            <TextInput id={id} value={name} onChange={setName} />
            <span className="cn-field-hint">Tên đã có thì được thay bằng bộ lọc đang dùng.</span>
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}
