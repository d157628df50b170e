import { describe, expect, it } from 'vitest';
import { onlyOne, pasteBlock } from './annexPaste';
import { rowAfter } from './annexRows';

const people = [
  { id: '1', name: 'Lê Mẫu Dung' },
  { id: '2', name: 'Lê Mẫu Dũng' },
  { id: '3', name: 'Trần Mẫu An' },
  { id: '4', name: 'Trần Mẫu An' },
];
const find = { officer: async () => people, target: async (text: string) => [{ id: `u-${text}`, name: text }] };

describe('pasting an annex from a sheet', () => {
  it('takes the only one of that name and never guesses between two', () => {
    expect(onlyOne(people, 'Lê Mẫu Dũng')?.id).toBe('2');
    expect(onlyOne(people, 'le mau dung')).toBeNull();
    expect(onlyOne(people, 'Trần Mẫu An')).toBeNull();
  });

  it('fills rows from the cell on, adds rows, and names what it could not place', async () => {
    const start = [rowAfter(undefined, 'phan_cong', 'k3')];
    const { rows, refused } = await pasteBlock(
      [
        ['Lê Mẫu Dũng', 'Ấp 1, xã Mẫu', 'Dự họp', 'thừa'],
        ['Trần Mẫu An', 'Ấp 2, xã Mẫu'],
      ],
      start,
      0,
      'officer',
      'phan_cong',
      find,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ officer: { id: '2' }, target: { name: 'Ấp 1, xã Mẫu' }, duty: 'Dự họp' });
    expect(rows[1]).toMatchObject({ officer: null, target: { name: 'Ấp 2, xã Mẫu' }, kindId: 'k3' });
    expect(refused).toEqual(['dòng 1: thừa', 'dòng 2: Trần Mẫu An']);
  });
});
