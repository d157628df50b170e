export interface Sort {
  key: string;
  down: boolean;
}

interface Sortable<T> {
  key: string;
  sortBy?: (row: T) => string | number;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Sorts a copy; equal rows keep the order they came in, and empty values stay last in both directions. */
export function sortRows<T>(rows: T[], columns: Sortable<T>[], sort: Sort | null): T[] {
  const by = sort && columns.find((each) => each.key === sort.key)?.sortBy;
  if (!sort || !by) return rows;
  const keyed = rows.map((row) => ({ row, value: by(row) }));
  keyed.sort((a, b) => {
    const blankA = a.value === '';
    const blankB = b.value === '';
    if (blankA || blankB) return Number(blankA) - Number(blankB);
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : collator.compare(String(a.value), String(b.value));
    return sort.down ? -order : order;
  });
  return keyed.map((each) => each.row);
}

/** Vietnamese name order: tên first, then họ đệm. */
export function sortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const given = words.pop() ?? '';
  return `${given} ${words.join(' ')}`.trim();
}
