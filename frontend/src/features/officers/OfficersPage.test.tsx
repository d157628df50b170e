import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { clearSessionState } from '../../ui/sessionState';
import { Notices } from '../../ui/notices';
import { OfficersPage } from './OfficersPage';

const row = (id: string, name: string, post = '') => ({
  id,
  name,
  post,
  postOrg: '',
  bodies: '',
  workPhone: '',
  rank: 999,
});
let calls: Record<string, ReturnType<typeof vi.fn>>;

beforeEach(() => {
  calls = {
    List: vi.fn(async () => ({ items: [row('1', 'Lê Mẫu An', 'Bí thư'), row('2', 'Đỗ Mẫu Ánh')], total: 2 })),
    Alike: vi.fn(async () => [row('1', 'Lê Mẫu An', 'Bí thư')]),
    Save: vi.fn(async () => {
      throw JSON.stringify({
        code: 'invalid',
        message: 'Điện thoại chưa đúng.',
        fields: { workPhone: 'Điện thoại cơ quan chưa đúng.' },
        id: '',
      });
    }),
    Duplicates: vi.fn(async () => [
      { a: row('1', 'Lê Mẫu An'), b: row('2', 'Le Mau An'), reason: 'Cùng họ tên, khác dấu' },
    ]),
    Merge: vi.fn(async () => ({})),
  };
  (window as unknown as { go: unknown }).go = { officers: { Service: calls } };
});
afterEach(() => clearSessionState());

function show(may: string[]) {
  const view = {
    today: '2026-11-22',
    asOf: '2026-11-22',
    setAsOf: () => {},
    can: (action: string) => may.includes(action),
    office: '',
    userName: '',
  };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter>
        <DeskProvider value={view}>
          <Notices>
            <OfficersPage />
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('OfficersPage', () => {
  it('offers nothing that would be refused to a reader', async () => {
    show([]);
    expect(await screen.findByText('Lê Mẫu An')).toBeTruthy();
    for (const word of [/Thêm/, /Thùng rác/, /Rà soát/])
      expect(screen.queryByRole('button', { name: word })).toBeNull();
  });

  it('points out a namesake and keeps what was typed when the save is refused', async () => {
    show(['officers.Save']);
    await screen.findByText('Lê Mẫu An');
    fireEvent.keyDown(window, { key: 'n', ctrlKey: true });
    const name = await screen.findByLabelText(/^Họ và tên/);
    fireEvent.change(name, { target: { value: 'Lê Mẫu Ân' } });
    expect(await screen.findByText('Đã có người tên giống hoặc gần giống:')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Điện thoại cơ quan'), { target: { value: '12' } });
    fireEvent.keyDown(name, { key: 's', ctrlKey: true });
    expect((await screen.findAllByText('Điện thoại cơ quan chưa đúng.')).length).toBeGreaterThan(0);
    expect((name as HTMLInputElement).value).toBe('Lê Mẫu Ân');
  });

  it('merges only after the clerk said which record stays', async () => {
    show(['officers.Merge']);
    fireEvent.click(await screen.findByRole('button', { name: 'Rà soát trùng' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Giữ 2, gộp 1' }));
    expect(calls.Merge).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Gộp' }));
    await waitFor(() => expect(calls.Merge).toHaveBeenCalledWith('2', '1'));
  });
});
