import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../lib/fault';
import { Drafts, localDrafts } from './drafts';
import { useForm } from './useForm';

const KEY = 'ghi-chu';
const store = localDrafts('thu');
const around = ({ children }: { children: ReactNode }) => <Drafts store={store}>{children}</Drafts>;

function form(save: (values: { note: string }) => Promise<unknown>) {
  return renderHook(() => useForm({ draftKey: KEY, initial: { note: '' }, save }), { wrapper: around });
}

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
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
