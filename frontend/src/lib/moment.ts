const two = (n: number) => String(n).padStart(2, '0');

/** "14:05 ngày 05/02/2026" by the clock of this machine; '' for no moment. */
export function showMoment(iso: string): string {
  const at = new Date(iso);
  if (iso === '' || Number.isNaN(at.getTime())) return '';
  return `${two(at.getHours())}:${two(at.getMinutes())} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}
