import { describe, expect, it } from 'vitest';
import { listName } from '../lib/text';
import { differAtEnd } from './Name';
import { layOut, type ColumnKind } from './tableColumns';

const column = (key: string, kind: ColumnKind, width?: number) => ({ key, title: key, kind, width });
const columns = [
  column('name', 'name', 20),
  column('day', 'day'),
  column('note', 'text', 10),
  column('count', 'number'),
  column('state', 'status'),
];
const natural = new Map([
  ['name', 22],
  ['day', 7],
  ['note', 30],
  ['count', 4],
  ['state', 9],
]);
const kept = (room: number) => layOut(columns, natural, room).shown.map((at) => columns[at]!.key);

describe('the columns of a list', () => {
  it('shows all where there is room, and uses exactly that room', () => {
    const { shown, folded, widths } = layOut(columns, natural, 72);
    expect([shown.length, folded]).toEqual([5, []]);
    expect(widths.reduce<number>((sum, each) => sum + each!, 0)).toBeCloseTo(72);
  });

  it('never takes room from days, numbers and states', () => {
    const { widths } = layOut(columns, natural, 45);
    expect(widths[1]).toBe(7);
    expect(widths[4]).toBe(9);
  });

  it.each([
    [72, ['name', 'day', 'note', 'count', 'state']],
    [38, ['name', 'day', 'note', 'state']],
    [30, ['name', 'day', 'state']],
    [21, ['name', 'state']],
    [13, ['name']],
    [1, ['name']],
  ])('at %i rem keeps what says most', (room, wanted) => expect(kept(room)).toEqual(wanted));

  it('breaks the headings of numbers only where that keeps every column in sight', () => {
    const counts = [column('name', 'name', 12), ...[1, 2, 3].map((nth) => column(`by some one ${nth}`, 'number', 5))];
    const widths = (room: number) => layOut(counts, new Map(), room).widths;
    expect(widths(40).slice(1)).toEqual([6.625, 6.625, 6.625]);
    expect(widths(25).length).toBe(4);
    expect(widths(25)[1]).toBeLessThan(6.625);
    expect(widths(22).slice(1)).toEqual([6.625, 6.625]);
  });

  it('shares the room before anything was measured', () => {
    expect(layOut(columns, new Map(), Infinity).widths[0]).toBeUndefined();
    expect(layOut(columns, new Map(), 60).widths.every((each) => each! > 0)).toBe(true);
  });
});

describe('names in one line', () => {
  it('begin with what tells them apart', () => {
    expect(listName('Tổ nhân dân tự quản số 05, ấp Mỹ Phú, xã Mỹ Hưng')).toBe('Tổ 05 – ấp Mỹ Phú, xã Mỹ Hưng');
    expect(listName('Tổ dân phố 3, phường Mẫu')).toBe('Tổ 3 – phường Mẫu');
    expect(listName('Tổ công tác số 2, xã Mẫu')).toBe('Tổ công tác số 2, xã Mẫu');
    expect(listName('Tổ 17, ấp Mẫu')).toBe('Tổ 17, ấp Mẫu');
    expect(listName('Chi bộ ấp Mẫu 1, xã Mẫu')).toBe('Chi bộ ấp Mẫu 1, xã Mẫu');
  });

  it('are cut in the middle only where they differ behind', () => {
    expect(differAtEnd(['Trường Mẫu giáo xã Mẫu, điểm 1', 'Trường Mẫu giáo xã Mẫu, điểm 2'])).toBe(true);
    expect(differAtEnd(['Chi bộ ấp Mẫu An, xã Mẫu', 'Chi bộ ấp Mẫu Bình, xã Mẫu'])).toBe(false);
    expect(differAtEnd(['Chi bộ ấp Mẫu An, xã Mẫu', 'Chi bộ ấp Mẫu An, xã Mẫu'])).toBe(false);
  });
});
