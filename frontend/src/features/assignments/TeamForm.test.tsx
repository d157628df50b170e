import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Pickers } from '../../pickers/sources';
import { DeskProvider } from '../../ui/desk';
import { Notices } from '../../ui/notices';
import type { Team } from './queries';
import { TeamForm } from './TeamForm';

const member = (no: number, validFrom: string) => ({
  officerId: `o${no}`,
  name: `Cán bộ mẫu 0${no}`,
  post: '',
  lead: no === 1,
  validFrom,
  validTo: '',
});
const team = {
  id: 't1',
  name: 'Tổ mẫu',
  members: [member(1, '2026-01-05'), member(2, '2026-02-10'), member(3, '2026-03-15')],
} as Team;

const desk = {
  today: '2026-11-22',
  asOf: '2026-11-22',
  setAsOf: () => {},
  can: () => true,
  office: '',
  userName: '',
};

it('takes what was typed into a row away with the row, and leaves the others as they are', async () => {
  const save = vi.fn(async (_: unknown) => team);
  Object.assign(window, { go: { assignments: { Service: { SaveTeam: save } } } });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeskProvider value={desk}>
        <Notices>
          <Pickers sources={{ units: async () => [], officers: async () => [] }}>
            <TeamForm team={team} onClose={() => {}} />
          </Pickers>
        </Notices>
      </DeskProvider>
    </QueryClientProvider>,
  );
  const from = (no: number) => screen.getByLabelText(`Từ ngày, thành viên thứ ${no}`) as HTMLInputElement;
  const who = (no: number) => screen.getByLabelText(`Cán bộ, thành viên thứ ${no}`) as HTMLInputElement;
  fireEvent.change(from(2), { target: { value: '31/2' } });
  fireEvent.change(who(2), { target: { value: 'ai đó' } });
  fireEvent.change(from(3), { target: { value: '16/3' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Bỏ dòng này' })[1]!);
  expect([who(1).value, who(2).value]).toEqual(['Cán bộ mẫu 01', 'Cán bộ mẫu 03']);
  expect([from(1).value, from(2).value]).toEqual(['05/01/2026', '16/3']);
  fireEvent.keyDown(from(2), { key: 's', ctrlKey: true });
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
  expect(save.mock.calls[0]![0]).toMatchObject({
    members: [
      { officerId: 'o1', validFrom: '2026-01-05' },
      { officerId: 'o3', validFrom: '2026-03-16' },
    ],
  });
});
