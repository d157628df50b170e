import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { COUNTS, RATED, percent, rate } from './labels';
import { monthMarks, stepAt } from './matrixKeys';
import type { Cell, Matrix } from './queries';
import { YearMatrix } from './YearMatrix';

const cell = (day: string, outcome: string, word: string): Cell => ({
  day,
  outcome,
  outcomeWord: word,
  meetingId: outcome === 'NOT_RECORDED' ? '' : `m${day}`,
  due: day,
  lunar: '16/5 âl',
  kind: 'GROUP',
  turn: '',
  ruleId: '',
  ruleName: '',
  unitId: '',
  unitLabel: '',
  kindWord: '',
  officerId: '',
  officerName: '',
  teamId: '',
  assignmentId: '',
  held: true,
});
const turn = (
  name: string,
  short: string,
  fromDay: number,
  toDay: number,
  letters: string,
  word: string,
  cells: Cell[],
) => ({ turn: name, short, from: name, to: '', fromDay, toDay, month: 6, half: 0, letters, word, cells });
const tally = {
  substitutedCounted: 0,
  substitutedOnly: 0,
  heldNotRecorded: 0,
  notKnown: 0,
  expected: 2,
  notHeld: 0,
  suspended: 0,
  attended: 1,
  substituted: 0,
  excused: 0,
  absent: 0,
  notRecorded: 1,
  toCome: 0,
  substitutedCounted: 0,
  substitutedOnly: 0,
  heldNotRecorded: 1,
  notKnown: 0,
  done: 1,
  held: 2,
};
const matrix: Matrix = {
  unitId: 'u',
  label: 'Tổ 17',
  year: 2026,
  days: 365,
  letters: [
    { code: 'Đ', word: 'Đã dự' },
    { code: 'V', word: 'Vắng' },
    { code: '?', word: 'Chưa ghi nhận' },
  ],
  lines: [
    {
      ruleId: 'r',
      seriesId: 'r',
      ruleName: 'Họp tổ',
      cadence: 'ngày 16 âm lịch',
      lunar: true,
      officerId: 'o',
      officer: 'Cán bộ mẫu 03',
      tally,
      cells: [
        turn('tháng 4 âm lịch', '4', 136, 165, 'Đ', 'Đã dự', [cell('2026-06-01', 'ATTENDED', 'Đã dự')]),
        turn('tháng 5 âm lịch', '5', 165, 195, '?', 'Chưa ghi nhận', [
          cell('2026-06-30', 'NOT_RECORDED', 'Chưa ghi nhận'),
        ]),
      ],
    },
    {
      ruleId: 's',
      seriesId: 's',
      ruleName: 'Đối thoại',
      cadence: '2 lần, hằng năm',
      lunar: false,
      officerId: '',
      officer: '',
      tally,
      cells: [
        turn('năm 2026', '2026', 0, 365, 'Đ?', 'Đã dự; Chưa ghi nhận', [cell('2026-05-01', 'ATTENDED', 'Đã dự')]),
      ],
    },
  ],
};

describe('the year as a picture', () => {
  it('gives two lunar meetings of one solar month a cell each, opened by keyboard', () => {
    render(
      <MemoryRouter>
        <YearMatrix matrix={matrix} />
      </MemoryRouter>,
    );
    const first = screen.getByRole('button', { name: 'tháng 4 âm lịch: Đã dự' });
    const second = screen.getByRole('button', { name: 'tháng 5 âm lịch: Chưa ghi nhận' });
    expect(first.tabIndex).toBe(0);
    expect(second.tabIndex).toBe(-1);
    expect(parseFloat(second.style.insetInlineStart)).toBeCloseTo(
      parseFloat(first.style.insetInlineStart) + parseFloat(first.style.inlineSize),
      1,
    );
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
    fireEvent.click(second);
    expect(screen.getByRole('link', { name: 'Ghi ở lưới tháng' }).getAttribute('href')).toBe(
      '/nhat-ky/luoi?ky=2026-06&loai=GROUP',
    );
    fireEvent.keyDown(second, { key: 'Escape' });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByLabelText('Chú thích').textContent).not.toContain('vắng');
  });

  it('goes up and down to the cell over the same days', () => {
    expect(stepAt(matrix, { line: 0, cell: 1 }, 'ArrowDown')).toEqual({ line: 1, cell: 0 });
    expect(stepAt(matrix, { line: 1, cell: 0 }, 'ArrowUp')).toEqual({ line: 0, cell: 1 });
    expect(stepAt(matrix, { line: 1, cell: 0 }, 'ArrowDown')).toEqual({ line: 1, cell: 0 });
    expect(stepAt(matrix, { line: 0, cell: 0 }, 'ArrowLeft')).toEqual({ line: 0, cell: 0 });
    expect(stepAt(matrix, { line: 0, cell: 0 }, 'x')).toBeUndefined();
  });

  it('lays twelve months over the whole year, leap or not', () => {
    for (const [year, days] of [
      [2026, 365],
      [2028, 366],
    ] as const) {
      const marks = monthMarks(year, days);
      expect(marks[0]!.from).toBe(0);
      expect(marks[11]!.from + marks[11]!.size).toBeCloseTo(1, 9);
    }
  });
});

describe('numbers', () => {
  it('never stand without their denominator', () => {
    expect([rate(18, 20), rate(0, 3), rate(0, 0), percent(2, 3), percent(1, 2), percent(0, 0), percent(3, 3)]).toEqual([
      '18/20',
      '0/3',
      '–',
      '66,7 %',
      '50 %',
      '',
      '100 %',
    ]);
  });

  it('open exactly what they count: "phải dự" is the five others together', () => {
    const owed = COUNTS.find((each) => each.key === 'expected')!.outcomes;
    expect(owed).toEqual([...new Set(RATED.slice(1).flatMap((each) => each.outcomes))]);
    expect(RATED.slice(1)).toHaveLength(7);
  });
});
