import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { BEFORE, input, kinds, saves, shells, typeInto, user, ways, type Values } from './typedKit';

// What is typed is what is saved: every kind of input, in every kind of form, by every way of saving, at once after the
// last letter, with a value that can be read and one that cannot.

const cases = (Object.keys(shells) as (keyof typeof shells)[]).flatMap((shell) =>
  saves[shell].flatMap((way) =>
    kinds
      .filter((kind) => !(kind.lines && way === 'Enter'))
      .map((kind) => ({ shell, way, kind, title: `${shell}, ${kind.name}, ${way}` })),
  ),
);

describe('what is typed is what is saved', () => {
  it.each(cases)('$title: $kind.right', async ({ shell, way, kind }) => {
    const save = vi.fn(async (_: Values) => true);
    const Shell = shells[shell];
    render(<Shell save={save}>{(form) => kind.input(form)}</Shell>);
    const me = user();
    await typeInto(me, kind.right);
    await ways[way]!(me);
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(save.mock.calls[0]![0]).toEqual({ ...BEFORE, ...kind.saved });
  });

  it.each(cases.filter(({ kind }) => kind.wrong !== undefined))(
    '$title: $kind.wrong is refused with the cause, nothing is sent',
    async ({ shell, way, kind }) => {
      const save = vi.fn(async (_: Values) => true);
      const Shell = shells[shell];
      render(<Shell save={save}>{(form) => kind.input(form)}</Shell>);
      const me = user();
      await typeInto(me, kind.wrong!);
      await ways[way]!(me);
      await act(async () => {});
      expect(save).not.toHaveBeenCalled();
      expect(input().value).toBe(kind.wrong);
      expect(document.activeElement).toBe(input());
      expect(screen.getByRole('alert').textContent).not.toBe('');
      // Once it is put right, the same form is saved.
      await typeInto(me, kind.right);
      await ways[way]!(me);
      await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
      expect(save.mock.calls[0]![0]).toEqual({ ...BEFORE, ...kind.saved });
    },
  );
});
