import { useRef, useState, type RefObject } from 'react';
import { matchWords, useMeant } from '../../pickers/matches';
import type { Meant } from '../../ui/candidates';
import { useDesk } from '../../ui/desk';
import { useNotice } from '../../ui/notices';
import { readFault } from '../../lib/fault';
import { pasteBlock } from './annexPaste';
import type { AnnexRow } from './annexRows';
import { askedOf, meantHere, unclearFields, type WordField } from './annexWords';
import type { Kind, Team } from './queries';

interface Options {
  rows: AnnexRow[];
  latest: RefObject<AnnexRow[]>;
  onChange: (rows: AnnexRow[]) => void;
  action: string;
  kinds: Kind[];
  teams: Team[];
  /** The day names are looked up on; '' = today. */
  day: string;
}

/** Pasting an annex: what it did, taking it back as a whole, and what the words that are still unclear may mean. */
export function useAnnexPaste({ rows, latest, onChange, action, kinds, teams, day }: Options) {
  const { today } = useDesk();
  const say = useNotice();
  const known = { kinds, teams, today };
  const [said, setSaid] = useState('');
  const [before, setBefore] = useState<AnnexRow[] | null>(null);
  const [undone, setUndone] = useState<AnnexRow[] | null>(null);
  const typed = useRef(false);
  const asked = rows.flatMap((row) => unclearFields(row).flatMap((field) => askedOf(row, field, known) ?? []));
  const found = useMeant(asked, day);
  const meantOf = (row: AnnexRow, field: WordField): Meant | undefined => {
    const ask = askedOf(row, field, known);
    return ask ? found(ask) : meantHere(row, field, known);
  };
  const take = async (block: string[][], at: number, cell: string) => {
    const start = latest.current;
    setSaid('Đang dán…');
    try {
      const placed = await pasteBlock(block, start, at, cell, {
        ...known,
        action,
        match: (words) => matchWords(words, day),
      });
      if (latest.current !== start) {
        setSaid('Phụ lục vừa được sửa trong lúc dán nên chưa dán gì; hãy dán lại.');
        return;
      }
      typed.current = false;
      setBefore(start);
      setUndone(null);
      onChange(placed.rows);
      setSaid(placed.said);
    } catch (thrown) {
      setSaid('');
      say.failed(readFault(thrown).message);
    }
  };
  return {
    said,
    take,
    meantOf,
    meantIn: (row: AnnexRow) =>
      Object.fromEntries(unclearFields(row).map((field) => [field, meantOf(row, field)])) as Record<
        string,
        Meant | undefined
      >,
    undo:
      before === null
        ? undefined
        : () => {
            setUndone(latest.current);
            onChange(before);
            setBefore(null);
            setSaid('Đã bỏ khối vừa dán; phụ lục như trước khi dán.');
          },
    redo:
      undone === null
        ? undefined
        : () => {
            setBefore(latest.current);
            onChange(undone);
            setUndone(null);
            setSaid('Đã dán lại.');
          },
    /** Letters typed into a field since the paste: there Ctrl+Z takes those back first. */
    typedSince: () => typed.current,
    onInput: () => {
      typed.current = true;
    },
  };
}
