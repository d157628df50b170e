import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { AppError } from '../lib/fault';
import { BinDialog, type BinEntry } from './BinDialog';
import { Notices } from './notices';

const thrownAway: BinEntry[] = [
  { id: 'a', title: 'Tổ: Tổ số 01', detail: 'Thôn Mẫu', name: '“Tổ số 01”' },
  { id: 'b', title: 'Phiên họp mẫu', detail: '' },
];

function open(props: Partial<Parameters<typeof BinDialog>[0]>) {
  const onClose = vi.fn();
  render(
    <Notices>
      <BinDialog keeps="Giữ ở đây." entries={thrownAway} error={null} onRetry={() => {}} onClose={onClose} {...props} />
    </Notices>,
  );
  return onClose;
}
const buttons = () => screen.queryAllByRole('button', { name: 'Lấy lại' });

it('is not restored from by whoever may look only', () => {
  open({});
  expect(screen.getByText('Phiên họp mẫu')).toBeTruthy();
  expect(buttons()).toEqual([]);
});

it('says why an entry stays in the bin, and lets one try again', async () => {
  const onRestored = vi.fn();
  const restore = vi.fn(() =>
    Promise.reject(new AppError({ code: 'conflict', message: 'Đơn vị trên nó đã bị bỏ.', fields: {}, id: '' })),
  );
  open({ restore, onRestored });
  await act(async () => fireEvent.click(buttons()[0]!));
  expect(screen.getByText('Đơn vị trên nó đã bị bỏ.')).toBeTruthy();
  expect(onRestored).not.toHaveBeenCalled();
  await act(async () => fireEvent.click(buttons()[0]!));
  expect(restore).toHaveBeenCalledTimes(2);
});

it('shows what could not be read with a way to read it again, and no word of an empty bin', () => {
  const onRetry = vi.fn();
  open({
    entries: undefined,
    error: new AppError({ code: 'unavailable', message: 'Chưa đọc được.', fields: {}, id: '' }),
    onRetry,
  });
  expect(screen.queryByText('Thùng rác trống')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('restores the entry pressed, once for two quick presses, and names it', async () => {
  let answer = () => {};
  const restore = vi.fn((_: string) => new Promise<void>((done) => (answer = done)));
  const onRestored = vi.fn();
  open({ restore, onRestored });
  const [first] = buttons();
  fireEvent.click(first!);
  fireEvent.click(first!);
  await act(async () => answer());
  expect(restore.mock.calls).toEqual([['a']]);
  expect(onRestored.mock.calls).toEqual([['a']]);
  expect(screen.getByText('Đã lấy lại “Tổ số 01”.')).toBeTruthy();
  fireEvent.click(buttons()[1]!);
  await act(async () => answer());
  expect(restore.mock.calls.at(-1)).toEqual(['b']);
  expect(screen.getByText('Đã lấy lại Phiên họp mẫu.')).toBeTruthy();
});

it('says what is kept in an empty bin', () => {
  open({ entries: [] });
  expect(screen.getByText('Thùng rác trống')).toBeTruthy();
  expect(screen.getByText('Giữ ở đây.')).toBeTruthy();
});
