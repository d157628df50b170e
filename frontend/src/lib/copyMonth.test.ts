import { expect, it } from 'vitest';
import { copyLastMonth, type RowBefore } from './copyMonth';

const now = ['a', 'b', 'c', 'd'].map((unitId) => ({ id: `${unitId}|`, unitId, free: unitId !== 'd' }));
const met = (unitId: string, day: string, more: Partial<RowBefore> = {}): RowBefore => ({
  unitId,
  name: `Chi bộ ${unitId}`,
  day,
  joint: false,
  cells: { time: '19:00', place: '' },
  ...more,
});

it('proposes the same day of the month for rows still empty', () => {
  const { changes, said } = copyLastMonth(now, [met('a', '2026-10-05'), met('d', '2026-10-06')], '2026-11');
  expect(changes).toEqual([
    { rowId: 'a|', key: 'day', value: '5' },
    { rowId: 'a|', key: 'time', value: '19:00' },
  ]);
  expect(said).toBe('Đã chép 1 dòng của tháng trước làm đề xuất, chưa lưu.');
});

it('leaves the day blank that this month has not, and names what it does not copy', () => {
  const { changes, said } = copyLastMonth(
    now,
    [met('a', '2026-10-31'), met('b', '2026-10-30'), met('b', '2026-10-30'), met('c', '2026-10-05', { joint: true })],
    '2026-11',
  );
  expect(changes.map(({ rowId, key }) => rowId + key)).toEqual(['a|time', 'b|day', 'b|time']);
  expect(said).toContain('để trống ngày: Chi bộ a.');
  expect(said).toContain('Buổi thứ hai trong tháng không chép: Chi bộ b.');
  expect(said).toContain('Buổi họp chung không chép: Chi bộ c.');
});

it('says when there is nothing to copy', () => {
  expect(copyLastMonth(now, [met('d', '2026-10-06'), met('a', '')], '2026-11')).toEqual({
    changes: [],
    said: 'Không có gì để chép: mọi dòng đã có ngày, hoặc tháng trước chưa ghi.',
  });
});
