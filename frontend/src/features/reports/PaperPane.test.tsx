import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Go } from '../../api/client';
import { Pickers } from '../../pickers/sources';
import { DeskProvider } from '../../ui/desk';
import { clearSessionState } from '../../ui/sessionState';
import { Notices } from '../../ui/notices';
import { PaperPane } from './PaperPane';

// The pages are drawn on a canvas, which there is none of here; these tests are about what is asked for.
vi.mock('../../ui/PdfPreview', () => ({ PdfPreview: () => null }));

const preview = vi.fn(async (_choice: Go.reports.Input): Promise<Go.reports.Printed> => {
  throw JSON.stringify({
    code: 'conflict',
    message: 'Văn bản gửi ra ngoài không được có thông tin của người dân.',
    fields: {},
    id: '',
  });
});

const blank = {
  known: false,
  printBy: '',
  form: '',
  draft: false,
  signer: '',
  unitId: '',
  unitName: '',
  officerId: '',
  officer: '',
  bodyId: '',
  body: '',
};
let remembered = blank;

beforeEach(() => {
  remembered = blank;
  clearSessionState();
  preview.mockClear();
  const bodies = [
    {
      id: 'cq1',
      name: 'Phòng Kinh tế xã Mẫu',
      shortName: '',
      level: 'xa',
      police: false,
      note: '',
      createdAt: '',
      deletedAt: '',
      levelWord: 'Cấp xã',
    },
  ];
  (window as unknown as { go: unknown }).go = {
    reports: { Service: { Preview: preview, Choices: async () => [], Remembered: async () => remembered } },
    matters: { Service: { Bodies: async () => bodies, Letters: async () => [], Search: async () => [] } },
  };
});
afterEach(cleanup);

const line = (code: string, takes: string[], periods = ['MONTH'], numbered = true): Go.reports.ReportLine =>
  ({
    code,
    name: code,
    title: code,
    description: '',
    periods,
    numbered,
    needs: '',
    takes,
    forms: ['dang', 'nhanuoc', 'mttq'],
  }) as Go.reports.ReportLine;

function show(report: Go.reports.ReportLine, address: string) {
  const view = {
    today: '2026-11-22',
    asOf: '2026-11-22',
    setAsOf: () => {},
    can: () => true,
    office: '',
    userName: '',
  };
  const sources = { units: async () => [], officers: async () => [] };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={[address]}>
        <DeskProvider value={view}>
          <Notices>
            <Pickers sources={sources}>
              <PaperPane report={report} list={null} narrow={false} />
            </Pickers>
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('PaperPane', () => {
  it('makes the chaser of the body a link names, without asking anything', async () => {
    show(line('R11', ['body', 'signer'], []), '/bao-cao/R11?co-quan=cq1');
    await waitFor(() =>
      expect(preview.mock.lastCall?.[0]).toMatchObject({ report: 'R11', bodyId: 'cq1', unitId: '', signer: '' }),
    );
    await waitFor(() => expect(screen.getByLabelText('Cơ quan')).toHaveProperty('value', 'Phòng Kinh tế xã Mẫu'));
    expect(screen.getByLabelText('Người ký')).toBeTruthy();
    expect(screen.queryByLabelText('Kỳ báo cáo')).toBeNull();
    expect(screen.queryByLabelText('Địa bàn')).toBeNull();
    expect(screen.queryByLabelText('Cán bộ')).toBeNull();
  });

  it('shows the usual choices for a book and none of the letters', async () => {
    show(line('R1', ['unit', 'officer'], ['MONTH'], false), '/bao-cao/R1?ky=2026-06&co-quan=cq1');
    await waitFor(() =>
      expect(preview.mock.lastCall?.[0]).toMatchObject({ report: 'R1', period: '2026-06', bodyId: '', letterId: '' }),
    );
    expect(await screen.findByLabelText('Địa bàn')).toBeTruthy();
    expect(screen.getByLabelText('Cán bộ')).toBeTruthy();
    expect(screen.queryByLabelText('Cơ quan')).toBeNull();
    expect(screen.queryByLabelText('Người ký')).toBeNull();
  });

  it('says why a paper cannot leave the office', async () => {
    show(line('R10', ['body', 'letter', 'signer']), '/bao-cao/R10?van-ban=v1&ten-van-ban=21-CV');
    await waitFor(() => expect(preview.mock.lastCall?.[0]).toMatchObject({ letterId: 'v1' }));
    expect(await screen.findByText(/không được có thông tin của người dân/)).toBeTruthy();
  });

  it(
    'opens with what was chosen last, but never with an old period or over what a link says',
    { timeout: 20_000 },
    async () => {
      remembered = { ...blank, known: true, form: 'nhanuoc', draft: true, unitId: 'x1', unitName: 'Xã Mẫu' };
      show(line('R1', ['unit', 'officer']), '/bao-cao/R1');
      await waitFor(
        () =>
          expect(preview.mock.lastCall?.[0]).toMatchObject({
            form: 'nhanuoc',
            unitId: 'x1',
            draft: true,
            period: '2026-11',
          }),
        { timeout: 8000 },
      );
      cleanup();
      clearSessionState();
      show(line('R1', ['unit', 'officer']), '/bao-cao/R1?don-vi=x2&ten-don-vi=Xa');
      await waitFor(() => expect(preview.mock.lastCall?.[0]).toMatchObject({ form: 'dang', unitId: 'x2' }), {
        timeout: 8000,
      });
    },
  );
});
