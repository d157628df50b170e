import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Go } from '../../api/client';
import { DeskProvider } from '../../ui/desk';
import { clearSessionState } from '../../ui/sessionState';
import { Notices } from '../../ui/notices';
import { titleOf } from './columns';
import { seriesWord, symbolOf } from './labels';
import { checkOutside, NEW, outsideInput, outsideValues } from './outsideValues';
import { PapersPage } from './PapersPage';

vi.mock('../../ui/PdfPreview', () => ({
  PdfPreview: ({ src }: { src: string }) => <div data-testid="pages">{src}</div>,
}));

const paper = (symbol: string, part: Partial<Go.papers.Issued> = {}): Go.papers.Issued => ({
  id: symbol,
  origin: 'chuong_trinh',
  form: 'dang',
  issuerId: '',
  issuerKey: 'HU',
  issuer: 'Huyện ủy Mẫu',
  series: 'BC',
  spanKey: 't',
  number: 12,
  suffix: '',
  symbol,
  day: '2026-02-05',
  typeName: 'Báo cáo',
  subject: 'công tác tháng 01',
  signer: 'Trần Thị Mẫu',
  recipients: ['Các chi bộ'],
  copies: 5,
  pages: 3,
  report: 'R20',
  period: '2026-01',
  program: '',
  proof: '',
  hash: 'abc',
  note: '',
  issuedAt: '',
  issuedBy: 'Cán bộ mẫu',
  cancelledAt: '',
  cancelReason: '',
  reason: '',
  reprints: 0,
  proof: '7KQ2-M0XD-9TWA',
  signedAt: '',
  ...part,
});
const issuer = (id: string, form: string): Go.papers.Issuer => ({
  id,
  kind: '',
  form,
  name: `Cơ quan ${id}`,
  superior: '',
  head: '',
  symbol: 'HU',
  place: '',
  signAuthority: '',
  signPosition: '',
  signName: '',
  archive: '',
  sortOrder: 0,
});
const gap = {
  kind: 'trong',
  form: 'dang',
  issuerId: '',
  series: 'BC',
  spanWord: '',
  from: 7,
  to: 7,
  papers: [],
  sentence: 'Chưa thấy văn bản nào mang số 07-BC/HU.',
};
const register = {
  items: [paper('12-BC/HU'), paper('08-BC/HU', { origin: 'ngoai', hash: '' })],
  total: 2,
  faults: [gap],
  series: ['BC', 'TB'],
  issuers: [issuer('hu', 'dang')],
};
let calls: Record<string, ReturnType<typeof vi.fn>>;
const issuing = {
  Reprint: vi.fn(async () => ({
    paper: paper('12-BC/HU', { reprints: 1 }),
    file: { token: 'in-lai', fileName: '', pages: 3, warnings: [] },
  })),
};

beforeEach(() => {
  clearSessionState();
  calls = {
    Register: vi.fn(async () => register),
    Issuers: vi.fn(async () => [issuer('hu', 'dang'), issuer('ub', 'nhanuoc')]),
    RecordOutside: vi.fn(async () => paper('07-BC/HU', { number: 7 })),
    Cancel: vi.fn(async () => paper('12-BC/HU')),
  };
  (window as unknown as { go: unknown }).go = { papers: { Service: calls }, issuing: { Service: issuing } };
});
afterEach(cleanup);

