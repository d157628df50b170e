import { createContext, useContext } from 'react';

/** In which texts a phrase is looked for first; '' is every text. The codes are Go's (package phrases). */
export type TextKind = '' | 'nhat_ky' | 'kien_nghi' | 'tra_loi' | 'van_ban';

/** A long text that wants a phrase. */
export interface PhraseAsk {
  kind: TextKind;
  /** What is selected in it: may become a phrase. */
  selected: string;
  /** Puts a phrase in place of the selection, at the cursor, and goes back into the text behind it. */
  insert: (phrase: string) => void;
}

const Context = createContext<((ask: PhraseAsk) => void) | null>(null);

/** Gives long texts the office's phrases; without it they have none. */
export const PhraseHost = Context.Provider;

export const usePhraseHost = () => useContext(Context);
