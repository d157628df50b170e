import { fold } from '../../lib/text';
import { askOfficer, askUnit, meantDay, type Asked } from '../../pickers/matches';
import type { Picked } from '../../pickers/SearchPicker';
import type { Candidate, Meant } from '../../ui/candidates';
import { rowKey } from '../../ui/rows';
import type { Problem } from '../../ui/ProblemBar';
import type { AnnexRow } from './annexRows';
import type { Kind, Team } from './queries';

/** Cells of a line whose pasted words may name nothing for certain. */
export const wordFields = ['kindId', 'officer', 'target', 'primary', 'from'] as const;
export type WordField = (typeof wordFields)[number];

export const wordTitles: Record<WordField, string> = {
  kindId: 'Hình thức',
  officer: 'Cán bộ',
  target: 'Đơn vị',
  primary: 'Vai',
  from: 'Từ ngày',
};

/** What the words are compared with. */
export interface Known {
  kinds: Kind[];
  teams: Team[];
  today: string;
}

const kindOf = (row: AnnexRow, known: Known) => known.kinds.find((each) => each.id === row.kindId);

/** What Go is asked about a cell; null where the page knows the answers itself. */
export function askedOf(row: AnnexRow, field: WordField, known: Known): Asked | null {
  const text = row.words?.[field] ?? '';
  const kind = kindOf(row, known);
  if (text === '') return null;
  if (field === 'officer' && !kind?.team) return askOfficer(text, row.words?.post);
  if (field === 'target')
    return askUnit(text, {
      beside: row.words?.above ?? '',
      tree: kind?.targetTree ?? '',
      types: kind?.targetTypes ?? [],
      kindId: kind?.id ?? '',
    });
  return null;
}

const one = (id: string, label: string, note = '', reason = ''): Candidate => ({ id, label, note, reason });
const meant = (found: Candidate[], certain: boolean, tag: string, said: string): Meant => ({
  found,
  sure: certain && found.length === 1,
  tag,
  said,
});

/** What the words of a cell mean among what the page knows: kinds, teams, a role, a day. */
export function meantHere(row: AnnexRow, field: WordField, known: Known): Meant {
  const text = row.words?.[field] ?? '';
  const said = fold(text).trim();
  if (field === 'from') return meantDay(text, known.today);
  if (field === 'primary') {
    const roles = [one('chinh', 'Chính'), one('phu', 'Phối hợp')];
    const main = ['chinh', 'x', 'phu trach chinh', 'co'].includes(said);
    const help = ['phu', 'phoi hop', 'ho tro', 'khong'].includes(said);
    if (main || help) return meant([roles[main ? 0 : 1]!], true, '', '');
    return meant(roles, false, 'chọn vai', `“${text}” không rõ là chính hay phối hợp; hãy chọn.`);
  }
  const all =
    field === 'kindId'
      ? known.kinds.map((each) => ({ ...one(each.id, each.name, each.code), names: [each.code, each.name, each.verb] }))
      : known.teams.map((each) => ({ ...one(each.id, each.name), names: [each.name] }));
  const same = all.filter((each) => each.names.some((name) => fold(name) === said));
  if (same.length === 1) return meant(same, true, '', '');
  return meant(
    same.length > 0 ? same : all.slice(0, 9),
    false,
    same.length > 1 ? `${same.length} ${field === 'kindId' ? 'hình thức' : 'tổ'}` : 'chưa có',
    `“${text}” không phải tên ${field === 'kindId' ? 'một hình thức của chủ trương' : 'một tổ đã lập'}; hãy chọn.`,
  );
}

/** The row once the words of a cell are known to mean a record. */
export function takeMeant(row: AnnexRow, field: WordField, found: Candidate, known: Known): Partial<AnnexRow> {
  const words = Object.fromEntries(Object.entries(row.words ?? {}).filter(([name]) => name !== field));
  const picked: Picked = { id: found.id, name: found.label, note: found.note };
  switch (field) {
    case 'kindId':
      return { kindId: found.id, words };
    case 'officer':
      return kindOf(row, known)?.team ? { teamId: found.id, words } : { officer: picked, words };
    case 'target':
      return { target: picked, replace: false, words };
    case 'primary':
      return { primary: found.id === 'chinh', words };
    case 'from':
      return { from: found.id, words };
  }
}

/** The fields of a row that still hold words. */
export const unclearFields = (row: AnnexRow): WordField[] => wordFields.filter((field) => row.words?.[field]);

/** Every cell that is still unclear, by the row's number. */
export function annexProblems(
  rows: AnnexRow[],
  meantOf: (row: AnnexRow, field: WordField) => Meant | undefined,
): Problem[] {
  return rows.flatMap((row, index) =>
    unclearFields(row).map((field) => ({
      key: `${rowKey(row)}.${field}`,
      row: index + 1,
      column: wordTitles[field],
      said: meantOf(row, field)?.said ?? `“${row.words?.[field]}”: đang tìm…`,
    })),
  );
}

/** Cells by the field Go refuses, with their heads. */
const cellOf: Record<string, [cell: string, title: string]> = {
  act: ['act', 'Việc'],
  kindId: ['kindId', wordTitles.kindId],
  officerId: ['officer', wordTitles.officer],
  teamId: ['officer', 'Tổ'],
  targetId: ['target', wordTitles.target],
  primary: ['primary', wordTitles.primary],
  from: ['from', wordTitles.from],
  assignmentId: ['ended', 'Phân công cần kết thúc'],
  endReason: ['endReason', 'Lý do'],
};

/** Every cell that was refused, by the row's number: in the cell itself its message may be cut. */
export const refusedProblems = (rows: AnnexRow[], errorsOf: (row: AnnexRow) => Record<string, string>): Problem[] =>
  rows.flatMap((row, index) =>
    Object.entries(errorsOf(row)).map(([field, said]) => {
      const [cell, column] = cellOf[field] ?? ['duty', 'Nhiệm vụ, ghi chú'];
      const alone = said.replace(`Dòng ${index + 1}: `, '');
      return {
        key: `${rowKey(row)}.${cell}`,
        row: index + 1,
        column,
        said: alone.charAt(0).toUpperCase() + alone.slice(1),
      };
    }),
  );

const errorOf: Record<WordField, string> = {
  kindId: 'kindId',
  officer: 'officerId',
  target: 'targetId',
  primary: 'primary',
  from: 'from',
};

/** Why the lines cannot be saved yet: nothing that was pasted may be left out of what Go keeps. */
export const unclearErrors = (rows: AnnexRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      unclearFields(row).map((field) => [
        `lines.${index}.${errorOf[field]}`,
        `Dòng ${index + 1}: “${row.words?.[field]}” chưa rõ là gì; nhấn Enter để chọn, hoặc sửa lại. Chữ đang gõ vẫn được giữ.`,
      ]),
    ),
  );
