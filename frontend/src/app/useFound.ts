/** One line of the answer to Ctrl+K. */
export interface Found {
  key: string;
  /** Hash path to go to. */
  path: string;
  name: string;
  note: string;
}

/** Records for a text, best first; empty for an empty text. */
export function useFound(_text: string): { list: Found[]; busy: boolean } {
  return { list: [], busy: false };
}