function show(may: (action: string) => boolean = () => true, address = '/van-ban') {
  const view = { today: '2026-11-22', asOf: '2026-11-22', setAsOf: () => {}, can: may, office: '', userName: '' };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={[address]}>
        <DeskProvider value={view}>
          <Notices>
            <PapersPage />
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('Văn bản đi', () => {
  it('opens on this year and follows a link to one number', async () => {
    show();
    await waitFor(() =>
      expect(calls.Register!.mock.lastCall?.[0]).toMatchObject({
        span: { from: '2026-01-01', to: '2027-01-01' },
        text: '',
      }),
    );
    cleanup();
    clearSessionState();
    show(undefined, '/van-ban?tim=12-BC/HU');
    await waitFor(() =>
      expect(calls.Register!.mock.lastCall?.[0]).toMatchObject({ span: { from: '', to: '' }, text: '12-BC/HU' }),
    );
  });

  it('says which number is missing and records the paper that has it', async () => {
    show();
    expect(await screen.findByText(gap.sentence)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ghi số 07' }));
    const form = await screen.findByRole('dialog');
    expect((within(form).getByLabelText(/^Số \(/) as HTMLInputElement).value).toBe('7');
    const subject = within(form).getByLabelText(/^Trích yếu/);
    fireEvent.keyDown(subject, { key: 's', ctrlKey: true });
    expect(await within(form).findByText('Hãy ghi trích yếu.')).toBeTruthy();
    fireEvent.change(subject, { target: { value: 'Báo cáo soạn ở nơi khác' } });
    fireEvent.keyDown(subject, { key: 's', ctrlKey: true });
    await waitFor(() =>
      expect(calls.RecordOutside).toHaveBeenCalledWith(
        expect.objectContaining({
          form: 'dang',
          issuerId: 'hu',
          series: 'BC',
          typeName: 'Báo cáo',
          number: 7,
          day: '2026-11-22',
          subject: 'Báo cáo soạn ở nơi khác',
        }),
      ),
    );
  });

  it('opens the sealed pages of a paper and comes back to the register', async () => {
    show();
    fireEvent.click(await screen.findByText('12-BC/HU'));
    fireEvent.click(await screen.findByRole('button', { name: 'Mở bản đã ban hành' }));
    expect((await screen.findByTestId('pages')).textContent).toContain('in-lai');
    expect(issuing.Reprint).toHaveBeenCalledWith('12-BC/HU');
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(await screen.findByRole('grid', { name: 'Sổ đăng ký văn bản đi' })).toBeTruthy();
  });

  it('has no pages for a paper written elsewhere', async () => {
    show();
    fireEvent.click(await screen.findByText('08-BC/HU'));
    expect(within(await screen.findByRole('dialog')).queryByRole('button', { name: 'Mở bản đã ban hành' })).toBeNull();
  });

  it('cancels only with a reason', async () => {
    show();
    fireEvent.click(await screen.findByText('12-BC/HU'));
    fireEvent.click(await screen.findByRole('button', { name: 'Hủy văn bản…' }));
    const reason = await screen.findByLabelText(/^Lý do hủy/);
    fireEvent.keyDown(reason, { key: 's', ctrlKey: true });
    expect(await screen.findByText('Hãy ghi lý do hủy.')).toBeTruthy();
    expect(calls.Cancel).not.toHaveBeenCalled();
    fireEvent.change(reason, { target: { value: 'Sai số liệu' } });
    fireEvent.keyDown(reason, { key: 's', ctrlKey: true });
    await waitFor(() => expect(calls.Cancel).toHaveBeenCalledWith('12-BC/HU', 'Sai số liệu'));
  });

  it('offers a reader neither writing nor cancelling', async () => {
    show((action) => ['papers.Register', 'issuing.Reprint', 'reports.Preview'].includes(action));
    fireEvent.click(await screen.findByText('12-BC/HU'));
    await screen.findByRole('button', { name: 'Mở bản đã ban hành' });
    for (const word of [/^Hủy văn bản/, /^Ghi văn bản/])
      expect(screen.queryByRole('button', { name: word })).toBeNull();
  });
});

describe('the title of a paper', () => {
  it('names its type once', () => {
    const of = (typeName: string, subject: string) => titleOf(paper('1', { typeName, subject }));
    expect([
      of('Báo cáo', 'về công tác tháng 9'),
      of('Báo cáo', 'Báo cáo sơ kết'),
      of('Kế hoạch', 'Tiếp xúc cử tri'),
      of('', 'Thư mời'),
    ]).toEqual(['Báo cáo về công tác tháng 9', 'Báo cáo sơ kết', 'Kế hoạch: Tiếp xúc cử tri', 'Thư mời']);
  });
});

describe('a paper written elsewhere', () => {
  const start = outsideValues(NEW, '2026-11-22');

  it('takes the symbol of its type in its form; the công văn of the state bears none', () => {
    expect([
      symbolOf('Công văn', 'dang'),
      symbolOf('Công văn', 'nhanuoc'),
      symbolOf('Quy định', 'dang'),
      symbolOf('Quy định', 'nhanuoc'),
      symbolOf('Báo cáo', 'mttq'),
    ]).toEqual(['CV', '', 'QĐ', 'QyĐ', 'BC']);
    expect(
      outsideInput({ ...start, form: 'nhanuoc', type: 'Công văn', number: 5, recipients: 'Sở Mẫu\n\n' }, [
        issuer('hu', 'dang'),
        issuer('ub', 'nhanuoc'),
      ]),
    ).toMatchObject({ issuerId: 'ub', series: '', typeName: 'Công văn', recipients: ['Sở Mẫu'] });
    expect(seriesWord('QĐ')).toBe('QĐ – Quyết định, Quy định');
    expect(seriesWord('XYZ')).toBe('XYZ');
  });

  it('asks for what the register cannot do without', () => {
    expect(Object.keys(checkOutside({ ...start, day: '' }))).toEqual(['type', 'number', 'day', 'subject']);
    expect(Object.keys(checkOutside({ ...start, type: 'khac', number: 1, subject: 'a' }))).toEqual(['typeName']);
  });
});
