const two = (n: number) => String(n).padStart(2, '0');

/** The clock of the country, as everywhere in the program: seven hours ahead of what is stored, winter and summer. */
const AHEAD_MS = 7 * 3600_000;

/** "14:05 ngày 05/02/2026" of a stored moment; '' for none. */
export function showMoment(iso: string): string {
  const at = new Date(Date.parse(iso) + AHEAD_MS);
  if (Number.isNaN(at.getTime())) return '';
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())} ngày ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}
