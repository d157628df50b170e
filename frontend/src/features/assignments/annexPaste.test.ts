import { describe, expect, it } from 'vitest';
import type { Asked } from '../../pickers/matches';
import type { Meant } from '../../ui/candidates';
import { readBlock } from '../../ui/gridCells';
import { pasteBlock } from './annexPaste';
import { rowAfter, type AnnexRow } from './annexRows';
import { annexProblems, unclearErrors } from './annexWords';
import type { Kind } from './queries';

const kind = {
  id: 'k3',
  code: 'A3',
  name: 'Phụ trách ấp',
  verb: 'phụ trách',
  targetTree: 'hanhchinh',
  targetTypes: ['AP'],
} as Kind;
const other = { ...kind, id: 'k4', code: 'A4', name: 'Dự họp', verb: 'dự', targetTypes: ['TO_NDTQ'] };
const found = (...labels: string[]) =>
  labels.map((label) => ({ id: `id ${label}`, label, note: '', reason: 'đúng tên' }));
const register: Record<string, string[]> = {
  'Lê Mẫu Dũng': ['Lê Mẫu Dũng'],
  'Trần Mẫu An': ['Trần Mẫu An (1)', 'Trần Mẫu An (2)'],
  'Ấp 1': ['Ấp 1, xã Mẫu'],
};
let asked: Asked[] = [];
const match = async (words: Asked[]): Promise<Meant[]> => {
  asked = words;
  return words.map(({ text }) => {
    const all = found(...(register[text] ?? []));
    return { sure: all.length === 1, found: all, tag: '', said: all.length === 1 ? '' : `${all.length} ${text}` };
  });
};
const start = () => [rowAfter(undefined, 'phan_cong', 'k3')];
const paste = (text: string, rows: AnnexRow[] = start(), at = 0, cell = 'officer') =>
  pasteBlock(readBlock(text), rows, at, cell, {
    action: 'phan_cong',
    kinds: [kind, other],
    teams: [],
    today: '2026-11-26',
    match,
  });

describe('pasting an annex from a sheet', () => {
  it('takes what is certain in one question, and keeps every other word in its cell', async () => {
    const { rows, said } = await paste('Lê Mẫu Dũng\tẤp 1\tDự họp\r\nTrần Mẫu An\tẤp lạ\t\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      officer: { name: 'Lê Mẫu Dũng' },
      target: { name: 'Ấp 1, xã Mẫu' },
      duty: 'Dự họp',
    });
    expect(rows[1]).toMatchObject({ officer: null, target: null, words: { officer: 'Trần Mẫu An', target: 'Ấp lạ' } });
    expect(asked.map(({ of, text, types }) => [of, text, types])).toEqual([
      ['officer', 'Lê Mẫu Dũng', []],
      ['unit', 'Ấp 1', ['AP']],
      ['officer', 'Trần Mẫu An', []],
      ['unit', 'Ấp lạ', ['AP']],
    ]);
    expect(said).toBe('Đã dán 2 dòng × 3 cột: 1 dòng khớp.');
    // Messages have the numbers of the rows on the screen; saving is refused at these very cells.
    expect(annexProblems(rows, () => undefined).map(({ row, column }) => [row, column])).toEqual([
      [2, 'Cán bộ'],
      [2, 'Đơn vị'],
    ]);
    expect(Object.keys(unclearErrors(rows))).toEqual(['lines.1.officerId', 'lines.1.targetId']);
  });

  it('goes by the headings of a whole annex: numbering, post and commune stand beside the names', async () => {
    const { rows, said } = await paste(
      'STT\tHọ và tên\tChức vụ\tĐịa bàn\tXã\tHình thức\tTừ ngày\tVai\r\n1\tLê Mẫu Dũng\tBí thư\tẤp 1\tXã Mẫu\tA4\t01/12/2026\tPhụ\r\n',
    );
    expect(rows[0]).toMatchObject({
      kindId: 'k4',
      from: '2026-12-01',
      primary: false,
      officer: { name: 'Lê Mẫu Dũng' },
    });
    expect(asked.map(({ text, beside, types }) => [text, beside, types])).toEqual([
      ['Lê Mẫu Dũng', 'Bí thư', []],
      ['Ấp 1', 'Xã Mẫu', ['TO_NDTQ']],
    ]);
    expect(said).toContain('Cột số thứ tự không lấy.');
  });

  it('asks about a day a sheet may have turned round, and never guesses it', async () => {
    const days = async (text: string) => (await paste(`Lê Mẫu Dũng\t${text}`)).rows[0]!;
    expect(await days('01/12/2026')).toMatchObject({ from: '2026-12-01' });
    expect(await days('25/3/26')).toMatchObject({ from: '2026-03-25' });
    expect(await days('5/3/26')).toMatchObject({ from: '', words: { from: '5/3/26' } });
    expect(await days('3/25/2026')).toMatchObject({ from: '', words: { from: '3/25/2026' } });
    expect(await days('31/2/2026')).toMatchObject({ from: '', words: { from: '31/2/2026' } });
  });

  it('says what it wrote over, opens lines as needed and never writes over a line that ends something', async () => {
    const first = { ...start()[0]!, duty: 'cũ' };
    const ends = { ...start()[0]!, act: 'thoi' as const, endNote: 'giữ' };
    const { rows, said } = await paste('Lê Mẫu Dũng\tẤp 1\r\nLê Mẫu Dũng\tẤp 1\r\n', [first, ends]);
    expect(rows.map((row) => row.act)).toEqual(['giao', 'giao', 'thoi']);
    expect(rows[2]!.endNote).toBe('giữ');
    expect(said).toContain('1 dòng đã có được ghi đè.');
  });

  it('names what has no place', async () => {
    expect((await paste('Lê Mẫu Dũng\tẤp 1\tDự họp\tthừa')).said).toContain(
      'Cột thứ 4 không có chỗ ở đây, 1 ô không lấy: “thừa”.',
    );
  });
});
