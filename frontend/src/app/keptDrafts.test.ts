import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptDrafts } from './keptDrafts';

let files: Record<string, string>;
let refuse: string | null;
const told = vi.fn();

beforeEach(() => {
  files = {};
  refuse = null;
  told.mockClear();
  const refused = () => {
    if (refuse !== null) throw JSON.stringify({ code: 'unavailable', message: refuse, fields: {}, id: '' });
  };
  (window as unknown as { go: unknown }).go = {
    access: {
      Service: {
        ReadDraft: async (key: string) => ({
          values: files[key] ?? '',
          savedAt: files[key] ? '2026-11-26T01:00:00Z' : '',
        }),
        SaveDraft: async (key: string, values: string) => {
          await new Promise((resolve) => setTimeout(resolve, 5)); // slower than dropping
          refused();
          files[key] = values;
        },
        DropDraft: async (key: string) => {
          refused();
          delete files[key];
        },
      },
    },
  };
});
afterEach(() => localStorage.clear());

describe('drafts kept by Go', () => {
  it('are dropped after what was written before, however slow that was', async () => {
    const drafts = keptDrafts('that.u1', told);
    const written = drafts.write('bieu', { note: 'a' });
    await drafts.clear('bieu');
    await written;
    expect(files).toEqual({});
    await drafts.write('bieu', { note: 'b' });
    expect(await drafts.read('bieu')).toEqual({ values: { note: 'b' }, savedAt: '2026-11-26T01:00:00Z' });
  });

  it('say once why nothing can be kept, and again after it could', async () => {
    const drafts = keptDrafts('that.u1', told);
    refuse = 'Không giữ được bản nháp.';
    await drafts.write('bieu', 1);
    await drafts.write('bieu', 2);
    expect(told.mock.calls).toEqual([['Không giữ được bản nháp.']]);
    refuse = null;
    await drafts.write('bieu', 3);
    refuse = 'Không giữ được bản nháp.';
    await drafts.write('bieu', 4);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('take over what an earlier version kept in the page, of this person only and once', async () => {
    const old = JSON.stringify({ values: { note: 'cũ' }, savedAt: '2026-11-25T01:00:00Z' });
    localStorage.setItem('caunoi.draft.that.u1.bieu', old);
    localStorage.setItem('caunoi.draft.that.u2.bieu', old);
    localStorage.setItem('caunoi.draft.that.u1.moi', old);
    localStorage.setItem('caunoi.draft.that.u1.hong', '{"half');
    files.moi = '{"note":"mới"}';
    const drafts = keptDrafts('that.u1', told);
    expect((await drafts.read('bieu'))?.values).toEqual({ note: 'cũ' });
    expect((await drafts.read('moi'))?.values).toEqual({ note: 'mới' });
    files.hong = '{"note":"còn"}';
    expect((await drafts.read('hong'))?.values).toEqual({ note: 'còn' });
    expect(Object.keys(localStorage)).toEqual(['caunoi.draft.that.u2.bieu']);
  });

  it('keep nobody from a form when they cannot be read', async () => {
    files.bieu = '{"half';
    expect(await keptDrafts('that.u1', told).read('bieu')).toBeNull();
  });
});
