import { nfc, rank } from '../../lib/text';
import type { Field, Run } from './wordingQueries';

const same = (name: string) => nfc(name).trim().replace(/\s+/g, ' ').toLowerCase();

/** A typed text as it will print: figures in place of their names. A name nobody knows is marked. */
export function shown(text: string, fields: Field[]): (Run & { unknown?: boolean })[] {
  const byName = new Map(fields.map((each) => [same(each.name), each]));
  return text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('{') || !part.endsWith('}') || part.length < 2) return { text: part };
      const field = byName.get(same(part.slice(1, -1)));
      return field ? { text: field.text, field: field.name, link: field.link } : { text: part, unknown: true };
    });
}

/** Figures whose name, value or group is like what is asked for, the best first; all in their order when nothing is asked. */
export function matchingFields(fields: Field[], asked: string): Field[] {
  if (asked.trim() === '') return fields;
  return fields
    .map((field) => ({ field, at: rank(`${field.name} ${field.group}`, asked) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((each) => each.field);
}

/** A text with a figure put in where the cursor stands, and where the cursor goes. */
export function withField(text: string, from: number, to: number, name: string): { text: string; caret: number } {
  const put = `{${name}}`;
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length };
}
