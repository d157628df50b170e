import type { Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { rowKey } from '../../ui/rows';

/** One line of the annex while it is typed. */
export interface AnnexRow {
  act: 'giao' | 'thoi';
  kindId: string;
  officer: Picked | null;
  teamId: string;
  target: Picked | null;
  primary: boolean;
  duty: string;
  from: string;
  replace: boolean;
  /** The assignment an end line ends. */
  ended: Picked | null;
  endReason: string;
  endNote: string;
  note: string;
  assignmentId: string;
  /** Pasted words by cell that name nothing for certain yet, and what stood beside them (`post`, `above`). */
  words?: Partial<Record<string, string>>;
}

const blank = (): AnnexRow => ({
  act: 'giao',
  kindId: '',
  officer: null,
  teamId: '',
  target: null,
  primary: true,
  duty: '',
  from: '',
  replace: false,
  ended: null,
  endReason: '',
  endNote: '',
  note: '',
  assignmentId: '',
});

/** A new row goes on as the one before: the same act, kind and day, because an annex lists kind after kind. */
export function rowAfter(before: AnnexRow | undefined, action: string, kindId: string): AnnexRow {
  const act = action === 'ket_thuc' ? 'thoi' : (before?.act ?? 'giao');
  return {
    ...blank(),
    act,
    kindId: before?.kindId || kindId,
    from: before?.from ?? '',
    endReason: act === 'thoi' ? (before?.endReason ?? '') : '',
  };
}

/** Nothing of its own was put into the row: it is not a line of the annex. */
export function isBlank(row: AnnexRow): boolean {
  return (
    row.officer === null &&
    row.teamId === '' &&
    row.target === null &&
    row.ended === null &&
    row.duty.trim() === '' &&
    row.note.trim() === '' &&
    !Object.values(row.words ?? {}).some(Boolean)
  );
}

export function fromLine(line: Go.assignments.AnnexLine): AnnexRow {
  const ends = line.act === 'thoi';
  return {
    ...blank(),
    act: ends ? 'thoi' : 'giao',
    kindId: line.kindId,
    teamId: line.teamId,
    primary: line.primary,
    duty: line.duty,
    from: line.from,
    replace: line.replace,
    officer: line.officerId === '' ? null : { id: line.officerId, name: line.officerName, note: line.post },
    target: line.targetId === '' ? null : { id: line.targetId, name: line.targetLabel },
    ended:
      ends && line.assignmentId !== ''
        ? {
            id: line.assignmentId,
            name: `${line.officerName || line.teamName} – ${line.targetLabel}`,
            note: line.kindName,
          }
        : null,
    endReason: line.endReason,
    endNote: line.endNote,
    note: line.note,
    assignmentId: line.assignmentId,
  };
}

export function toLine(row: AnnexRow): Go.assignments.LineIn {
  const ends = row.act === 'thoi';
  return {
    act: row.act,
    kindId: ends ? '' : row.kindId,
    officerId: ends ? '' : (row.officer?.id ?? ''),
    teamId: ends ? '' : row.teamId,
    targetId: ends ? '' : (row.target?.id ?? ''),
    primary: row.primary,
    duty: row.duty,
    from: row.from,
    replace: !ends && row.replace,
    assignmentId: ends ? (row.ended?.id ?? '') : row.assignmentId,
    endReason: row.endReason,
    endNote: row.endNote,
    note: row.note,
  };
}

/** The errors of each row by its key and field, from "lines.3.targetId". */
export function errorsByRow(rows: AnnexRow[], errors: Record<string, string>): Map<string, Record<string, string>> {
  const out = new Map<string, Record<string, string>>();
  for (const [name, message] of Object.entries(errors)) {
    const found = /^lines\.(\d+)\.(\w+)$/.exec(name);
    const row = found && rows[Number(found[1])];
    if (row) out.set(rowKey(row), { ...out.get(rowKey(row)), [found[2]!]: message });
  }
  return out;
}
