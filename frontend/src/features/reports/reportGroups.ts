import type { Go } from '../../api/client';
import { rank } from '../../lib/text';

type Line = Go.reports.ReportLine;

export interface ReportGroup {
  word: string;
  lines: Line[];
}

/** How many of the papers printed last stand on top beside those kept there. */
const RECENT = 3;

/**
 * The list as it is shown. Without words: what the person keeps on top and printed last, then the rest by the work it is for.
 * With words: one group, the best match first; every word has to be in title, code or use.
 */
export function reportGroups(reports: Line[], text: string): ReportGroup[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const found = reports
      .map((line) => ({ line, at: matching(line, words) }))
      .filter((each) => each.at >= 0)
      .sort((a, b) => a.at - b.at);
    return found.length === 0 ? [] : [{ word: `Tìm thấy ${found.length}`, lines: found.map((each) => each.line) }];
  }
  const kept = reports.filter((each) => each.favourite);
  const recent = reports
    .filter((each) => !each.favourite && each.lastOn)
    .sort((a, b) => (a.lastOn! < b.lastOn! ? 1 : -1))
    .slice(0, RECENT);
  const onTop = [...kept, ...recent];
  const groups = onTop.length === 0 ? [] : [{ word: 'Ghim, dùng gần đây', lines: onTop }];
  for (const line of reports) {
    if (onTop.includes(line)) continue;
    const last = groups.at(-1);
    if (last?.word === line.useWord) last.lines.push(line);
    else groups.push({ word: line.useWord, lines: [line] });
  }
  return groups;
}

/** The worst rank of the words, or -1 when one of them is nowhere. */
function matching(line: Line, words: string[]): number {
  const about = [line.title, line.code, line.name.replaceAll('-', ' '), line.useWord];
  const ranks = words.map((word) => {
    const found = about.map((each) => rank(each, word)).filter((each) => each >= 0);
    return found.length === 0 ? -1 : Math.min(...found);
  });
  return ranks.includes(-1) ? -1 : Math.max(...ranks);
}
