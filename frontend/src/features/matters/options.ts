import type { Option } from '../../ui/inputs';
import type { Word } from './queries';

/** Words of Go as the choices of an input. */
export const options = (words: Word[] | undefined): Option<string>[] =>
  (words ?? []).map((each) => ({ value: each.code, label: each.word }));

/** The same with a first choice that means "not narrowed" or "not said"; the input shows '' as its placeholder otherwise. */
export const orNone = (words: Option<string>[], none: string): Option<string>[] => [
  { value: 'NONE', label: none },
  ...words,
];
export const toChoice = (value: string) => (value === '' ? 'NONE' : value);
export const fromChoice = (value: string) => (value === 'NONE' ? '' : value);
