import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exchange, type Go } from '../api/client';
import type { Meant } from '../ui/candidates';

/** One cell as it was pasted, and what its column takes. */
export type Asked = Go.exchange.Words;

export const askOfficer = (text: string, beside = ''): Asked => ({
  of: 'officer',
  text,
  beside,
  tree: '',
  types: [],
  kindId: '',
});

export const askUnit = (text: string, more: Partial<Asked> = {}): Asked => ({
  of: 'unit',
  text,
  beside: '',
  tree: '',
  types: [],
  kindId: '',
  ...more,
});

/** What each of the words means on the day: one call for a whole paste. */
export async function matchWords(words: Asked[], day: string): Promise<Meant[]> {
  return words.length === 0 ? [] : exchange.Match({ words, day });
}

const keyOf = (asked: Asked) =>
  JSON.stringify([asked.of, asked.text, asked.beside, asked.tree, asked.types, asked.kindId]);

/** Keeps asking what the words that are still unclear may mean; the answer is there once Go has given it. */
export function useMeant(words: Asked[], day: string): (asked: Asked) => Meant | undefined {
  const keys = [...new Map(words.map((each) => [keyOf(each), each]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const found = useQuery({
    queryKey: ['exchange', 'match', day, keys.map(([key]) => key)],
    queryFn: async () => {
      const meant = await matchWords(
        keys.map(([, each]) => each),
        day,
      );
      return new Map(keys.map(([key], at) => [key, meant[at]!]));
    },
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
  });
  return (asked) => found.data?.get(keyOf(asked));
}
