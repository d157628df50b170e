import { access, readFault } from '../api/client';
import type { DraftStore } from '../ui/drafts';

/**
 * Drafts of the person who is signed in, kept by Go. What is done with one form is done in its order: a draft that is dropped
 * is not written back by a stroke that was on its way. `tell` hears once why something could not be kept.
 */
export function keptDrafts(owner: string, tell: (sentence: string) => void): DraftStore {
  const last = new Map<string, Promise<unknown>>();
  let told = false;
  const inTurn = <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(act, act);
    last.set(key, turn);
    return turn;
  };
  const heard = (thrown: unknown) => {
    const fault = readFault(thrown);
    if (told || fault.code === 'signed_out') return;
    told = true;
    tell(fault.message);
  };
  return {
    read: (key) =>
      inTurn(key, async () => {
        try {
          await takeOver(owner, key).catch(() => localStorage.removeItem(nameOfOld(owner, key)));
          const { values, savedAt } = await access.ReadDraft(key);
          return values === '' ? null : { values: JSON.parse(values) as unknown, savedAt };
        } catch {
          return null; // a draft that cannot be read keeps nobody from the form
        }
      }),
    write: (key, values) =>
      inTurn(key, async () => {
        try {
          await access.SaveDraft(key, JSON.stringify(values));
          told = false;
        } catch (thrown) {
          heard(thrown);
        }
      }),
    clear: (key) =>
      inTurn(key, async () => {
        try {
          await access.DropDraft(key);
        } catch (thrown) {
          heard(thrown);
        }
      }),
  };
}

const nameOfOld = (owner: string, key: string) => `caunoi.draft.${owner}.${key}`;

/** Drafts of earlier versions lay in the page's own storage: one is handed to Go the first time its form is opened. */
async function takeOver(owner: string, key: string): Promise<void> {
  const name = nameOfOld(owner, key);
  const text = localStorage.getItem(name);
  if (text === null) return;
  const known = await access.ReadDraft(key);
  if (known.values === '') {
    const { values } = JSON.parse(text) as { values: unknown };
    await access.SaveDraft(key, JSON.stringify(values));
  }
  localStorage.removeItem(name);
}
