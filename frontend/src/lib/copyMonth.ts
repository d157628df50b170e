import { daysInMonth } from './days';
import { showNumber } from './text';

/** A row of the month's sheet that may take last month's. */
export interface RowNow {
  id: string;
  unitId: string;
  /** Nothing is stored or typed in it yet. */
  free: boolean;
}

/** A meeting of last month. */
export interface RowBefore {
  unitId: string;
  name: string;
  day: string;
  /** Several units met together: copied, it would become as many meetings. */
  joint: boolean;
  /** What else is proposed, by column. */
  cells: Record<string, string>;
}

const names = (rows: RowBefore[]) =>
  rows
    .slice(0, 5)
    .map((row) => row.name)
    .join(', ') + (rows.length > 5 ? ` và ${rows.length - 5} nơi nữa` : '');

/** Last month's meetings as proposals for this month's empty rows: the same day of the month; whatever is not proposed is named. */
export function copyLastMonth(
  now: RowNow[],
  before: RowBefore[],
  month: string,
): { changes: { rowId: string; key: string; value: string }[]; said: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = daysInMonth(year, number);
  const free = now.filter((row) => row.free);
  const taken = new Set<string>();
  const noDay: RowBefore[] = [];
  const joint: RowBefore[] = [];
  const second: RowBefore[] = [];
  const changes = before
    .filter((row) => row.day !== '')
    .flatMap((row) => {
      const target = free.find((each) => each.unitId === row.unitId);
      if (!target) return [];
      if (row.joint) {
        joint.push(row);
        return [];
      }
      if (taken.has(target.id)) {
        second.push(row);
        return [];
      }
      taken.add(target.id);
      const day = Number(row.day.slice(8));
      if (day > last) noDay.push(row);
      const cells = { ...(day <= last && { day: String(day) }), ...row.cells };
      return Object.entries(cells)
        .filter(([, value]) => value !== '')
        .map(([key, value]) => ({ rowId: target.id, key, value }));
    });
  const said = [
    taken.size === 0
      ? 'Không có gì để chép: mọi dòng đã có ngày, hoặc tháng trước chưa ghi.'
      : `Đã chép ${showNumber(taken.size)} dòng của tháng trước làm đề xuất, chưa lưu.`,
    ...(noDay.length > 0 ? [`Tháng này không có ngày ấy nên để trống ngày: ${names(noDay)}.`] : []),
    ...(second.length > 0 ? [`Buổi thứ hai trong tháng không chép: ${names(second)}.`] : []),
    ...(joint.length > 0 ? [`Buổi họp chung không chép: ${names(joint)}.`] : []),
  ];
  return { changes, said: said.join(' ') };
}
