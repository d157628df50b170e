import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../../ui/desk';
import { Notices } from '../../ui/notices';
import { blankLog, fromEntry, toInput, type LogValues } from './formValues';
import { LogForm } from './LogForm';
import type { Entry } from './queries';

const words = {
  kinds: [{ code: 'GROUP', word: 'Họp Tổ nhân dân tự quản' }],
  states: [
    { code: 'PLANNED', word: 'Đã lên lịch' },
    { code: 'HELD', word: 'Đã họp' },
  ],
  outcomes: [],
  fields: [],
  results: [
    { code: 'ATTENDED', word: 'Đã dự' },
    { code: 'SUBSTITUTED', word: 'Dự thay' },
    { code: 'EXCUSED', word: 'Vắng có phép' },
    { code: 'ABSENT', word: 'Vắng' },
  ],
  accepted: [{ code: 'pending', word: 'Chưa rõ' }],
};
const planned = {
  id: 'm1',
  kind: 'GROUP',
  state: 'PLANNED',
  plannedOn: '2026-11-10',
  plannedTime: '',
  heldOn: '',
  day: '2026-11-10',
  postponedTo: '',
  stateReason: '',
  place: '',
  papersSentOn: '',
  note: '',
  papersCount: null,
  present: null,
  total: null,
  hosts: [{ id: 'u1', label: 'Tổ 17' }],
  contributions: [],
  conveyances: [],
  attendances: [
    {
      id: 'a',
      officerId: 'o1',
      officerName: 'Cán bộ mẫu 03',
      officerPost: '',
      result: '',
      substituteId: '',
      substituteName: '',
      reason: '',
    },
  ],
} as unknown as Entry;

const save = vi.fn();
const closed = vi.fn();
beforeEach(() => {
  closed.mockReset();
  save.mockReset().mockResolvedValue({ entry: planned, notices: [] });
  const Service = {
    Vocabulary: async () => words,
    Prefill: async () => ({ expected: [], hosts: [{ id: 'u1' }], closed: [], lunar: '' }),
    SaveMeeting: save,
  };
  Object.assign(window, { go: { activities: { Service } } });
});

async function open(initial: LogValues, onNext?: () => boolean) {
  render(
    <QueryClientProvider client={new QueryClient()}>
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
          <LogForm initial={initial} onClose={closed} onNext={onNext} />
        </Notices>
      </DeskProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('dialog');
}
const results = () => screen.getByRole('radiogroup', { name: 'Kết quả của Cán bộ mẫu 03' });

describe('LogForm', () => {
  it('opens a planned meeting on the result, so that one key and Ctrl+S log it', async () => {
    await open(fromEntry(planned, '2026-11-22'));
    expect(document.activeElement).toBe(results());
    fireEvent.keyDown(results(), { key: '1' });
    await act(async () => {
      fireEvent.keyDown(results(), { key: 's', ctrlKey: true });
    });
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(save.mock.calls[0]![0]).toMatchObject({
      id: 'm1',
      state: 'HELD',
      heldOn: '2026-11-10',
      plannedOn: '2026-11-10',
      hostIds: ['u1'],
      attendances: [{ officerId: 'o1', result: 'ATTENDED' }],
    });
    expect(save.mock.calls[0]![0].present).toBeUndefined();
  });

  it('chooses nothing beforehand and takes a choice back', async () => {
    await open(fromEntry(planned, '2026-11-22'));
    expect(screen.queryAllByRole('radio', { checked: true }).map((each) => each.textContent)).not.toContain('1 Đã dự');
    fireEvent.keyDown(results(), { key: '3' });
    expect(screen.getByRole('radio', { name: /Vắng có phép/ }).getAttribute('aria-checked')).toBe('true');
    fireEvent.keyDown(results(), { key: 'Delete' });
    expect(screen.getByRole('radio', { name: /Vắng có phép/ }).getAttribute('aria-checked')).toBe('false');
  });

  it('does nothing while an input method composes', async () => {
    await open(fromEntry(planned, '2026-11-22'));
    fireEvent.keyDown(results(), { key: '1', keyCode: 229, isComposing: true });
    expect(screen.getByRole('radio', { name: /Đã dự/ }).getAttribute('aria-checked')).toBe('false');
  });

  it('shows a refusal beside its row and keeps everything typed', async () => {
    const text = 'Cán bộ này đã được ghi ngày 05/11/2026.';
    save.mockRejectedValue(
      JSON.stringify({ code: 'invalid', message: text, fields: { 'attendances.0.officerId': text }, id: '' }),
    );
    await open({ ...fromEntry(planned, '2026-11-22'), note: 'Nội dung đã gõ' });
    await act(async () => {
      fireEvent.keyDown(results(), { key: 's', ctrlKey: true });
    });
    expect(await screen.findAllByText(text)).not.toHaveLength(0);
    expect(screen.getByDisplayValue('Nội dung đã gõ')).toBeTruthy();
    expect(closed).not.toHaveBeenCalled();
  });

  it('asks for kind and host before it asks Go', async () => {
    await open(blankLog('2026-11-22'));
    await act(async () => {
      fireEvent.keyDown(screen.getByRole('dialog'), { key: 's', ctrlKey: true });
    });
    expect(await screen.findByText('Hãy chọn nơi họp.')).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
  });
});

describe('toInput', () => {
  const values = {
    ...fromEntry(planned, '2026-11-22'),
    attendances: [{ officer: { id: 'o1', name: 'A' }, result: 'ATTENDED', substitute: null, reason: '' }],
  };
  it('gives advice without a speaker to the officer who was there, and drops empty rows without moving the others', () => {
    const rows = ['', 'Góp ý'].map((summary) => ({ officerId: '', fieldCode: '', summary, accepted: 'pending' }));
    expect(toInput({ ...values, contributions: rows }).contributions.map((each) => each.officerId)).toEqual(['', 'o1']);
  });
  it('sends no result for a meeting that was not held', () => {
    const input = toInput({
      ...values,
      state: 'CANCELLED',
      contributions: [{ officerId: 'o1', fieldCode: '', summary: 'x', accepted: 'yes' }],
    });
    expect(input.attendances[0]!.result).toBe('');
    expect(input.contributions).toEqual([]);
  });
});
