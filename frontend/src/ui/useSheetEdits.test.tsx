import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { clearSessionState } from './sessionState';
import { useSheetEdits } from './useSheetEdits';

beforeEach(clearSessionState);

it('keeps what was typed through a crash, and offers it only for its own sheet', async () => {
  const first = renderHook(() => useSheetEdits('month', '2026-11.GROUP.'));
  act(() => first.result.current.change({ r1: { day: '05/11/2026' } }));
  first.unmount();
  clearSessionState(); // the window died: only the draft is left

  const other = renderHook(() => useSheetEdits('month', '2026-10.GROUP.'));
  await act(async () => {});
  expect(other.result.current.waiting).toBeNull();

  const again = renderHook(() => useSheetEdits('month', '2026-11.GROUP.'));
  await waitFor(() => expect(again.result.current.waiting).not.toBeNull());
  expect(again.result.current.edits).toEqual({});
  act(() => {
    again.result.current.take();
  });
  expect(again.result.current.edits).toEqual({ r1: { day: '05/11/2026' } });
  act(() => again.result.current.clear());
  expect(again.result.current.edits).toEqual({});
});
