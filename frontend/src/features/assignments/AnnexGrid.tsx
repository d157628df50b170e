import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { composing, ctrl } from '../../lib/keys';
import { readBlock } from '../../ui/gridCells';
import { ProblemBar } from '../../ui/ProblemBar';
import { changeRow, rowKey } from '../../ui/rows';
import { KeyHint } from '../../ui/StatusTag';
import { AnnexHeads } from './AnnexHeads';
import { AnnexLine } from './AnnexLine';
import { annexProblems, refusedProblems, unclearFields } from './annexWords';
import { errorsByRow, isBlank, rowAfter, type AnnexRow } from './annexRows';
import { useAnnexPaste } from './useAnnexPaste';
import type { Kind, Team } from './queries';

interface Props {
  rows: AnnexRow[];
  onChange: (rows: AnnexRow[]) => void;
  errors: Record<string, string>;
  /** Counts refused saves: each one shows its messages afresh. */
  refusals: number;
  action: string;
  kinds: Kind[];
  teams: Team[];
  reasons: { value: string; label: string }[];
  /** The decision's day: what an empty "Từ ngày" means. */
  effective: string;
}

const stops = 'input:not([disabled]), textarea:not([disabled])';

/**
 * The annex, typed by keyboard alone: Enter goes to the next cell and, behind the last one, opens a new line that goes on as
 * the one before; Ctrl+Enter opens a line anywhere, Ctrl+D takes the cell above, Ctrl+↑ ↓ stay in the column.
 */
