import { nameKey, rank } from '../../lib/text';
import type { NamedFigure, Run } from './wordingQueries';

/** A typed text as it will print: figures in place of their names. A name nobody knows is marked. */
export function shown(text: string, figures: NamedFigure[]): (Run & { unknown?: boolean })[] {
  const byName = new Map(figures.map((each) => [nameKey(each.name), each]));
  return text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('{') || !part.endsWith('}') || part.length < 2) return { text: part };
      const figure = byName.get(nameKey(part.slice(1, -1)));
      return figure ? { text: figure.text, field: figure.name, link: figure.link } : { text: part, unknown: true };
    });
}

/** Figures whose name, value or group is like what is asked for, the best first; all in their order when nothing is asked. */
export function matchingFigures(figures: NamedFigure[], asked: string): NamedFigure[] {
  if (asked.trim() === '') return figures;
  return figures
    .map((figure) => ({ figure, at: rank(`${figure.name} ${figure.group}`, asked) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((each) => each.figure);
}

/** A text with a figure put in where the cursor stands, and where the cursor goes. */
export function withFigure(text: string, from: number, to: number, name: string): { text: string; caret: number } {
  const put = `{${name}}`;
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length };
}
