import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDrafts, type Draft } from './drafts';
import { useSessionState } from './sessionState';

/** Cells typed and not saved yet, by row and column. */
export type Edits = Record<string, Record<string, string>>;

/**
 * What was typed into one sheet (`name`: which screen; `sheet`: its month, kind, area) and is not saved yet. It stays while one looks at other screens,
 * and a draft of it outlives a crash: it waits to be taken or dropped when the sheet is opened again.
 */
export function useSheetEdits(name: string, sheet: string) {
  const drafts = useDrafts();
  const draftKey = `${name}.${sheet}`;
  const [kept, setKept] = useSessionState<{ sheet: string; edits: Edits }>(`${name}.edits`, { sheet: '', edits: {} });
  const [found, setFound] = useState<{ sheet: string; draft: Draft } | null>(null);
  const mine = kept.sheet === sheet;
  const edits = useMemo(() => (mine ? kept.edits : {}), [mine, kept.edits]);

  useEffect(() => {
    let alive = true;
    void drafts.read(draftKey).then((draft) => alive && setFound(draft && { sheet, draft }));
    return () => {
      alive = false;
    };
  }, [drafts, draftKey, sheet]);

  const change = useCallback(
    (next: Edits) => {
      setKept({ sheet, edits: next });
      setFound(null);
      void drafts.write(draftKey, next);
    },
    [setKept, drafts, draftKey, sheet],
  );
  const clear = useCallback(() => {
    setKept({ sheet: '', edits: {} });
    setFound(null);
    void drafts.clear(draftKey);
  }, [setKept, drafts, draftKey]);

  const waiting = !mine && found?.sheet === sheet ? found.draft : null;
  return { edits, change, clear, waiting, take: () => waiting && change(waiting.values as Edits) };
}
