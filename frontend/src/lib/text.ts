/** What a person sees when something is missing: blank is "not recorded", this dash is "none". */
export const NONE = '–';

/** The signs keyboards and programs put for one apostrophe or dash, and the letters that stand for đ; as in the store's names.go. */
const APOSTROPHES = /['’‘‛ʼʻ′`´＇]/gu;
const DASHES = /[-‐‑‒–—―−﹣－]/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const lowered = (text: string) => text.toLowerCase().normalize('NFD').replace(/[ðɖ]/g, 'đ').replace(APOSTROPHES, '');

/**
 * Folds text for searching: lower case, no marks, no apostrophes, đ → d, every dash a hyphen. The same rule as the search columns of
 * the store (Fold in text.go); blanks stay as typed.
 */
export function fold(text: string): string {
  return lowered(text)
    .replace(/\p{Mn}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(DASHES, '-')
    .normalize('NFC');
}

/**
 * What all spellings of one name have in common (NameKey of the store): capitals, composed letters, the place of the tone, apostrophes,
 * dashes or blanks, zeros before a number. Names are compared by it and by nothing else; it is never shown.
 */
export function nameKey(name: string): string {
  return lowered(name)
    .replace(DASHES, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => toneFirst(word.replace(/^0+(?=\d)/, '')))
    .join(' ');
}

/** Tells whether two texts are the same name, however it is spelled. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** A decomposed word with its tones behind the first vowel: hoà and hòa alike. */
function toneFirst(word: string): string {
  const found = (word.match(TONES) ?? []).sort().join('');
  const rest = word.replace(TONES, '');
  const vowel = /^[^aeiouy]*[aeiouy]\p{Mn}*/u;
  return vowel.test(rest) ? rest.replace(vowel, (start) => start + found) : rest + found;
}

/** NFC, as everything is stored. Called when a field is left and before saving, never while somebody is typing. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Ranks a label against what was typed: 0 exact accents at the start … 4 folded inside, -1 no match. Lower is better. Both as written
 * and as names are compared, so "Tổ 1" finds "Tổ 01" and "tổ 0", still being typed, does too.
 */
export function rank(label: string, typed: string): number {
  if (typed.trim() === '') return 3;
  const ranks = [(text: string) => nfc(text).toLowerCase(), nameKey]
    .map((form) => rankIn(form(label), form(typed).trim()))
    .filter((each) => each >= 0);
  return ranks.length > 0 ? Math.min(...ranks) : -1;
}

function rankIn(exact: string, wanted: string): number {
  const folded = fold(exact);
  const plain = fold(wanted);
  if (plain === '') return -1;
  if (exact.startsWith(wanted)) return 0;
  if (exact.includes(wanted)) return 1;
  if (folded.startsWith(plain)) return 2;
  if (folded.split(/\s+/).some((word) => word.startsWith(plain))) return 3;
  return folded.includes(plain) ? 4 : -1;
}

/** 1234567 → "1.234.567"; whole or with a decimal comma. Missing stays blank. */
export function showNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  const [whole = '0', part] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${part ? `,${part}` : ''}`;
}

/** Reads a whole number as the office types it: "1.234", "1234", " 12 ". Null when it is none, or too long to be kept exactly. */
export function readWhole(text: string): number | null {
  const plain = text.trim();
  if (!/^\d+$|^\d{1,3}(\.\d{3})+$/.test(plain)) return null;
  const read = Number(plain.replace(/\./g, ''));
  return Number.isSafeInteger(read) ? read : null;
}

/**
 * A place as a list shows it: begun with what tells it from its neighbours. "Tổ nhân dân tự quản số 05, ấp Mỹ Phú, xã Mỹ Hưng"
 * gives "Tổ 05 – ấp Mỹ Phú, xã Mỹ Hưng"; any other name stays as it is.
 */
export function listName(label: string): string {
  return label.replace(/^Tổ (?:nhân dân tự quản|tự quản|dân phố|liên gia) (?:số )?(\d+), /u, 'Tổ $1 – ');
}
