import { describe, expect, it } from 'vitest';
import { sortName, sortRows } from './sortRows';

interface Row {
  id: string;
  name: string;
  count: number | '';
}

const columns = [
  { key: 'name', sortBy: (row: Row) => row.name },
  { key: 'count', sortBy: (row: Row) => row.count },
  { key: 'plain' },
];
const rows: Row[] = [
  { id: 'none', name: '', count: '' },
  { id: 'ten', name: 'Tổ 10', count: 10 },
  { id: 'two', name: 'Tổ 2', count: 2 },
  { id: 'zero', name: 'Ấp Một', count: 0 },
  { id: 'also none', name: '', count: '' },
];
const order = (key: string, down: boolean) => sortRows(rows, columns, { key, down }).map((row) => row.id);

describe('sortRows', () => {
  it('leaves what is empty last, upwards and downwards, in the order it came', () => {
    expect(order('name', false)).toEqual(['zero', 'two', 'ten', 'none', 'also none']);
    expect(order('name', true)).toEqual(['ten', 'two', 'zero', 'none', 'also none']);
    expect(order('count', false)).toEqual(['zero', 'two', 'ten', 'none', 'also none']);
    expect(order('count', true)).toEqual(['ten', 'two', 'zero', 'none', 'also none']);
  });

  it('does not touch the rows it was given, nor rows without an order', () => {
    const before = [...rows];
    order('count', true);
    expect(rows).toEqual(before);
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, { key: 'plain', down: true })).toBe(rows);
  });
});

describe('sortName', () => {
  it('puts the given name first', () => {
    expect(sortName('Nguyễn Mẫu An')).toBe('An Nguyễn Mẫu');
    expect(sortName(' An ')).toBe('An');
  });
});
