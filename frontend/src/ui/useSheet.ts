import { useMemo, useState } from 'react';
import { readFault } from '../lib/fault';
import { shortRefusal, unreadableCells } from '../lib/refusedCells';
import { nfc, showNumber } from '../lib/text';
import type { Change, GridColumn, GridRow } from './Grid';
import { rowProblems } from './gridCells';
import { useNotice } from './notices';
import { useTypedAct } from './typed';
import { useSheetEdits, type Edits } from './useSheetEdits';
import { useShortcut } from './useShortcut';

interface Options<Line> {
  /** The screen: "activities.grid". */
  name: string;
  /** Which of its sheets is shown: month, kind, area. */
  sheet: string;
  /** Every row of the sheet as it is stored. */
  rows: GridRow[];
  columns: GridColumn[];
  writes: boolean;
  /** Takes changes into what was typed; may put a readable text in order. */
  apply: (edits: Edits, changes: Change[]) => Edits;
  /** What Go is to store for a row; cells that cannot be read are named with the reason. */
  read: (rowId: string, cells: Record<string, string>) => { line: Line; wrong: Record<string, string> };
  save: (lines: Line[], guardReason: string) => Promise<{ saved: number; notices: string[] }>;
}

/** A table that is typed into and saved as a whole with Ctrl+S: of its rows only those that were changed. */
export interface Sheet {
  /** The stored rows with what was typed over them. */
  rows: GridRow[];
  /** Rows that differ from what is stored. */
  changed: ReadonlySet<string>;
  /** Cells of changed rows that cannot be saved as they are. */
  unclear: number;
  /** Sentences by "<row>.<column>". */
  errors: Record<string, string>;
  fault: unknown;
  /** Why text that looks like a person's data stays; null until Go asks, '' = not said. */
  reason: string | null;
  setReason: (code: string) => void;
  change: (changes: Change[]) => void;
  /** Puts proposals into the sheet; they can be taken back together until the sheet is saved. */
  propose: (changes: Change[], said: string) => void;
  /** What was proposed; `undo` puts back what stood in those cells. */
  proposal: { said: string; undo?: () => void } | null;
  save: () => void;
  saving: boolean;
  /** Shows another sheet, once the person agreed to lose what is typed in this one. */
  leaveFor: (go: () => void) => void;
  /** The question whether to leave is open. */
  leaving: boolean;
  stay: () => void;
  leave: () => void;
  /** A draft of this sheet is waiting: take or drop it. */
  draftWaiting: boolean;
  takeDraft: () => void;
  dropDraft: () => void;
}

export function useSheet<Line>({
  name,
  sheet,
  rows: stored,
  columns,
  writes,
  apply,
  read,
  save,
}: Options<Line>): Sheet {
  const say = useNotice();
  const { edits, change, clear, waiting, take } = useSheetEdits(name, sheet);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [proposed, setProposed] = useState<{ sheet: string; said: string; back: Change[] } | null>(null);
  const [going, setGoing] = useState<(() => void) | null>(null);

  const rows = useMemo(
    () => stored.map((row) => (edits[row.id] ? { ...row, values: { ...row.values, ...edits[row.id] } } : row)),
    [stored, edits],
  );
  const touched = rows.filter((row, at) =>
    Object.entries(stored[at]!.values).some(([key, was]) => row.values[key] !== was),
  );

  const store = async () => {
    if (!writes || saving) return;
    if (touched.length === 0) {
      say.done('Chưa có gì để lưu.');
      return;
    }
    const lines = touched.map((row) => {
      const { line, wrong } = read(row.id, row.values);
      return { id: row.id, line, wrong: { ...rowProblems(columns, row), ...wrong } };
    });
    const wrong = Object.fromEntries(
      lines.flatMap((each) => Object.entries(each.wrong).map(([key, text]) => [`${each.id}.${key}`, text])),
    );
    const readable = Object.keys(wrong).length === 0;
    setErrors(wrong);
    setFault(readable ? null : unreadableCells(wrong));
    if (!readable) return;
    setSaving(true);
    try {
      const result = await save(
        lines.map((each) => each.line),
        reason ?? '',
      );
      setReason(null);
      setProposed(null);
      clear();
      say.done([`Đã lưu ${showNumber(result.saved)} dòng.`, ...result.notices].join(' '));
    } catch (thrown) {
      const refused = readFault(thrown);
      setFault(shortRefusal(refused));
      if (refused.fields.guardReason) setReason((before) => before ?? '');
      // Go names a cell "rows.<place among the rows sent>.<column>".
      setErrors(
        Object.fromEntries(
          Object.entries(refused.fields).flatMap(([path, text]) => {
            const [, place, column] = path.split('.');
            const row = lines[Number(place)];
            return row && column ? [[`${row.id}.${column}`, text]] : [];
          }),
        ),
      );
    } finally {
      setSaving(false);
    }
  };
  const put = (changes: Change[]) => {
    change(
      apply(
        edits,
        changes.map((each) => ({ ...each, value: nfc(each.value) })),
      ),
    );
    const typed = new Set(changes.map((each) => `${each.rowId}.${each.key}`));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !typed.has(key))));
  };
  const saveTyped = useTypedAct(() => void store());
  useShortcut('ctrl+s', writes && saveTyped);

  return {
    rows,
    changed: new Set(touched.map((row) => row.id)),
    unclear: touched.reduce((sum, row) => sum + Object.keys(rowProblems(columns, row)).length, 0),
    errors,
    fault,
    reason,
    setReason,
    change: put,
    propose: (changes, said) => {
      const valueOf = ({ rowId, key }: Change) => rows.find((row) => row.id === rowId)?.values[key] ?? '';
      setProposed({ sheet, said, back: changes.map((each) => ({ ...each, value: valueOf(each) })) });
      if (changes.length > 0) put(changes);
    },
    proposal:
      proposed?.sheet !== sheet
        ? null
        : {
            said: proposed.said,
            undo:
              proposed.back.length === 0
                ? undefined
                : () => {
                    put(proposed.back);
                    setProposed(null);
                  },
          },
    save: saveTyped,
    saving,
    leaveFor: (go) => (touched.length > 0 ? setGoing(() => go) : go()),
    leaving: going !== null,
    stay: () => setGoing(null),
    leave: () => {
      clear();
      setErrors({});
      setFault(null);
      going?.();
      setGoing(null);
    },
    draftWaiting: writes && waiting !== null,
    takeDraft: take,
    dropDraft: clear,
  };
}
