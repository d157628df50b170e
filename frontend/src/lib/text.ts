/** What a person sees when something is missing: blank is "not recorded", this dash is "none". */
export const NONE = '–';

/** Folds text for searching: NFC, lower case, no marks, đ → d. The same rule as the search columns of the store. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFC');
}

/** NFC, as everything is stored. Called when a field is left and before saving, never while somebody is typing. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Ranks a label against what was typed: 0 exact accents at the start … 4 folded inside, -1 no match. Lower is better. */
export function rank(label: string, typed: string): number {
  const wanted = nfc(typed).trim().toLowerCase();
  if (wanted === '') return 3;
  const exact = nfc(label).toLowerCase();
  if (exact.startsWith(wanted)) return 0;
  if (exact.includes(wanted)) return 1;
  const folded = fold(label);
  const plain = fold(wanted);
  if (folded.startsWith(plain)) return 2;
  if (folded.split(/\s+/).some((word) => word.startsWith(plain))) return 3;
  if (folded.includes(plain)) return 4;
  return -1;
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
