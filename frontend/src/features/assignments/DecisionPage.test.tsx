import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Pickers } from '../../pickers/sources';
import { DeskProvider } from '../../ui/desk';
import { Notices } from '../../ui/notices';
import { DecisionPage } from './DecisionPage';

const kind = {
  id: 'k3',
  schemeId: 's',
  code: 'A3',
  name: 'Phụ trách ấp',
  verb: 'phụ trách',
  targetTree: 'hanhchinh',
  targetTypes: ['AP'],
  exactlyOne: true,
  coverage: true,
  team: false,
  sortOrder: 1,
  assignments: 0,
};
const head = {
  id: 'd1',
  numberText: '',
  docDate: '',
  issuer: '',
  subject: '',
  action: 'phan_cong',
  actionWord: 'Phân công',
  effectiveDate: '',
  state: 'du_thao',
  lineCount: 0,
  lineTotal: 0,
};
let calls: Record<string, ReturnType<typeof vi.fn>>;

beforeEach(() => {
  calls = {
    Schemes: vi.fn(async () => [
      {
        id: 's',
        name: 'Chủ trương',
        preset: '',
        source: '',
        validFrom: '2016-01-01',
        validTo: '',
        note: '',
        kinds: [kind],
      },
    ]),
    Teams: vi.fn(async () => []),
    Choices: vi.fn(async () => ({
      actions: [{ code: 'phan_cong', word: 'Phân công' }],
      endReasons: [{ code: 'khac', word: 'Lý do khác' }],
      presets: [],
    })),
    Decision: vi.fn(async () => ({ decision: head, number: '', symbol: '', note: '', lines: [] })),
    SaveDecision: vi.fn(async () => ({ decision: head, number: '', symbol: '', note: '', lines: [] })),
    IssueDecision: vi.fn(async () => {
      throw JSON.stringify({
        code: 'invalid',
        message: 'Chưa ban hành được.',
        fields: {
          'lines.0.targetId': 'Dòng 1: hãy chọn đơn vị được phân công.',
          number: 'Hãy nhập số của quyết định trước khi ban hành.',
        },
        id: '',
      });
    }),
    OfUnit: vi.fn(async () => ({ day: '2026-11-22', kinds: [] })),
  };
  (window as unknown as { go: unknown }).go = {
    assignments: { Service: calls },
    units: {
      Service: {
        Office: async () => ({ name: 'Huyện ủy Mẫu', symbol: 'HU' }),
        Search: async () => ({ items: [], total: 0 }),
      },
    },
  };
});

function show() {
  const view = {
    today: '2026-11-22',
    asOf: '2026-11-22',
    setAsOf: () => {},
    can: () => true,
    office: '',
    userName: '',
  };
  const sources = {
    units: async () => [],
    officers: async () => [{ id: 'o1', name: 'Cán bộ mẫu 01', note: 'Huyện ủy viên' }],
  };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={['/phan-cong/quyet-dinh/moi']}>
        <DeskProvider value={view}>
          <Notices>
            <Pickers sources={sources}>
              <Routes>
                <Route path="/phan-cong/quyet-dinh/:id" element={<DecisionPage />} />
              </Routes>
            </Pickers>
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('DecisionPage', () => {
  it('starts with the office’s symbol and committee', async () => {
    show();
    expect(((await screen.findByLabelText('Ký hiệu')) as HTMLInputElement).value).toBe('QĐ/HU');
    expect((screen.getByLabelText('Cơ quan ban hành') as HTMLInputElement).value).toBe('Ban Thường vụ Huyện ủy Mẫu');
  });

  it('opens a new line behind the last cell and sends no blank lines', async () => {
    show();
    const officer = await screen.findByLabelText('Cán bộ, dòng 1');
    fireEvent.change(officer, { target: { value: 'mau' } });
    fireEvent.click(await screen.findByRole('option', { name: /Cán bộ mẫu 01/ }));
    fireEvent.keyDown(screen.getByLabelText('Nhiệm vụ, ghi chú, dòng 1'), { key: 'Enter' });
    expect(document.activeElement).toBe(await screen.findByLabelText('Cán bộ, dòng 2'));
    fireEvent.keyDown(officer, { key: 's', ctrlKey: true });
    await waitFor(() => expect(calls.SaveDecision).toHaveBeenCalled());
    expect(calls.SaveDecision?.mock.calls[0]?.[0].lines).toMatchObject([
      { act: 'giao', kindId: 'k3', officerId: 'o1', targetId: '', primary: true },
    ]);
  });

  it('does nothing with Enter while a letter is being composed', async () => {
    show();
    await screen.findByLabelText('Cán bộ, dòng 1');
    fireEvent.keyDown(screen.getByLabelText('Nhiệm vụ, ghi chú, dòng 1'), { key: 'Enter', keyCode: 229 });
    expect(screen.queryByLabelText('Cán bộ, dòng 2')).toBeNull();
  });

  it('shows a refused issue at its row and field, and loses nothing typed', async () => {
    show();
    const duty = await screen.findByLabelText('Nhiệm vụ, ghi chú, dòng 1');
    fireEvent.change(duty, { target: { value: 'Dự họp' } });
    fireEvent.click(screen.getByRole('button', { name: 'Ban hành' }));
    const line = await screen.findByRole('group', { name: 'Dòng 1' });
    expect(await within(line).findByText('Dòng 1: hãy chọn đơn vị được phân công.')).toBeTruthy();
    expect(screen.getByText('Hãy nhập số của quyết định trước khi ban hành.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((duty as HTMLInputElement).value).toBe('Dự họp');
  });
});
