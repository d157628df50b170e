import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Pickers } from '../pickers/sources';
import { DeskProvider } from '../ui/desk';
import { Notices } from '../ui/notices';
import { OfficerScreen } from './OfficerScreen';

const item = (code: string, id: string, text: string, day = '') => ({
  code,
  word: { kien_nghi: 'ý kiến, kiến nghị đang mở', loi_hen: 'lời hẹn' }[code],
  id,
  targetId: 'ap-1',
  text,
  day,
  binding: false,
});
const line = (id: string, label: string, items: object[]) => ({
  assignmentId: id,
  targetId: `noi-${id}`,
  targetLabel: label,
  kindName: 'Phụ trách ấp',
  primary: true,
  validFrom: '2026-03-12',
  items,
});
// The same matter is open at both places of the officer: it is one matter.
const plan = {
  officer: { id: 'cb', name: 'Trần Mẫu Yên', post: '' },
  lines: [
    line('a', 'Ấp Mẫu A', [item('kien_nghi', 'k1', 'Số 27/2026: Nhà xuống cấp', '2026-11-18')]),
    line('b', 'Ấp Mẫu B', [
      item('kien_nghi', 'k1', 'Số 27/2026: Nhà xuống cấp', '2026-11-18'),
      item('loi_hen', 'k2', 'Số 3/2026: Nạo vét kênh', '2026-12-01'),
    ]),
  ],
};
const tally = (part: object) => ({
  expected: 0,
  notHeld: 0,
  suspended: 0,
  attended: 0,
  substituted: 0,
  excused: 0,
  absent: 0,
  notRecorded: 0,
  toCome: 0,
  substitutedCounted: 0,
  substitutedOnly: 0,
  heldNotRecorded: 0,
  notKnown: 0,
  done: 0,
  held: 0,
  ...part,
});
const summary = vi.fn(async (filter: { span: { from: string; to: string } }) => ({
  rows: [],
  count: 0,
  total:
    filter.span.from === '2026-11-01'
      ? tally({ done: 2, held: 3, expected: 3 })
      : tally({ done: 40, held: 48, absent: 2, notRecorded: 1, notKnown: 1 }),
}));

beforeEach(() => {
  (window as unknown as { go: unknown }).go = {
    officers: {
      Service: {
        Get: async () => ({
          officer: { id: 'cb', fullName: 'Trần Mẫu Yên', workPhone: '0275 3870 101', note: '', deletedAt: '' },
          post: 'Phó Bí thư',
          postOrg: 'Đảng bộ xã Mẫu',
          posts: [],
          seats: [],
        }),
      },
    },
    assignments: { Service: { HandoverPlan: async () => plan, OfOfficer: async () => [] } },
    fulfilment: {
      Service: {
        Summary: summary,
        Sheet: async () => ({
          code: '',
          month: '2026-11',
          officer: plan.officer,
          lines: [
            {
              row: '01',
              day: '2026-11-24',
              lunar: '16/10 âl',
              unitId: 'noi-a',
              unit: 'Chi bộ ấp Mẫu A',
              kind: 'CELL',
              kindWord: 'Sinh hoạt chi bộ',
              meetingId: 'm1',
              outcome: 'ATTENDED',
              outcomeWord: 'Đã dự',
            },
          ],
        }),
      },
    },
  };
});

const open = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={['/can-bo/cb']}>
        <DeskProvider
          value={{
            today: '2026-11-26',
            asOf: '2026-11-26',
            setAsOf: () => {},
            can: (action) => ['fulfilment.Summary', 'fulfilment.Sheet'].includes(action),
            office: '',
            userName: '',
          }}
        >
          <Pickers sources={{ units: async () => [], officers: async () => [] }}>
            <Notices>
              <Routes>
                <Route path="can-bo/:id" element={<OfficerScreen />} />
              </Routes>
            </Notices>
          </Pickers>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
const loc = (link: HTMLElement) => {
  const [path, query] = link.getAttribute('href')!.split('?');
  return { path, ...JSON.parse(new URLSearchParams(query).get('loc')!) };
};

describe('the page of an officer', () => {
  it('shows places, this month, open matters and promises at once, each with its record', async () => {
    open();
    const places = await screen.findByRole('list', { name: 'Nơi đang phụ trách' });
    expect(within(places).getByRole('link', { name: 'Ấp Mẫu A' }).getAttribute('href')).toBe('/dia-ban/noi-a');
    expect(places.textContent).toContain('1 ý kiến, kiến nghị đang mở');
    const month = await screen.findByRole('list', { name: 'Nhiệm vụ trong tháng' });
    expect(month.textContent).toContain('T3 24/11');
    expect(within(month).getByRole('link').getAttribute('href')).toBe('/nhat-ky?mo=m1');
    expect(within(screen.getByRole('list', { name: 'Kiến nghị đang mở' })).getAllByRole('link')).toHaveLength(1);
    expect(
      within(screen.getByRole('list', { name: 'Lời hẹn của cơ quan' }))
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/kien-nghi/k2');
    const counts = screen.getAllByRole('link', { name: '1 mục' }).map(loc);
    expect(counts).toEqual([
      { path: '/kien-nghi', ids: ['k1'] },
      { path: '/kien-nghi', ids: ['k2'] },
    ]);
  });

  it('tells the rates of month and year, each number leading to what it counts', async () => {
    open();
    const rates = await screen.findByRole('list', { name: 'Kết quả dự họp' });
    const links = within(rates).getAllByRole('link');
    expect(links.map((each) => each.textContent)).toEqual(['2/3', '40/48', '2', '1']);
    expect(rates.textContent).toContain('dự / họp tháng 11 năm 2026 (66,7 %)');
    expect(loc(links[0]!)).toMatchObject({
      path: '/ket-qua',
      held: true,
      filter: { by: 'officer', officerId: 'cb', span: { from: '2026-11-01', to: '2026-12-01' } },
    });
    expect(loc(links[2]!)).toMatchObject({
      outcomes: ['ABSENT'],
      filter: { span: { from: '2026-01-01', to: '2027-01-01' } },
    });
    expect(loc(links[3]!)).toMatchObject({ outcomes: ['NOT_RECORDED'], part: 'chua_ghi_cuoc_hop' });
    // A number and the list it leads to are one filter.
    for (const each of summary.mock.calls)
      expect(each[0]).toMatchObject(
        each[0].span.from === '2026-11-01' ? loc(links[0]!).filter : { span: { to: '2027-01-01' } },
      );
  });
});
