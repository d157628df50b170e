import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { readBlock } from '../../ui/gridCells';
import { Notices } from '../../ui/notices';
import { PastedMatters } from './PastedMatters';

const words = (...pairs: [string, string][]) => pairs.map(([code, word]) => ({ code, word }));
let record = vi.fn<(input: unknown) => Promise<unknown>>();
let leave = vi.fn<(input: unknown) => Promise<unknown>>();

beforeEach(() => {
  record = vi.fn(async () => [
    { id: 'a', no: '7/2026' },
    { id: 'b', no: '8/2026' },
  ]);
  leave = vi.fn(async () => ({ items: [], notices: [] }));
  (window as unknown as { go: unknown }).go = {
    matters: {
      Service: {
        Vocabulary: async () => ({
          kinds: words(['REQUEST', 'Kiến nghị'], ['REPORT', 'Phản ánh']),
          origins: words(['VISIT', 'Cán bộ đi cơ sở'], ['UNIT_REPORT', 'Đơn vị báo cáo']),
          fields: [
            { code: '02', name: 'Giao thông' },
            { code: '03', name: 'Thủy lợi' },
          ],
          guardReasons: [],
        }),
        RecordMany: (input: unknown) => record(input),
        LeaveScope: (input: unknown) => leave(input),
      },
    },
    exchange: {
      Service: {
        Match: async (query: { words: { text: string }[] }) =>
          query.words.map(({ text }) => ({
            sure: true,
            found: [{ id: `id ${text}`, label: text, note: '', reason: '' }],
            tag: '',
            said: '',
          })),
      },
    },
  };
});

const problems = () =>
  within(screen.getByRole('list', { name: 'Cần xử lý' }))
    .getAllByRole('button')
    .map((each) => each.textContent);
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });

describe('a block pasted on the register of matters', () => {
  it('takes the columns of an office sheet, asks for what nobody said and can be taken back', async () => {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <DeskProvider
          value={{
            today: '2026-11-22',
            asOf: '2026-11-22',
            setAsOf: () => {},
            can: () => true,
            office: '',
            userName: '',
          }}
        >
          <Notices>
            <PastedMatters
              block={readBlock(
                'STT\tNgày\tĐịa bàn\tNội dung kiến nghị\tLĩnh vực\tNguồn\tLoại\tCơ quan\r\n' +
                  '1\t20/11/2026\tấp A\t"Nạo vét\nkênh"\tThủy lợi\tCán bộ đi cơ sở\tKiến nghị\tUBND xã\r\n' +
                  '2\t21/11/2026\tấp B\tSửa cầu\tcầu đường\t\tPhản ánh\t\r\n',
              )}
              onClose={() => {}}
            />
          </Notices>
        </DeskProvider>
      </QueryClientProvider>,
    );
    await screen.findByText(/Cột “Cơ quan” không có chỗ ở đây, 1 ô không lấy: “UBND xã”/);
    await waitFor(() =>
      expect(problems()).toEqual([
        expect.stringContaining('Dòng 2 · Lĩnh vực “cầu đường” không có trong danh sách'),
        expect.stringContaining('Dòng 2 · Nguồn Hãy chọn nguồn'),
      ]),
    );
    press('F8');
    press('1', { altKey: true, code: 'Digit1' });
    press('F8');
    fireEvent.change(document.activeElement!, { target: { value: 'don vi' } });
    press('Enter');
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Cần xử lý' })).toBeNull());
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await screen.findByText(/^Đã ghi nhận/);
    const item = { voices: 0, proposal: '', urgent: false };
    expect(record.mock.calls[0]![0]).toMatchObject({
      guardReason: '',
      rows: [
        {
          raisedOn: '2026-11-20',
          placeId: 'id ấp A',
          origin: 'VISIT',
          items: [{ ...item, summary: 'Nạo vét kênh', fieldCode: '03', kind: 'REQUEST' }],
        },
        {
          raisedOn: '2026-11-21',
          placeId: 'id ấp B',
          origin: 'UNIT_REPORT',
          items: [{ ...item, summary: 'Sửa cầu', fieldCode: '02', kind: 'REPORT' }],
        },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() =>
      expect(leave.mock.calls[0]![0]).toMatchObject({
        matterIds: ['a', 'b'],
        day: '2026-11-22',
        reason: 'GHI_NHAM',
      }),
    );
  });
});
