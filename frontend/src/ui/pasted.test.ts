import { describe, expect, it } from 'vitest';
import { readBlock } from './gridCells';
import { readPaste, type PasteColumn } from './pasted';

const columns: PasteColumn[] = [
  { key: 'who', title: 'Cán bộ', words: ['ho va ten', 'ho ten'] },
  { key: 'post', title: 'Chức vụ', named: true },
  { key: 'where', title: 'Địa bàn', words: ['don vi'] },
  { key: 'from', title: 'Từ ngày', like: (text) => /^\d+\/\d+\/\d+$/.test(text) },
  { key: 'duty', title: 'Nhiệm vụ' },
];
const read = (text: string, first = 'who') => readPaste(readBlock(text), columns, first);

describe('a block from a sheet', () => {
  it('is taken by its headings, wherever they stand, and says so', () => {
    const got = read('PHỤ LỤC\t\t\r\nSTT\tĐƠN VỊ\tHọ và\u00a0tên\tChức vụ\r\n1\tẤp 1\tLê Mẫu An\tBí thư\r\n');
    expect(got.rows).toEqual([{ cells: { where: 'Ấp 1', who: 'Lê Mẫu An', post: 'Bí thư' } }]);
    expect(got.said).toEqual([
      'Đã nhận ra dòng tiêu đề, không tính là một dòng.',
      'Chữ phía trên tiêu đề không lấy: “PHỤ LỤC”.',
      'Cột số thứ tự không lấy.',
    ]);
  });

  it('without headings is taken by what stands in it, then by its order', () => {
    const got = read('1\tLê Mẫu An\t01/12/2026\tẤp 1\tDự họp\r\n2\tLê Mẫu Bình\t\tẤp 2\t\r\n');
    expect(got.rows).toEqual([
      { cells: { who: 'Lê Mẫu An', from: '01/12/2026', where: 'Ấp 1', duty: 'Dự họp' } },
      { cells: { who: 'Lê Mẫu Bình', where: 'Ấp 2' } },
    ]);
    expect(read('Ấp 1\tDự họp', 'where').rows).toEqual([{ cells: { where: 'Ấp 1', duty: 'Dự họp' } }]);
  });

  it('keeps a quoted cell with a line break as one cell, and empty lines are no rows', () => {
    const got = read('"Lê Mẫu\r\nAn"\t"Ấp ""Mới"""\r\n\t\r\nLê Mẫu Bình\tẤp 2');
    expect(got.rows.map((row) => row.cells.who)).toEqual(['Lê Mẫu An', 'Lê Mẫu Bình']);
    expect(got.rows[0]!.cells.where).toBe('Ấp "Mới"');
  });

  it('names the columns that have no place', () => {
    expect(read('An\tẤp 1\tDự họp\tthừa một\r\nBình\tẤp 2\t\tthừa hai').said).toEqual([
      'Cột thứ 4 không có chỗ ở đây, 2 ô không lấy: “thừa một”, “thừa hai”.',
    ]);
    expect(read('Họ tên\tQuê quán\tĐơn vị\r\nAn\tMẫu\tẤp 1').said).toContain(
      'Cột “Quê quán” không có chỗ ở đây, 1 ô không lấy: “Mẫu”.',
    );
  });

  it('a number in a column is data, not a heading or a numbering, when it stands alone or does not count on', () => {
    expect(read('5\r\n7').rows.map((row) => row.cells.who)).toEqual(['5', '7']);
    expect(read('1\tẤp 1\r\n3\tẤp 2').rows[0]!.cells).toEqual({ who: '1', where: 'Ấp 1' });
  });
});
