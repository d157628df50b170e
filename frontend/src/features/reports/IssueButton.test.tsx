import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Go } from '../../api/client';
import { Pickers } from '../../pickers/sources';
import { DeskProvider } from '../../ui/desk';
import { clearSessionState } from '../../ui/sessionState';
import { Notices } from '../../ui/notices';
import { file, paper, proposal } from './issueSamples';
import { PaperPane } from './PaperPane';

// The pages are drawn on a canvas, which there is none of here: the address of the file stands for them.
vi.mock('../../ui/PdfPreview', () => ({
  PdfPreview: ({ src, actions, lead, side }: Record<'src' | 'actions' | 'lead' | 'side', React.ReactNode>) => (
    <div data-testid="pages">
      {src}
      {actions}
      {lead}
      {side}
    </div>
  ),
}));

let calls: Record<string, ReturnType<typeof vi.fn>>;
let issued: Go.papers.Issued[];

beforeEach(() => {
  clearSessionState();
  issued = [];
  calls = {
    Preview: vi.fn(async () => file('nhap')),
    Propose: vi.fn(async () => proposal),
    Issued: vi.fn(async () => issued),
    Issue: vi.fn(async () => ({ paper: paper('13-BC/HU'), file: file('niem-phong') })),
    Reprint: vi.fn(async () => ({ paper: paper('12-BC/HU', { reprints: 3 }), file: file('in-lai') })),
    Differences: vi.fn(async () => file('doi-chieu')),
  };
  (window as unknown as { go: unknown }).go = {
    reports: { Service: calls },
    issuing: { Service: calls },
    matters: { Service: { Check: async () => [] } },
  };
});
afterEach(cleanup);

