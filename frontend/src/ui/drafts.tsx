import { createContext, useContext, type ReactNode } from 'react';

/** Where unfinished forms are kept. Asynchronous so that it can also be a place behind Go. */
export interface DraftStore {
  read(key: string): Promise<Draft | null>;
  write(key: string, values: unknown): Promise<void>;
  clear(key: string): Promise<void>;
}

export interface Draft {
  values: unknown;
  /** RFC 3339, for "bản nháp lúc 10:32". */
  savedAt: string;
}

/** Keeps drafts in the page's own storage, apart for each office and each person; survives a crash of the window. */
export function localDrafts(owner: string): DraftStore {
  const name = (key: string) => `caunoi.draft.${owner}.${key}`;
  return {
    async read(key) {
      try {
        const text = localStorage.getItem(name(key));
        return text === null ? null : (JSON.parse(text) as Draft);
      } catch {
        return null;
      }
    },
    async write(key, values) {
      try {
        // Only told to the person who typed; nothing is reckoned with it.
        // eslint-disable-next-line no-restricted-syntax
        localStorage.setItem(name(key), JSON.stringify({ values, savedAt: new Date().toISOString() }));
      } catch {
        // A full storage must not stop anybody from typing: the form itself still holds everything.
      }
    },
    async clear(key) {
      localStorage.removeItem(name(key));
    },
  };
}

const Context = createContext<DraftStore>(localDrafts('chung'));

export function Drafts({ store, children }: { store: DraftStore; children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

export function useDrafts(): DraftStore {
  return useContext(Context);
}
