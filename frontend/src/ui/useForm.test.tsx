import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../lib/fault';
import { Drafts, memoryDrafts } from './drafts';
import { useForm } from './useForm';

const KEY = 'ghi-chu';
const store = memoryDrafts();
const around = ({ children }: { children: ReactNode }) => <Drafts store={store}>{children}</Drafts>;

function form(save: (values: { note: string }, accepted: string[]) => Promise<unknown>) {
  return renderHook(() => useForm({ draftKey: KEY, initial: { note: '' }, save }), { wrapper: around });
}

afterEach(() => {
  vi.useRealTimers();
  void store.clear(KEY);
});

describe('a draft', () => {
  it('is written in a pause of typing, and gone once the record is saved', async () => {
    vi.useFakeTimers();
    const { result, unmount } = form(async () => true);
    act(() => result.current.set('note', 'Nạo vét kênh'));
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect((await store.read(KEY))?.values).toEqual({ note: 'Nạo vét kênh' });
    await act(() => result.current.submit());
    expect(await store.read(KEY)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(5000));
    unmount();
    expect(await store.read(KEY)).toBeNull();
  });

  it('is written while one types without a pause', async () => {
    vi.useFakeTimers();
    const { result } = form(async () => true);
    for (let n = 1; n <= 10; n++) {
      act(() => result.current.set('note', 'x'.repeat(n)));
      await act(() => vi.advanceTimersByTimeAsync(100));
    }
    expect((await store.read(KEY))?.values).toEqual({ note: 'x'.repeat(8) });
    await act(() => vi.advanceTimersByTimeAsync(400));
    expect((await store.read(KEY))?.values).toEqual({ note: 'x'.repeat(10) });
  });

  it('saved before the pause is over is not written afterwards', async () => {
    vi.useFakeTimers();
    const { result, unmount } = form(async () => true);
    act(() => result.current.set('note', 'Nạo vét kênh'));
    await act(() => result.current.submit());
    await act(() => vi.advanceTimersByTimeAsync(5000));
    unmount();
    expect(await store.read(KEY)).toBeNull();
  });

  it('stays when the record is refused', async () => {
    const refuse = async () => {
      throw new AppError({ code: 'invalid', message: 'Hãy nhập lại.', fields: { note: 'Hãy nhập lại.' }, id: '' });
    };
    const { result, unmount } = form(refuse);
    act(() => result.current.set('note', 'Nạo vét kênh'));
    await act(() => result.current.submit());
    expect(result.current.errors.note).toBe('Hãy nhập lại.');
    unmount();
    await waitFor(async () => expect((await store.read(KEY))?.values).toEqual({ note: 'Nạo vét kênh' }));
  });
});

describe('what Go asks before something that cannot be undone', () => {
  const ask = (questions: string[]) =>
    new AppError({ code: 'confirm', message: questions.join('\n'), fields: {}, id: '', questions });
  const asking = () => {
    const asked: string[][] = [];
    const save = async (_: unknown, accepted: string[]) => {
      asked.push(accepted);
      if (!accepted.includes('khuyết số 33–39')) throw ask(['khuyết số 33–39']);
      if (!accepted.includes('khuyết số 33–40')) throw ask(['khuyết số 33–39', 'khuyết số 33–40']);
      return 'đã ban hành';
    };
    return { asked, ...form(save) };
  };

  it('is answered for exactly what was shown, and asked anew when that changed', async () => {
    const { asked, result } = asking();
    let saved: Promise<unknown> = Promise.resolve();
    act(() => void (saved = result.current.submit()));
    await waitFor(() => expect(result.current.questions).toEqual(['khuyết số 33–39']));
    expect(result.current.busy).toBe(false);
    act(() => result.current.answer(true));
    await waitFor(() => expect(result.current.questions).toHaveLength(2));
    act(() => result.current.answer(true));
    expect(await saved).toBe('đã ban hành');
    expect(asked).toEqual([[], ['khuyết số 33–39'], ['khuyết số 33–39', 'khuyết số 33–40']]);
    expect(result.current.questions).toBeNull();
  });

  it('leaves everything as it was when it is answered with no', async () => {
    const { asked, result } = asking();
    act(() => result.current.set('note', 'Nạo vét kênh'));
    let saved: Promise<unknown> = Promise.resolve();
    act(() => void (saved = result.current.submit()));
    await waitFor(() => expect(result.current.questions).not.toBeNull());
    act(() => result.current.answer(false));
    expect(await saved).toBeNull();
    expect(asked).toEqual([[]]);
    expect([result.current.values.note, result.current.touched, result.current.fault]).toEqual([
      'Nạo vét kênh',
      true,
      null,
    ]);
    act(() => void (saved = result.current.submit()));
    await waitFor(() => expect(asked).toEqual([[], []]));
  });
});