function show(may = (_: string) => true) {
  const view = { today: '2026-11-22', asOf: '2026-11-22', setAsOf: () => {}, can: may, office: '', userName: '' };
  const report = {
    code: 'R20',
    name: 'bao-cao-ky',
    title: 'Báo cáo kỳ',
    description: '',
    periods: ['MONTH'],
    numbered: true,
    forms: ['dang', 'nhanuoc', 'mttq'],
    needs: '',
    takes: [],
    many: false,
    use: '',
    useWord: '',
  } as Go.reports.ReportLine;
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={['/bao-cao/R20?ky=2026-10']}>
        <DeskProvider value={view}>
          <Notices>
            <Pickers sources={{ units: async () => [], officers: async () => [] }}>
              <PaperPane report={report} list={null} narrow={false} />
            </Pickers>
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const openForm = async () => {
  fireEvent.click(await screen.findByRole('button', { name: /^Ban hành…/ }));
  return screen.findByRole('dialog');
};

describe('issuing from the pane of a paper', () => {
  it('asks for no number before it is issued, and previews a draft', async () => {
    show();
    await waitFor(() => expect(calls.Preview!.mock.lastCall?.[0]).toMatchObject({ draft: true, number: 0 }));
    expect(screen.queryByLabelText('Số')).toBeNull();
  });

  it('proposes the next number, says what the series lacks, and shows the sealed pages after Ctrl+S', async () => {
    show();
    const form = await openForm();
    expect((within(form).getByLabelText(/^Số \(/) as HTMLInputElement).value).toBe('13');
    for (const said of ['12-BC/HU, ngày 05/02/2026', 'Chưa thấy văn bản nào mang số 07-BC/HU.'])
      expect(within(form).getByText(said)).toBeTruthy();
    expect((within(form).getByLabelText(/^Họ và tên người ký/) as HTMLInputElement).value).toBe('Trần Thị Mẫu');
    fireEvent.change(within(form).getByLabelText(/^Nơi nhận/), { target: { value: ' Các chi bộ \n\nLưu Văn phòng' } });
    fireEvent.keyDown(within(form).getByLabelText(/^Số \(/), { key: 's', ctrlKey: true });
    expect(await screen.findByText(/Đã ban hành 13-BC\/HU, ngày 22\/11\/2026/)).toBeTruthy();
    const sent = calls.Issue!.mock.lastCall?.[0] as Go.issuing.IssueInput;
    expect(sent.input).toMatchObject({
      report: 'R20',
      period: '2026-10',
      number: 13,
      draft: false,
      date: '2026-11-22',
      recipients: ['Các chi bộ', 'Lưu Văn phòng'],
      urgency: '',
      circulation: '',
    });
    expect(sent.input.signAs).toBeUndefined();
    expect(screen.getByTestId('pages').textContent).toContain('niem-phong');
    fireEvent.keyDown(window, { key: 'Escape' });
    await waitFor(() => expect(screen.getByTestId('pages').textContent).toContain('nhap'));
  });

  it('says why a paper cannot go out, beside its pages and in the form, with the way to mend it', async () => {
    const obstacles = [
      {
        condition: 'het_ky',
        weight: 'chan',
        reason: 'Tháng 11 năm 2026 chưa hết.',
        to: '/bao-cao/bao-cao-ky?ky=2026-10',
      },
      { condition: 'nguoi_ky', weight: 'chan', reason: 'Chưa có họ tên người ký.', to: '' },
      { condition: 'luu_y', weight: 'luu_y', reason: '02 buổi chưa ghi số lượt.', to: '/kien-nghi/tiep-dan' },
    ];
    calls.Preview!.mockImplementation(async () => ({ ...file('nhap'), obstacles }));
    calls.Propose!.mockImplementation(async () => ({ ...proposal, obstacles }));
    show();
    expect(await screen.findByText('Phải sửa')).toBeTruthy();
    expect(screen.getByText(/Tháng 11 năm 2026 chưa hết/)).toBeTruthy();
    const links = screen.getAllByRole('link', { name: 'Mở chỗ cần sửa' });
    expect(links.map((each) => each.getAttribute('href'))).toEqual(['/bao-cao/bao-cao-ky?ky=2026-10']);
    // What is only to be looked at stands apart, and is not counted among what has to be mended.
    expect(screen.getByText(/02 buổi chưa ghi/).closest('section')?.textContent).toContain('Nên xem');
    expect(screen.getByRole('button', { name: '2 phải sửa' })).toBeTruthy();
    const form = await openForm();
    expect(within(form).getByText(/Chưa có họ tên người ký/)).toBeTruthy();
    expect(
      within(form)
        .getByText(/02 buổi chưa ghi/)
        .closest('.cn-obstacles')?.textContent,
    ).toContain('Nên xem');
    expect(within(form).getByText(/Số và ngày đúng thứ tự/).textContent).toContain('Đã đạt 1 điều kiện');
  });

  it('lets a second paper of the period say what it does to the first', async () => {
    const before = [paper('12-BC/HU')];
    const obstacles = [{ condition: 'mot_lan', weight: 'chan', reason: 'Đã ban hành báo cáo số 12-BC/HU.', to: '' }];
    calls.Propose!.mockImplementation(async (input) => ({
      ...proposal,
      before,
      obstacles: (input as Go.reports.Input).relation === 'thay_the' ? [] : obstacles,
    }));
    show();
    const form = await openForm();
    expect(within(form).getByText('Đã ban hành báo cáo số 12-BC/HU.')).toBeTruthy();
    expect(within(form).queryByLabelText(/Kỳ chưa hết/)).toBeNull();
    fireEvent.click(within(form).getByRole('radio', { name: 'Thay thế' }));
    await waitFor(() => expect(within(form).queryByText('Đã ban hành báo cáo số 12-BC/HU.')).toBeNull());
    fireEvent.keyDown(form, { key: 's', ctrlKey: true });
    await waitFor(() => expect(calls.Issue).toHaveBeenCalled());
    const sent = calls.Issue!.mock.calls.at(-1)![0] as Go.issuing.IssueInput;
    expect([sent.input.relation, sent.input.relatedId]).toEqual(['thay_the', '12-BC/HU']);
  });

  it('shows a refusal beside the field it is about and keeps what was typed', async () => {
    const words = {
      number: 'Số 12-BC/HU đã cấp ngày 05/02/2026.',
      signer: 'Không ký thay (K/T) một tập thể lãnh đạo.',
    };
    calls.Issue!.mockImplementation(async () => {
      throw JSON.stringify({ code: 'invalid', message: 'Chưa ban hành được.', fields: words, id: '' });
    });
    show();
    const form = await openForm();
    const number = within(form).getByLabelText(/^Số \(/) as HTMLInputElement;
    fireEvent.change(number, { target: { value: '12' } });
    fireEvent.keyDown(number, { key: 's', ctrlKey: true });
    expect((await within(form).findByText(words.number)).closest('[data-field]')?.getAttribute('data-field')).toBe(
      'number',
    );
    expect(within(form).getByText(words.signer).closest('[data-field]')?.getAttribute('data-field')).toBe('authority');
    expect(number.value).toBe('12');
  });

  it('seals no number nobody has seen: a day typed a moment ago may have another next one', async () => {
    calls.Propose!.mockImplementation(async (input: { date: string }) =>
      input.date.startsWith('2027') ? { ...proposal, number: 1, day: input.date } : proposal,
    );
    show();
    const form = await openForm();
    const day = within(form).getByLabelText(/^Ngày ban hành/) as HTMLInputElement;
    fireEvent.change(day, { target: { value: '5/1/2027' } });
    fireEvent.keyDown(day, { key: 's', ctrlKey: true });
    await within(form).findAllByText(/số tiếp theo là 01/);
    expect(calls.Issue).not.toHaveBeenCalled();
    const number = within(form).getByLabelText(/^Số \(/) as HTMLInputElement;
    await waitFor(() => expect(number.value).toBe('01'));
    fireEvent.keyDown(day, { key: 's', ctrlKey: true });
    await waitFor(() => expect(calls.Issue).toHaveBeenCalledTimes(1));
    expect((calls.Issue!.mock.lastCall?.[0] as Go.issuing.IssueInput).input).toMatchObject({
      number: 1,
      date: '2027-01-05',
    });
  });

  it('opens on the day typed above the page, and on none that cannot be read', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Ngày 22/11/2026' }));
    const day = screen.getByLabelText('Ngày ghi trên văn bản') as HTMLInputElement;
    day.focus();
    fireEvent.change(day, { target: { value: '31/2' } });
    fireEvent.keyDown(day, { key: 'b', ctrlKey: true });
    expect(document.activeElement).toBe(day);
    expect(screen.getByRole('alert').textContent).toContain('Vẫn đang theo ngày 22/11/2026.');
    expect(calls.Propose).not.toHaveBeenCalled();
    fireEvent.change(day, { target: { value: '28/11' } });
    fireEvent.keyDown(day, { key: 'b', ctrlKey: true });
    await waitFor(() => expect(calls.Propose!.mock.lastCall?.[0]).toMatchObject({ date: '2026-11-28' }));
  });

  it('lists what was issued; the sealed pages and the differences open instead of the draft', async () => {
    issued = [
      paper('12-BC/HU', { reprints: 2 }),
      paper('09-BC/HU', { cancelledAt: '2026-10-01T03:00:00Z', cancelReason: 'Sai số liệu.' }),
    ];
    show();
    expect(await screen.findByText(/đã in lại 02 lần/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Xem cả 2 bản đã ban hành' }));
    expect(screen.getByText(/lý do hủy: Sai số liệu/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Mở bản đã ban hành' })[0]!);
    await waitFor(() => expect(screen.getByTestId('pages').textContent).toContain('in-lai'));
    expect(calls.Reprint).toHaveBeenCalledWith('12-BC/HU');
    fireEvent.click(screen.getByRole('button', { name: 'Đối chiếu số liệu' }));
    await waitFor(() => expect(screen.getByTestId('pages').textContent).toContain('doi-chieu'));
    expect(calls.Differences).toHaveBeenCalledWith('12-BC/HU', 'pdf');
  });

  it('offers no issuing to who may only read', async () => {
    issued = [paper('12-BC/HU')];
    show((action) => action !== 'issuing.Issue');
    await screen.findByText('Mở bản đã ban hành', undefined, { timeout: 10_000 });
    expect(screen.queryByText(/^Ban hành…/)).toBeNull();
  });
});
