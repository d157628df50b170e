import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../lib/fault';
import { clearSessionState } from './sessionState';
import { useSheet } from './useSheet';

beforeEach(clearSessionState);

const stored = ['a', 'b', 'c'].map((id) => ({ id, name: id, values: { day: '', note: 'cũ', kind: '' } }));

function open(over: { writes?: boolean; save?: (lines: string[], reason: string) => Promise<never> } = {}) {
  const save = vi.fn(
    over.save ?? (async (lines: string[], _reason: string) => ({ saved: lines.length, notices: [] as string[] })),
  );
  const { result } = renderHook(
    ({ sheet }) =>
      useSheet({
        name: 'sheet.test',
        sheet,
        rows: stored,
        columns: [{ key: 'kind', title: 'Loại', kind: 'choice', options: [] }],
        writes: over.writes ?? true,
        apply: (edits, changes) =>
          changes.reduce((all, { rowId, key, value }) => ({ ...all, [rowId]: { ...all[rowId], [key]: value } }), edits),
        read: (rowId, cells) => ({
          line: `${rowId} ${cells.day} ${cells.note}`,
          wrong: cells.day === '32' ? { day: 'Không có ngày 32.' } : ({} as Record<string, string>),
        }),
        save,
      }),
    { initialProps: { sheet: '2026-11' } },
  );
  const type = (rowId: string, key: string, value: string) => act(() => result.current.change([{ rowId, key, value }]));
  const saveAll = () => act(async () => result.current.save());
  return { result, save, type, saveAll };
}

describe('a sheet', () => {
  it('sends nothing while a cell cannot be read, and says which', async () => {
    const { result, save, type, saveAll } = open();
    type('a', 'day', '5');
    type('c', 'day', '32');
    await saveAll();
    expect(save).not.toHaveBeenCalled();
    expect(result.current.errors).toEqual({ 'c.day': 'Không có ngày 32.' });
    expect((result.current.fault as AppError).message).toContain('Không có ngày 32.');
    // Typing over it takes its sentence away.
    type('c', 'day', '7');
    expect(result.current.errors).toEqual({});
  });

  it('sends nothing while a pasted word names nothing for certain', async () => {
    const { result, save, type, saveAll } = open();
    type('b', 'kind', 'họp lạ');
    expect(result.current.unclear).toBe(1);
    await saveAll();
    expect(save).not.toHaveBeenCalled();
    expect(result.current.errors['b.kind']).toContain('“họp lạ”');
  });

  it('takes proposals back together, until the sheet is saved', async () => {
    const { result, type, saveAll } = open();
    type('a', 'note', 'gõ tay');
    const propose = () =>
      act(() =>
        result.current.propose(
          [
            { rowId: 'a', key: 'note', value: 'chép' },
            { rowId: 'b', key: 'day', value: '5' },
          ],
          'Đã chép 2 dòng.',
        ),
      );
    propose();
    expect(result.current.proposal?.said).toBe('Đã chép 2 dòng.');
    expect([...result.current.changed]).toEqual(['a', 'b']);
    act(() => result.current.proposal?.undo?.());
    expect(result.current.rows.map((row) => [row.values.note, row.values.day])).toEqual([
      ['gõ tay', ''],
      ['cũ', ''],
      ['cũ', ''],
    ]);
    expect(result.current.proposal).toBeNull();
    propose();
    await saveAll();
    expect(result.current.proposal).toBeNull();
  });

  it('saves nothing for whoever may look only', async () => {
    const { save, type, saveAll } = open({ writes: false });
    type('a', 'day', '5');
    await saveAll();
    expect(save).not.toHaveBeenCalled();
  });

  it('puts a refusal of Go into the cell of the row it means, and keeps what was typed', async () => {
    const { result, type, saveAll, save } = open({
      save: () =>
        Promise.reject(
          new AppError({
            code: 'invalid',
            message: 'Ô cần sửa.',
            fields: { 'rows.1.note': 'Ghi ngắn hơn.', guardReason: 'Hãy chọn lý do.' },
            id: '',
          }),
        ),
    });
    type('a', 'day', '5');
    type('c', 'note', 'mới');
    expect(result.current.reason).toBeNull();
    await saveAll();
    expect(result.current.errors).toEqual({ 'c.note': 'Ghi ngắn hơn.' });
    expect(result.current.reason).toBe('');
    expect([...result.current.changed]).toEqual(['a', 'c']);
    act(() => result.current.setReason('NAME_OF_OFFICE'));
    await saveAll();
    expect(save.mock.calls.at(-1)![1]).toBe('NAME_OF_OFFICE');
  });

  it('saves the rows that differ from what is stored, in their order, then has nothing to save', async () => {
    const { result, save, type, saveAll } = open();
    type('c', 'day', '7');
    type('b', 'note', 'cũ');
    type('a', 'note', 'mới');
    await saveAll();
    expect(save.mock.calls).toEqual([[['a  mới', 'c 7 cũ'], '']]);
    expect(result.current.changed.size).toBe(0);
    await saveAll();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('is left at once when nothing was typed, else only once the person agrees', () => {
    const { result, type } = open();
    const go = vi.fn();
    act(() => result.current.leaveFor(go));
    expect(go).toHaveBeenCalledTimes(1);
    type('a', 'day', '5');
    act(() => result.current.leaveFor(go));
    expect(go).toHaveBeenCalledTimes(1);
    act(() => result.current.stay());
    expect([...result.current.changed]).toEqual(['a']);
    act(() => result.current.leaveFor(go));
    act(() => result.current.leave());
    expect(go).toHaveBeenCalledTimes(2);
    expect(result.current.changed.size).toBe(0);
    expect(result.current.leaving).toBe(false);
  });
});