export function AnnexGrid({ rows, onChange, errors, refusals, action, kinds, teams, reasons, effective }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ key: string; field: string } | null>(null);
  const [edited, setEdited] = useState<{ refusals: number; cells: ReadonlySet<string> }>({
    refusals,
    cells: new Set(),
  });
  const latest = useRef(rows);
  const paste = useAnnexPaste({ rows, latest, onChange, action, kinds, teams, day: effective });
  useEffect(() => {
    latest.current = rows;
    const target = wanted.current;
    if (!target) return;
    wanted.current = null;
    enter(box.current?.querySelector(`[data-line="${target.key}"] ${target.field}`)?.querySelector<HTMLElement>(stops));
  });
  const change = useCallback(
    (key: string, part: Partial<AnnexRow>) => {
      onChange(latest.current.map((row) => (rowKey(row) === key ? changeRow(row, part) : row)));
      setEdited((before) => ({
        refusals,
        cells: new Set([
          ...(before.refusals === refusals ? before.cells : []),
          ...Object.keys(part).map((field) => `${key}.${field}`),
        ]),
      }));
    },
    [onChange, refusals],
  );
  const add = () => {
    const row = rowAfter(rows.at(-1), action, kinds[0]?.id ?? '');
    wanted.current = { key: rowKey(row), field: row.act === 'thoi' ? '[data-cell=ended]' : '[data-cell=officer]' };
    onChange([...rows, row]);
  };
  const remove = useCallback(
    (key: string) => onChange(latest.current.filter((row) => rowKey(row) !== key)),
    [onChange],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('[data-line]');
    const cell = target.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '';
    const at = rows.findIndex((row) => rowKey(row) === line?.dataset.line);
    if (ctrl(event, 'Enter')) add();
    else if (at < 0) return;
    else if (ctrl(event, 'd')) {
      const above = rows[at - 1];
      if (above && cell !== '')
        change(rowKey(rows[at]!), { [cell]: above[cell as keyof AnnexRow] } as Partial<AnnexRow>);
    } else if (ctrl(event, 'z') && paste.undo && !paste.typedSince()) paste.undo();
    else if (ctrl(event, 'y') && paste.redo) paste.redo();
    else if (event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const other = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (other)
        enter(
          box.current
            ?.querySelector(`[data-line="${rowKey(other)}"] [data-cell=${cell}]`)
            ?.querySelector<HTMLElement>(stops),
        );
    } else if (event.key === 'Enter' && !event.ctrlKey && target.tagName === 'INPUT') {
      const all = [...(line?.querySelectorAll<HTMLElement>(stops) ?? [])];
      const following = all[all.indexOf(target) + 1];
      if (following) enter(following);
      else if (at < rows.length - 1)
        enter(
          box.current
            ?.querySelector(
              `[data-line="${rowKey(rows[at + 1]!)}"] [data-cell=officer], [data-line="${rowKey(rows[at + 1]!)}"] [data-cell=ended]`,
            )
            ?.querySelector<HTMLElement>(stops),
        );
      else add();
    } else return;
    event.preventDefault();
  };

  const spotOf = (node: Element | null) => {
    const key = node?.closest<HTMLElement>('[data-line]')?.dataset.line;
    return { key, cell: node?.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '' };
  };
  const goTo = (spot: string) => {
    const [key = '', cell = ''] = spot.split('.');
    enter(box.current?.querySelector(`[data-line="${key}"] [data-cell=${cell}]`)?.querySelector<HTMLElement>(stops));
  };
  const onPaste = (event: ClipboardEvent) => {
    const spot = spotOf(event.target as HTMLElement);
    const at = rows.findIndex((row) => rowKey(row) === spot.key);
    const block = readBlock(event.clipboardData.getData('text/plain'));
    // One cell of text is ordinary pasting into a field.
    if (at < 0 || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    void paste.take(block, at, spot.cell);
  };
  // Words that go away take their input with them: the focus goes to the field that follows them.
  const settle = useCallback(
    (key: string, cell: string, part: Partial<AnnexRow>) => {
      const field = box.current?.querySelector(`[data-line="${key}"] [data-cell=${cell}]`);
      if (field?.contains(document.activeElement)) wanted.current = { key, field: `[data-cell=${cell}]` };
      change(key, part);
    },
    [change],
  );

  const unclear = annexProblems(rows, paste.meantOf);
  const bad = errorsByRow(rows, errors);
  const shownOf = (row: AnnexRow) =>
    visible(bad.get(rowKey(row)), rowKey(row), edited.refusals === refusals ? edited.cells : null);
  const refused = refusedProblems(rows, shownOf).filter(({ key }) => !unclear.some((each) => each.key === key));
  const filled = rows.filter((row) => !isBlank(row)).length;
  return (
    <div ref={box} onKeyDown={onKeyDown} onPaste={onPaste} onInput={paste.onInput} className="cn-annex">
      <ProblemBar
        pasted={paste.said}
        problems={[...unclear, ...refused]}
        here={() => {
          const { key, cell } = spotOf(document.activeElement);
          return `${key}.${cell}`;
        }}
        onGo={(problem) => goTo(problem.key)}
        onUndo={paste.undo}
        onRedo={paste.redo}
      />
      {rows.length > 0 && <AnnexHeads action={action} />}
      {rows.map((row, index) => (
        <AnnexLine
          key={rowKey(row)}
          row={row}
          number={index + 1}
          action={action}
          kinds={kinds}
          teams={teams}
          reasons={reasons}
          effective={effective}
          onChange={change}
          onRemove={remove}
          meant={unclearFields(row).length === 0 ? undefined : paste.meantIn(row)}
          onSettle={settle}
          errors={shownOf(row)}
        />
      ))}
      <div className="cn-annex-foot">
        <Button onClick={add}>Thêm dòng</Button>
        <span className="cn-soft cn-small">
          <KeyHint keys="Enter" /> ô sau, hết dòng thì mở dòng mới · <KeyHint keys="Ctrl+D" /> lấy ô trên ·{' '}
          <KeyHint keys="Ctrl+↑ ↓" /> cùng cột · dán được phụ lục từ Excel · {filled} dòng
        </span>
      </div>
    </div>
  );
}

/** Goes into a cell as Tab does: what stands there is selected, so that typing replaces it. */
function enter(cell: HTMLElement | null | undefined) {
  cell?.focus();
  if (cell instanceof HTMLInputElement && cell.type !== 'checkbox') cell.select();
}

const none: Record<string, string> = {};
const fieldOf: Record<string, string> = { officerId: 'officer', targetId: 'target', assignmentId: 'ended' };

/** A message goes once its cell was changed; the next save says whether it is right now. */
function visible(
  errors: Record<string, string> | undefined,
  key: string,
  edited: ReadonlySet<string> | null,
): Record<string, string> {
  if (!errors) return none;
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => !edited?.has(`${key}.${fieldOf[field] ?? field}`)),
  );
}
