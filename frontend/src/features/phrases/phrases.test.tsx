import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { TextArea } from '../../ui/inputs';
import { Notices } from '../../ui/notices';
import { Phrases } from './Phrases';

const phrase = (id: string, text: string, kindWord = 'Mọi ô') => ({
  id,
  kind: '',
  text,
  createdAt: '',
  createdBy: '',
  kindWord,
});
const all = [phrase('a', 'Chi bộ chuẩn bị chu đáo.', 'Nhật ký'), phrase('b', 'Đề nghị chi ủy lưu ý.')];
let calls: Record<string, ReturnType<typeof vi.fn>>;

beforeEach(() => {
  calls = {
    List: vi.fn(async () => all),
    Kinds: vi.fn(async () => [{ code: '', word: 'Mọi ô' }]),
    Save: vi.fn(async () => all[0]),
    Delete: vi.fn(async () => {}),
    Restore: vi.fn(async () => {}),
  };
  (window as unknown as { go: unknown }).go = {
    phrases: { Service: calls },
    matters: { Service: { Check: async () => [], Vocabulary: async () => ({ guardReasons: [], secretNotice: '' }) } },
  };
});

function Text({ start }: { start: string }) {
  const [value, setValue] = useState(start);
  return <TextArea id="chu" ariaLabel="Ghi chú" value={value} onChange={setValue} phrases="nhat_ky" />;
}
function open(start: string, from: number, to = from, may = ['phrases.List', 'phrases.Save']) {
  const outside = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <DeskProvider
        value={{
          today: '',
          asOf: '',
          setAsOf: () => {},
          can: (action) => may.includes(action),
          office: '',
          userName: '',
        }}
      >
        <Notices>
          <Phrases>
            <div onKeyDown={outside}>
              <Text start={start} />
            </div>
          </Phrases>
        </Notices>
      </DeskProvider>
    </QueryClientProvider>,
  );
  const area = screen.getByLabelText<HTMLTextAreaElement>('Ghi chú');
  area.focus();
  area.setSelectionRange(from, to);
  return { area, outside };
}
const altDown = (area: HTMLElement, more = {}) => fireEvent.keyDown(area, { key: 'ArrowDown', altKey: true, ...more });

describe('the phrases of the office', () => {
  it('open by one key, narrow by letters without accents, and go in at the cursor', async () => {
    const { area, outside } = open('Trước. Sau.', 7);
    altDown(area);
    const find = await screen.findByLabelText('Tìm câu mẫu');
    await screen.findByText('Chi bộ chuẩn bị chu đáo.');
    expect(calls.List).toHaveBeenCalledWith('nhat_ky');
    outside.mockClear();
    fireEvent.change(find, { target: { value: 'luu y' } });
    expect(screen.queryByText('Chi bộ chuẩn bị chu đáo.')).toBeNull();
    fireEvent.keyDown(find, { key: 'Enter' });
    expect(area.value).toBe('Trước. Đề nghị chi ủy lưu ý.Sau.');
    expect(area.selectionStart).toBe('Trước. Đề nghị chi ủy lưu ý.'.length);
    expect(document.activeElement).toBe(area);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(outside).not.toHaveBeenCalled();
  });

  it('take the place of what is selected; arrows choose another, Esc leaves the text as it was', async () => {
    const { area } = open('Bỏ câu này.', 0, 11);
    altDown(area);
    const find = await screen.findByLabelText('Tìm câu mẫu');
    await screen.findByText('Đề nghị chi ủy lưu ý.');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) fireEvent.keyDown(find, { key });
    fireEvent.keyDown(find, { key: 'Enter' });
    expect(area.value).toBe('Đề nghị chi ủy lưu ý.');
    altDown(area);
    fireEvent.keyDown(await screen.findByLabelText('Tìm câu mẫu'), { key: 'Escape' });
    expect(area.value).toBe('Đề nghị chi ủy lưu ý.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stay shut while an input method composes, and for who may not read them', () => {
    const { area } = open('', 0);
    altDown(area, { keyCode: 229 });
    expect(screen.queryByRole('dialog')).toBeNull();
    cleanup();
    altDown(open('', 0, 0, []).area);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: /Câu mẫu/ })).toBeNull();
  });

  it('grow by what is selected in the text, and are removed in the same place', async () => {
    const { area } = open('Họp đúng giờ. Còn nữa.', 0, 13);
    altDown(area);
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm đoạn đang chọn' }));
    const form = await screen.findByRole('dialog', { name: 'Thêm câu mẫu' });
    expect(within(form).getByLabelText<HTMLTextAreaElement>(/Câu mẫu/, { selector: 'textarea' }).value).toBe(
      'Họp đúng giờ.',
    );
    fireEvent.click(within(form).getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(calls.Save).toHaveBeenCalledTimes(1));
    expect(calls.Save!.mock.calls[0]![0]).toEqual({ id: '', kind: 'nhat_ky', text: 'Họp đúng giờ.', guardReason: '' });
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Thêm câu mẫu' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ: Đề nghị chi ủy lưu ý.' }));
    await waitFor(() => expect(calls.Delete).toHaveBeenCalledWith('b'));
    expect(area.value).toBe('Họp đúng giờ. Còn nữa.');
  });

  it('are read only for who may not change them', async () => {
    const { area } = open('', 0, 0, ['phrases.List']);
    altDown(area);
    await screen.findByText('Đề nghị chi ủy lưu ý.');
    expect(screen.queryByRole('button', { name: /Sửa|Bỏ:|Thêm/ })).toBeNull();
  });
});
