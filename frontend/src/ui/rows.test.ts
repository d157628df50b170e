import { describe, expect, it } from 'vitest';
import { editRows, rowKey } from './rows';

interface Row {
  text: string;
}

/** A list as a form holds it: each change gives a new list, drawn from again. */
function list(...texts: string[]) {
  let rows: Row[] = texts.map((text) => ({ text }));
  const draw = () => editRows(rows, (next) => (rows = next));
  return {
    draw,
    set: (next: Row[]) => (rows = next),
    keys: () => draw().map((each) => `${each.key}:${each.row.text}`),
  };
}

describe('rows', () => {
  it('stay themselves while they change, move, and others are removed', () => {
    const { draw, set, keys } = list('a', 'b', 'c');
    const [a, b, c] = draw().map((each) => each.key);
    expect(new Set([a, b, c]).size).toBe(3);
    draw()[1]!.change({ text: 'b2' });
    expect(keys()).toEqual([`${a}:a`, `${b}:b2`, `${c}:c`]);
    draw()[0]!.remove();
    expect(keys()).toEqual([`${b}:b2`, `${c}:c`]);
    set(
      draw()
        .map((each) => each.row)
        .reverse(),
    );
    expect(keys()).toEqual([`${c}:c`, `${b}:b2`]);
  });

  it('of a draft are rows of their own, beside those typed since', () => {
    const { draw, set } = list('a', 'b');
    const before = draw().map((each) => each.key);
    set([...(JSON.parse(JSON.stringify(draw().map((each) => each.row))) as Row[]), { text: 'c' }]);
    const after = draw().map((each) => each.key);
    expect(new Set([...before, ...after]).size).toBe(5);
    expect(draw().map((each) => each.key)).toEqual(after);
  });

  it('made from the same blank are told apart', () => {
    const blank = { text: '' };
    expect(rowKey({ ...blank })).not.toBe(rowKey({ ...blank }));
  });
});
