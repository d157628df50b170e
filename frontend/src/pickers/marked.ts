import type { Go } from '../api/client';

type Finding = Go.guard.Finding;

/** A stretch of a text, with what was found in it, if anything. */
export interface Stretch {
  from: number;
  text: string;
  finding: Finding | null;
}

/** Cuts a text at what the guard found; positions are those of JavaScript's letters. Overlapping findings count once. */
export function marked(text: string, findings: Finding[]): Stretch[] {
  const out: Stretch[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start < at || finding.end <= finding.start || finding.end > text.length) continue;
    if (finding.start > at) out.push({ from: at, text: text.slice(at, finding.start), finding: null });
    out.push({ from: finding.start, text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  if (at < text.length) out.push({ from: at, text: text.slice(at), finding: null });
  return out;
}
