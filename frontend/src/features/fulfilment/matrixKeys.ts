import type { Matrix } from './queries';

export interface At {
  line: number;
  cell: number;
}

/** Where an arrow leads: left and right along a duty, up and down to the cell of the next duty that covers the same days. */
export function stepAt(matrix: Matrix, at: At, key: string): At | undefined {
  const line = matrix.lines[at.line];
  const here = line?.cells[at.cell];
  if (!line || !here) return undefined;
  const inside = (cell: number) => ({ line: at.line, cell: Math.min(Math.max(cell, 0), line.cells.length - 1) });
  switch (key) {
    case 'ArrowLeft':
      return inside(at.cell - 1);
    case 'ArrowRight':
      return inside(at.cell + 1);
    case 'Home':
      return inside(0);
    case 'End':
      return inside(line.cells.length - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const other = at.line + (key === 'ArrowUp' ? -1 : 1);
      const cells = matrix.lines[other]?.cells;
      if (!cells) return at;
      const middle = (here.fromDay + here.toDay) / 2;
      const found = cells.findIndex((each) => each.fromDay <= middle && middle < each.toDay);
      return { line: other, cell: Math.max(found, 0) };
    }
    default:
      return undefined;
  }
}

/** First days of the twelve months as shares of the year. */
export function monthMarks(year: number, days: number): { month: number; from: number; size: number }[] {
  return Array.from({ length: 12 }, (_, n) => {
    const first = Math.round((Date.UTC(year, n, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
    const next = Math.round((Date.UTC(year, n + 1, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
    return { month: n + 1, from: first / days, size: (next - first) / days };
  });
}
