import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchOptions, readPasted } from './gridCells';
import { indexTree, visibleRows } from './treeRows';
import { fold, nameKey, rank, sameName } from '../lib/text';

type Case = { same?: string[]; fold?: string; other?: string[] };
// The table the store is tested by too: page and program compare names alike.
const cases = JSON.parse(readFileSync('../backend/store/testdata/names.json', 'utf8')) as Case[];

test('all spellings of a name are one name, and only those', () => {
  for (const { same = [], fold: folded, other } of cases) {
    for (const each of same.flatMap((name) => [name, name.normalize('NFD')])) {
      expect(nameKey(each), each).toBe(nameKey(same[0]!));
      expect(fold(nameKey(each)), each).toBe(folded);
    }
    if (other) expect(sameName(other[0]!, other[1]!), other.join()).toBe(false);
  }
});

test('a name is found without its apostrophe, its zeros, its marks', () => {
  for (const [label, typed] of [
    ["Xã D'Ran", 'dran'],
    ['Huyện Ia H’Drai', 'ia hdrai'],
    ["Huyện Cư M'gar", 'cu mgar'],
    ['Tổ 01', 'Tổ 1'],
    ['Tổ 01', 'tổ 0'],
    ['Xã Hòa Bình', 'hoà b'],
  ] as const)
    expect(rank(label, typed), typed).toBeGreaterThanOrEqual(0);
  expect(rank('Xã Mẫu', "'")).toBe(-1);
});

test('a pasted cell takes the option of the same name beside others that begin so', () => {
  const options = [
    { value: 'a', label: 'Tổ 01' },
    { value: 'b', label: 'Tổ 10' },
  ];
  const column = { key: 'x', title: 'Tổ', kind: 'choice' as const, options };
  expect(readPasted(column as never, 'Tổ 1')).toBe('a');
  expect(matchOptions(options, 'tổ 1')[0]?.value).toBe('a');
});

test('a tree is searched by names, however they are spelled', () => {
  const labels = ['Tổ 01', "Xã D'Ran", 'Plei-Ku'];
  const tree = indexTree(labels.map((label, at) => ({ id: String(at), parentId: '', label })) as never);
  const seen = (query: string) => visibleRows(tree, new Set(), query).map((row) => row.node.label);
  expect(['tổ 1', 'to 0', 'dran', 'plei ku'].map((query) => seen(query).join())).toEqual([
    'Tổ 01',
    'Tổ 01',
    "Xã D'Ran",
    'Plei-Ku',
  ]);
});
