import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { readBlock } from '../../ui/gridCells';
import { Notices } from '../../ui/notices';
import { PastedMeetings } from './PastedMeetings';

const words = (...pairs: [string, string][]) => pairs.map(([code, word]) => ({ code, word }));
const outcomes = words(
  ['ATTENDED', 'Đã dự'],
  ['SUBSTITUTED', 'Dự thay'],
  ['EXCUSED', 'Vắng có phép'],
  ['TO_COME', 'Sắp họp'],
);
const kinds = words(['CELL_REGULAR', 'Sinh hoạt chi bộ thường kỳ'], ['GROUP', 'Họp Tổ nhân dân tự quản']);
const found = (id: string, label: string, reason = 'đúng tên') => ({ id, label, note: '', reason });

let save = vi.fn<(input: unknown) => Promise<unknown>>();
let back = vi.fn<(ids: unknown) => Promise<unknown>>();
let asked: { text: string; day: string }[];
const closed = vi.fn();

beforeEach(() => {
  asked = [];
  closed.mockClear();
  save = vi.fn(async () => ({ ids: ['m1', 'm2'], notices: ['Dòng 2: xem lại.'] }));
  back = vi.fn(async () => null);
  const go = {
    activities: {
      Service: {
        Vocabulary: async () => ({ kinds, states: [], results: [], outcomes, accepted: [], fields: [] }),
        SaveMany: (input: unknown) => save(input),
        DeleteMany: (ids: unknown) => back(ids),
      },
    },
    matters: { Service: { Vocabulary: async () => ({ guardReasons: words(['DIA_DANH', 'Là tên đường']) }) } },
    exchange: {
      Service: {
        Match: async (query: { words: { text: string; day: string }[] }) => {
          asked.push(...query.words);
          return query.words.map(({ text }) =>
            text === 'Tổ 17'
              ? {
                  sure: false,
                  found: [found('a', 'Tổ 17, ấp A'), found('b', 'Tổ 17, ấp B')],
                  tag: '2 nơi',
                  said: 'Có 2 nơi tên “Tổ 17”; hãy chọn một.',
                }
              : { sure: true, found: [found(`id ${text}`, text)], tag: '', said: '' },
          );
        },
      },
    },
  };
  (window as unknown as { go: unknown }).go = go;
});

const show = (text: string, kind = '') =>
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
          <PastedMeetings block={readBlock(text)} kind={kind} onClose={closed} />
        </Notices>
      </DeskProvider>
    </QueryClientProvider>,
  );
const problems = () =>
  within(screen.getByRole('list', { name: 'Cần xử lý' }))
    .getAllByRole('button')
    .map((each) => each.textContent);
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });
const saveAll = () => fireEvent.keyDown(window, { key: 's', ctrlKey: true });

describe('a block pasted on the log', () => {
  it('keeps what is unclear with its candidates one key away, numbers the rows and saves all of them', async () => {
    show(
      'TT\tNgày\tNơi họp\tLoại họp\tKết quả\tCó mặt\tKhách mời\r\n' +
        '1\t05/11/2026\tTổ 17\tHọp Tổ nhân dân tự quản\tĐ\t24\tông Mẫu\r\n' +
        '2\t3/11/2026\tấp A\thọp lạ\t\t\t\r\n' +
        '3\t24/11/2026\tấp B\tHọp Tổ nhân dân tự quản\t\t\t\r\n',
    );
    await screen.findByText(/Cột “Khách mời” không có chỗ ở đây, 1 ô không lấy: “ông Mẫu”/);
    await waitFor(() =>
      expect(problems()).toEqual([
        expect.stringContaining('Dòng 1 · Nơi họp Có 2 nơi tên “Tổ 17”'),
        expect.stringContaining('Dòng 2 · Ngày “3/11/2026”: 03/11/2026 hay 11/03/2026?'),
        expect.stringContaining('Dòng 2 · Cuộc họp “họp lạ” không có trong danh sách'),
        expect.stringContaining('Dòng 2 · Kết quả Hãy chọn kết quả'),
      ]),
    );
    // Places are looked up on the day of their row, once that is known.
    expect(asked).toContainEqual(expect.objectContaining({ text: 'Tổ 17', day: '2026-11-05' }));
    expect(asked).toContainEqual(expect.objectContaining({ text: 'ấp A', day: '' }));
    saveAll();
    expect(save).not.toHaveBeenCalled();
    press('F8');
    press('2', { altKey: true, code: 'Digit2' });
    press('F8');
    press('1', { altKey: true, code: 'Digit1' });
    press('F8');
    press('2', { altKey: true, code: 'Digit2' });
    press('F8');
    fireEvent.change(document.activeElement!, { target: { value: 'p' } });
    press('Enter');
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Cần xử lý' })).toBeNull());
    saveAll();
    await screen.findByText('Đã ghi 2 cuộc họp. Dòng 2: xem lại.');
    expect(save.mock.calls[0]![0]).toMatchObject({
      guardReason: '',
      rows: [
        {
          day: '2026-11-05',
          unitId: 'b',
          kind: 'GROUP',
          state: 'HELD',
          result: 'ATTENDED',
          present: 24,
          officerId: '',
        },
        { day: '2026-11-03', unitId: 'id ấp A', kind: 'GROUP', state: 'HELD', result: 'EXCUSED' },
        { day: '2026-11-24', unitId: 'id ấp B', kind: 'GROUP', state: 'PLANNED', result: '' },
      ],
    });
    expect(closed).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(back).toHaveBeenCalledWith(['m1', 'm2']));
  });

  it('shows every refusal at its row and asks once why marked text is kept', async () => {
    save.mockRejectedValueOnce(
      JSON.stringify({
        code: 'invalid',
        message: '',
        id: '',
        fields: {
          'rows.1.result': 'Sai kết quả.',
          'rows.0.note': 'Không lưu thông tin.',
          'rows.2.reason': 'Hãy ghi lý do tạm dừng.',
          guardReason: 'Hãy chọn lý do.',
        },
      }),
    );
    show(
      'Ngày\tNơi họp\tKết quả\tGhi chú\r\n05/11/2026\tấp A\tĐã dự\tGặp ông Tí\r\n06/11/2026\tấp B\tDự thay\t\r\n07/11/2026\tấp C\tĐã dự\t\r\n',
      'GROUP',
    );
    await waitFor(() => expect(problems()).toEqual([expect.stringContaining('Dòng 2 · Kết quả Dự thay cần tên')]));
    press('F8');
    fireEvent.change(document.activeElement!, { target: { value: 'đ' } });
    press('Enter');
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Cần xử lý' })).toBeNull());
    saveAll();
    await waitFor(() =>
      expect(problems()).toEqual([
        'Dòng 1 · Ghi chú Không lưu thông tin.',
        'Dòng 2 · Kết quả Sai kết quả.',
        'Dòng 3 · Lý do Hãy ghi lý do tạm dừng.',
      ]),
    );
    // A column the block did not have comes to be typed into.
    expect(screen.getByRole('columnheader', { name: 'Lý do' })).toBeTruthy();
    const reason = screen.getByLabelText('Lý do giữ nguyên chữ được nhắc');
    fireEvent.mouseDown(reason);
    fireEvent.click(await screen.findByText('Là tên đường'));
    saveAll();
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(save.mock.calls[1]![0]).toMatchObject({ guardReason: 'DIA_DANH', rows: [{ note: 'Gặp ông Tí' }, {}, {}] });
  });
});
