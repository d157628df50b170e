import { createContext, useContext, type ReactNode } from 'react';

/** Where unfinished forms are kept: behind Go, in the office's data folder (src/app/keptDrafts.ts). */
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

/** Keeps drafts as long as the page lives: where nobody is signed in, in the gallery and in tests. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, string>();
  return {
    async read(key) {
      const text = kept.get(key);
      return text === undefined ? null : { values: JSON.parse(text) as unknown, savedAt: '2026-11-22T03:00:00Z' };
    },
    async write(key, values) {
      kept.set(key, JSON.stringify(values));
    },
    async clear(key) {
      kept.delete(key);
    },
  };
}

const Context = createContext<DraftStore>(memoryDrafts());

export function Drafts({ store, children }: { store: DraftStore; children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

export function useDrafts(): DraftStore {
  return useContext(Context);
}
