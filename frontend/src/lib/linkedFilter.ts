/** A list as an address asks for it: the filter of the call behind it, and the words that stand above it. */
export interface LinkedFilter<F> {
  filter: F;
  words: string;
}

/** Reads what papers and other screens write into an address (backend/reports/links.go): "?loc=<what narrows>&ten=<words>". */
export function readLinkedFilter<F extends object>(params: URLSearchParams, everything: F): LinkedFilter<F> | null {
  const text = params.get('loc');
  if (text === null) return null;
  try {
    return { filter: over(everything, JSON.parse(text) as object) as F, words: params.get('ten') ?? '' };
  } catch {
    return null;
  }
}

/** The address of a list with only what narrows in it. */
export function listAddress<F extends object>(
  screen: string,
  filter: Partial<F>,
  everything: F,
  words: string,
): string {
  const some = Object.entries(filter).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(everything[key as keyof F]),
  );
  return `${screen}?${new URLSearchParams({ loc: JSON.stringify(Object.fromEntries(some)), ten: words })}`;
}

/** A filter inside a filter is completed in the same way. */
function over(everything: object, given: object): object {
  const whole: Record<string, unknown> = { ...everything };
  for (const [key, value] of Object.entries(given)) {
    const before = whole[key];
    whole[key] = isPlain(before) && isPlain(value) ? over(before, value) : value;
  }
  return whole;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
