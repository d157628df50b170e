import { describe, expect, it } from 'vitest';
import { Second } from '../ui/Second';
import { StatusTag } from '../ui/StatusTag';
import type { Column } from '../ui/tableColumns';
import { listSheet, textOf } from './listSheet';

const Drawn = ({ said }: { said: string }) => <b>{said} (mẫu)</b>;

describe('a list as a sheet', () => {
  it.each([
    ['a text', 'Họp chi bộ', 'Họp chi bộ'],
    ['a number', 12, '12'],
    ['nothing', null, ''],
    ['a condition that is false', false, ''],
    ['a state', <StatusTag tone="bad">Vắng</StatusTag>, 'Vắng'],
    ['what a function draws', <Drawn said="Vắng" />, 'Vắng (mẫu)'],
    [
      'a second line',
      <>
        Cán bộ mẫu
        <Second>Bí thư mẫu, {'xã Mẫu'}</Second>
      </>,
      'Cán bộ mẫu; Bí thư mẫu, xã Mẫu',
    ],
    [
      'an empty second line',
      <>
        Cán bộ mẫu<Second>{''}</Second>
      </>,
      'Cán bộ mẫu',
    ],
  ])('says %s', (_, cell, said) => expect(textOf(cell)).toBe(said));
});

describe('what goes out of a list', () => {
  type Row = { name: string; days: number; note: string };
  const columns: Column<Row>[] = [
    { key: 'tick', title: 'Chọn', kind: 'act', render: () => <input type="checkbox" /> },
    { key: 'name', title: 'Tên', kind: 'name', render: (r) => r.name, total: () => 'Cộng' },
    { key: 'days', title: 'Số ngày', kind: 'number', render: (r) => <b>{r.days}</b>, total: (all) => all.length },
    { key: 'note', title: 'Ghi chú', kind: 'text', render: (r) => r.note },
  ];
  const rows = [
    { name: 'Cán bộ mẫu 02', days: 3, note: '' },
    { name: 'Cán bộ mẫu 01', days: 0, note: 'mẫu' },
  ];
  const list = {
    title: 'Danh sách mẫu',
    said: ['Tính đến ngày 30/11/2026', 'Cấp ủy: Ban Thường vụ'],
    columns: columns.slice(0, 3),
    all: columns,
    rows,
  };

  it('prints the columns chosen, in the order chosen, with its totals and what it is narrowed to', () =>
    expect(listSheet(list, 'print')).toEqual({
      title: 'Danh sách mẫu',
      note: 'Tính đến ngày 30/11/2026; Cấp ủy: Ban Thường vụ',
      columns: ['Tên', 'Số ngày'],
      rows: [
        ['Cán bộ mẫu 02', '3'],
        ['Cán bộ mẫu 01', '0'],
      ],
      freeText: [],
      kinds: ['name', 'number'],
      totals: ['Cộng', '2'],
    }));

  it('gives Excel every column, or the sheet of its own, and looks through the sentences', () => {
    expect(listSheet(list, 'excel')).toMatchObject({
      columns: ['Tên', 'Số ngày', 'Ghi chú'],
      freeText: [2],
      totals: [],
    });
    const own = [{ title: 'Ghi chú', free: true, text: (r: Row) => r.note }];
    expect(listSheet({ ...list, sheet: own }, 'excel')).toMatchObject({
      columns: ['Ghi chú'],
      rows: [[''], ['mẫu']],
      freeText: [0],
    });
    expect(listSheet({ ...list, sheet: own }, 'print').columns).toEqual(['Tên', 'Số ngày']);
  });
});
