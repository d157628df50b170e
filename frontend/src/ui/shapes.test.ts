import { describe, expect, it } from 'vitest';
import { rank, readWhole, showNumber } from '../lib/text';
import { layTimeline } from './timelineScale';
import { indexTree, pathTo, visibleRows, type TreeNode } from './treeRows';

const nodes: TreeNode[] = [
  { id: 't', parentId: '', label: 'Tỉnh mẫu' },
  { id: 'x', parentId: 't', label: 'Xã Đông' },
  { id: 'y', parentId: 't', label: 'Xã Đoài' },
  { id: 'x1', parentId: 'x', label: 'Ấp Một' },
  { id: 'lost', parentId: 'nobody', label: 'Tổ lạc' },
];

describe('tree', () => {
  const index = indexTree(nodes);
  const labels = (opened: string[], query = '') =>
    visibleRows(index, new Set(opened), query).map((row) => `${row.depth}${row.node.label}`);

  it('shows open branches and loses nothing whose parent is missing', () => {
    expect(labels([])).toEqual(['0Tỉnh mẫu', '0Tổ lạc']);
    expect(labels(['t', 'x'])).toEqual(['0Tỉnh mẫu', '1Xã Đông', '2Ấp Một', '1Xã Đoài', '0Tổ lạc']);
  });

  it('finds without accents and shows the way down', () => {
    expect(labels([], 'ap mot')).toEqual(['0Tỉnh mẫu', '1Xã Đông', '2Ấp Một']);
    expect(visibleRows(index, new Set(), 'dong').find((row) => row.node.id === 'x')?.hit).toBe(true);
    expect(labels([], 'không có')).toEqual([]);
  });

  it('knows the way up', () => {
    expect(pathTo(index, 'x1')).toEqual(['x', 't']);
  });

  it('opens and searches a province in no time', () => {
    const many = Array.from({ length: 15_823 }, (_, n): TreeNode => ({
      id: `u${n}`,
      parentId: n === 0 ? '' : `u${Math.floor((n - 1) / 25)}`,
      label: `Đơn vị số ${n}`,
    }));
    const began = performance.now();
    const big = indexTree(many);
    const all = visibleRows(big, new Set(many.map((node) => node.id)), '');
    const hits = visibleRows(big, new Set(), 'so 158');
    expect(all.length).toBe(15_823);
    expect(hits.length).toBeGreaterThan(30);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('timeline', () => {
  it('finds the days without anybody, the last of them today', () => {
    const scale = layTimeline(
      [
        { id: '1', label: 'Cán bộ mẫu 01', from: '2026-01-01', to: '2026-02-01' },
        { id: '2', label: 'Cán bộ mẫu 02', from: '2026-02-11', to: '2026-03-01' },
      ],
      '2026-03-02',
    );
    expect(scale.gaps.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-02-01', '2026-02-11', 10],
      ['2026-03-01', '2026-03-03', 2],
    ]);
    expect(scale.ticks.map((tick) => tick.label).filter(Boolean)).toContain('2026');
  });

  it('puts those in charge together into lanes', () => {
    const scale = layTimeline(
      [
        { id: '1', label: 'a', from: '2026-01-01', to: '' },
        { id: '2', label: 'b', from: '2026-02-01', to: '2026-03-01' },
      ],
      '2026-06-01',
    );
    expect(scale.bars.map((lane) => lane.map((bar) => bar.id))).toEqual([['1'], ['2']]);
    expect(scale.gaps).toEqual([]);
  });

  it('draws a unit that never had anybody', () => {
    expect(layTimeline([], '2026-06-01', '2026-01-01').gaps[0]?.days).toBe(152);
  });
});

describe('text', () => {
  it('ranks exact accents first', () => {
    const found = ['Ấp Đồng', 'Ấp Đông', 'Ấp Dông'].sort((a, b) => rank(a, 'ấp đông') - rank(b, 'ấp đông'));
    expect(found[0]).toBe('Ấp Đông');
    expect(rank('Ấp Đông', 'dong')).toBeGreaterThan(-1);
    expect(rank('Ấp Đông', 'tây')).toBe(-1);
  });

  it('shows and reads numbers', () => {
    expect([1234567, -1234, 12.5, 0, null].map(showNumber)).toEqual(['1.234.567', '-1.234', '12,5', '0', '']);
    expect(['1.234', '1234', ' 12 ', '1.23', '12,5', 'x', ''].map(readWhole)).toEqual([
      1234,
      1234,
      12,
      null,
      null,
      null,
      null,
    ]);
  });
});
