import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { clearSessionState } from '../../ui/sessionState';
import { Notices } from '../../ui/notices';
import { UnitsPage } from './UnitsPage';

const ref = (id: string, type: string, typeWord: string, name: string, parentId = '') => ({
  id,
  tree: 'hanhchinh',
  type,
  typeWord,
  name,
  label: name,
  code: '',
  parentId,
  parentName: '',
  validFrom: '2004-01-01',
  validTo: '',
});
const huyen = ref('h', 'HUYEN', 'huyện', 'Huyện Thạnh Mẫu');
const xa = ref('x', 'XA', 'xã', 'Xã Quới Mẫu', 'h');
const version = (unit: typeof xa) => ({
  ...unit,
  id: `${unit.id}1`,
  unitId: unit.id,
  shortName: '',
  welfare: '',
  source: '',
  endSource: '',
  parentName: 'Huyện Thạnh Mẫu',
});
const page = (unit: typeof xa, children: (typeof xa)[] = []) => ({
  unit,
  day: '2026-11-22',
  note: '',
  createdAt: '',
  deletedAt: '',
  current: `${unit.id}1`,
  inForce: true,
  versions: [version(unit)],
  above: unit.id === 'x' ? [huyen] : [],
  children,
  links: [],
  predecessors: [],
});
const vocabulary = {
  types: [
    { code: 'HUYEN', tree: 'hanhchinh', word: 'huyện', tier: 2, parents: [], root: true },
    { code: 'XA', tree: 'hanhchinh', word: 'xã', tier: 4, parents: ['HUYEN'], root: true },
    { code: 'AP', tree: 'hanhchinh', word: 'ấp', tier: 5, parents: ['XA'], root: false },
  ],
  welfares: [],
};

let calls: Record<string, ReturnType<typeof vi.fn>>;

beforeEach(() => {
  calls = {
    Tree: vi.fn(async () => ({
      day: '2026-11-22',
      nodes: [
        { id: 'h', parentId: '', name: huyen.name, type: 'HUYEN', code: '', depth: 0, below: 1 },
        { id: 'x', parentId: 'h', name: xa.name, type: 'XA', code: '', depth: 1, below: 0 },
      ],
    })),
    Page: vi.fn(async (id: string) => (id === 'x' ? page(xa) : page(huyen, [xa]))),
    Office: vi.fn(async () => ({ unitId: 'x', orgId: '' })),
    Vocabulary: vi.fn(async () => vocabulary),
    Search: vi.fn(async () => ({ items: [], total: 0 })),
    Create: vi.fn(async () => 'new'),
    Close: vi.fn(async () => {
      throw JSON.stringify({
        code: 'conflict',
        message: 'Còn 3 đơn vị trực thuộc chưa kết thúc: “Ấp 1”.',
        fields: {},
        id: '',
      });
    }),
    Discard: vi.fn(async () => {}),
    TakeBack: vi.fn(async () => {}),
  };
  (window as unknown as { go: unknown }).go = { units: { Service: calls } };
});
afterEach(() => clearSessionState());

function show(may = ['units.Create', 'units.Change', 'units.Bin', 'units.Link'], at = '/dia-ban') {
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
      <MemoryRouter initialEntries={[at]}>
        <DeskProvider value={view}>
          <Notices>
            <UnitsPage people={(id) => <p>Người phụ trách {id}</p>} />
          </Notices>
        </DeskProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('UnitsPage', () => {
  it('opens at the place of the office itself, and at the one chosen afterwards', async () => {
    show();
    await screen.findByRole('article', { name: xa.name });
    fireEvent.click(screen.getByRole('button', { name: huyen.name }));
    await screen.findByRole('article', { name: huyen.name });
    cleanup();
    show();
    await screen.findByRole('article', { name: huyen.name });
  });

  it('opens empty where the office has no place yet', async () => {
    calls.Office!.mockResolvedValue({ unitId: '', orgId: '' });
    show();
    await screen.findByText('Chọn một đơn vị');
  });

  it('shows the unit of the link with its people, parent and history', async () => {
    show(undefined, '/dia-ban?id=x');
    const pane = await screen.findByRole('article', { name: 'Xã Quới Mẫu' });
    expect(within(pane).getByText('Người phụ trách x')).toBeTruthy();
    expect(within(pane).getByText('Đang hoạt động')).toBeTruthy();
    fireEvent.click(within(pane).getByRole('button', { name: 'Huyện Thạnh Mẫu' }));
    expect(await screen.findByRole('article', { name: 'Huyện Thạnh Mẫu' })).toBeTruthy();
  });

  it('offers nothing that would be refused to a reader', async () => {
    show([], '/dia-ban?id=x');
    await screen.findByRole('article');
    for (const word of [/Thêm/, /Sửa/, /Kết thúc/, /Thùng rác/i, /Chuyển/])
      expect(screen.queryByRole('button', { name: word })).toBeNull();
  });

  it('adds a unit under the chosen one by keyboard, with its usual type and start', async () => {
    show(undefined, '/dia-ban?id=x');
    await screen.findByRole('article');
    fireEvent.keyDown(window, { key: 'n', ctrlKey: true });
    const name = await screen.findByLabelText(/^Tên \(/);
    fireEvent.keyDown(name, { key: 's', ctrlKey: true });
    expect(await screen.findByText('Hãy nhập tên đơn vị.')).toBeTruthy();
    fireEvent.change(name, { target: { value: 'Quí Mẫu A' } });
    fireEvent.keyDown(name, { key: 's', ctrlKey: true });
    await waitFor(() => expect(calls.Create).toHaveBeenCalled());
    expect(calls.Create?.mock.calls[0]?.[0]).toMatchObject({
      tree: 'hanhchinh',
      validFrom: '2004-01-01',
      validTo: '',
      facts: { type: 'AP', name: 'Quí Mẫu A', parentId: 'x' },
    });
  });

  it('keeps what was typed when Go refuses, and says why', async () => {
    show(undefined, '/dia-ban?id=h');
    await screen.findByRole('article');
    fireEvent.click(screen.getByRole('button', { name: 'Kết thúc…' }));
    const source = await screen.findByLabelText(/^Căn cứ/);
    fireEvent.change(source, { target: { value: 'Nghị quyết 1' } });
    const day = screen.getByLabelText(/^Không còn từ ngày/);
    fireEvent.change(day, { target: { value: '1/7/2025' } });
    fireEvent.blur(day);
    fireEvent.keyDown(source, { key: 's', ctrlKey: true });
    expect(await screen.findByText(/Còn 3 đơn vị trực thuộc chưa kết thúc/)).toBeTruthy();
    expect(calls.Close?.mock.calls[0]?.[0]).toEqual({
      unitId: 'h',
      from: '2025-07-01',
      source: 'Nghị quyết 1',
      withBelow: false,
    });
    expect((source as HTMLInputElement).value).toBe('Nghị quyết 1');
  });

  it('throws away with a way back', async () => {
    show(undefined, '/dia-ban?id=x');
    await screen.findByRole('article');
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ vào thùng rác' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bỏ vào thùng rác' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(calls.TakeBack).toHaveBeenCalledWith('x'));
  });
});
