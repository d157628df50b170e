import { describe, expect, it } from 'vitest';
import { hitsIn, textOf } from './pdfText';

const piece = (str: string, x: number, y: number, hasEOL = false) => ({
  str,
  dir: 'ltr',
  transform: [12, 0, 0, 12, x, y],
  width: str.length * 10,
  height: 12,
  fontName: 'f',
  hasEOL,
});
const page = textOf(
  3,
  { width: 600, height: 800 },
  {
    items: [
      piece('Sổ nhật ký', 100, 700),
      piece(' ', 200, 700),
      piece('dự họp', 210, 700, true),
      piece('quý III', 100, 680),
    ],
  },
);

describe('finding a text on the pages', () => {
  it('ignores accents and knows where the word stands', () => {
    const [hit] = hitsIn([page], 'nhat ky');
    expect(hit?.page).toBe(3);
    expect(hit?.boxes).toHaveLength(1);
    expect(hit?.boxes[0]?.left).toBeCloseTo(130 / 600);
    expect(hit?.boxes[0]?.width).toBeCloseTo(70 / 600);
    expect(hit?.boxes[0]?.top).toBeCloseTo((800 - 700 - 12 * 0.85) / 800);
  });

  it('finds words over pieces and over the end of a line, one box on each', () => {
    expect(hitsIn([page], 'ký dự')[0]?.boxes).toHaveLength(2);
    expect(hitsIn([page], 'họp  quý')[0]?.boxes).toHaveLength(2);
  });

  it('finds every place and nothing for nothing', () => {
    expect(hitsIn([page, { ...page, page: 4 }], 'HỌP').map((each) => each.page)).toEqual([3, 4]);
    expect(hitsIn([page], '  ')).toEqual([]);
    expect(hitsIn([page], 'không có')).toEqual([]);
  });
});
