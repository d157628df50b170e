import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exchange, type Go } from '../api/client';
import { parseTyped, show } from '../lib/dates';
import type { Meant } from '../ui/candidates';

/** One cell as it was pasted, and what its column takes. */
export type Asked = Go.exchange.Words;

export const askOfficer = (text: string, beside = '', day = ''): Asked => ({
  of: 'officer',
  text,
  beside,
  tree: '',
  types: [],
  kindId: '',
  day,
});

export const askUnit = (text: string, more: Partial<Asked> = {}): Asked => ({
  of: 'unit',
  text,
  beside: '',
  tree: '',
  types: [],
  kindId: '',
  day: '',
  ...more,
});

/** What each of the words means on the day: one call for a whole paste. */
export async function matchWords(words: Asked[], day: string): Promise<Meant[]> {
  return words.length === 0 ? [] : exchange.Match({ words, day });
}

const keyOf = (asked: Asked) =>
  JSON.stringify([asked.of, asked.text, asked.beside, asked.tree, asked.types, asked.kindId, asked.day]);

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

const dayOf = (day: string) => ({ id: day, label: show(day), note: '', reason: '' });

/** What a pasted day means: our own way to write one is read as it is; one a sheet may have turned round ("5/3/2026") is asked. */
export function meantDay(text: string, today: string): Meant {
  const read = parseTyped(text, today);
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(text);
  const [, first = '', second = '', year = ''] = turned ?? [];
  const ours = first.length === 2 && second.length === 2 && year.length === 4;
  const other =
    turned && Number(first) !== Number(second) ? parseTyped(`${second}/${first}/${year}`, today).day : undefined;
  const days = [read.day, ours && read.day ? undefined : other].filter((day) => day !== undefined && day !== '');
  const found = days.map((day) => dayOf(day!));
  const meant = (sure: boolean, tag: string, said: string): Meant => ({ found, sure, tag, said });
  if (found.length === 1 && read.day) return meant(true, '', '');
  if (found.length === 2)
    return meant(false, '2 cách', `“${text}”: ${show(days[0]!)} hay ${show(days[1]!)}? Hãy chọn.`);
  return meant(false, 'không hiểu', read.problem ?? `Không hiểu ngày “${text}”.`);
}
