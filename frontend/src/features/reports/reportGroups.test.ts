import { describe, expect, it } from 'vitest';
import type { Go } from '../../api/client';
import { reportGroups } from './reportGroups';

const line = (code: string, title: string, useWord: string, part: Partial<Go.reports.ReportLine> = {}) =>
  ({ code, name: code.toLowerCase(), title, useWord, ...part }) as Go.reports.ReportLine;
const all = [
  line('R20', 'Báo cáo công tác theo dõi, hỗ trợ cơ sở', 'Báo cáo kỳ'),
  line('R2', 'Phụ lục quyết định phân công', 'Phân công', { favourite: true }),
  line('R3', 'Bảng phủ địa bàn', 'Phân công', { lastOn: '2026-11-02' }),
  line('R11', 'Công văn đôn đốc', 'Kiến nghị', { lastOn: '2026-11-20' }),
  line('R10', 'Công văn chuyển kiến nghị', 'Kiến nghị'),
  line('R6', 'Sổ nhật ký dự họp', 'Sổ, hồ sơ', { lastOn: '2026-11-19' }),
  line('R1', 'Sổ theo dõi phân công cán bộ', 'Sổ, hồ sơ', { lastOn: '2026-10-01' }),
];
const told = (text: string) =>
  reportGroups(all, text).map((group) => [group.word, ...group.lines.map((each) => each.code)]);

describe('the list of reports', () => {
  it('has on top what is kept there, then what was printed last; each paper once', () => {
    expect(told('')).toEqual([
      ['Ghim, dùng gần đây', 'R2', 'R11', 'R6', 'R3'],
      ['Báo cáo kỳ', 'R20'],
      ['Kiến nghị', 'R10'],
      ['Sổ, hồ sơ', 'R1'],
    ]);
  });

  it.each([
    ['don doc', ['R11']],
    ['đôn', ['R11']],
    ['doc cong', ['R11']],
    ['r2', ['R2', 'R20']],
    ['kien nghi', ['R10', 'R11']],
    ['phu dia', ['R3']],
  ])('finds by words without accents, in any order: %s', (text, codes) => {
    expect(told(text)[0]?.slice(1).sort()).toEqual([...codes].sort());
  });

  it('has no empty group', () => {
    expect(told('xyz')).toEqual([]);
  });
});
