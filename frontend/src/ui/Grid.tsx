import './grid.css';
import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { composing, ctrl } from '../lib/keys';
import { showNumber } from '../lib/text';
import { CandidateList } from './CandidateList';
import { useCandidates } from './candidates';
import {
  cellProblem,
  isUnclear,
  matchOptions,
  meantOf,
  sheetProblems,
  showCell,
  shownText,
  writeBlock,
  type Change,
  type GridColumn,
  type GridRow,
} from './gridCells';
import { GridOptions } from './GridOptions';
import { ProblemBar, type Problem } from './ProblemBar';
import { StatusTag } from './StatusTag';
import { useTypedInput } from './typed';
import { useColumnWidths } from './useColumnWidths';
import { useGrid } from './useGrid';
import { usePopupPlace } from './usePopupPlace';

export type { Change, GridColumn, GridOption, GridRow } from './gridCells';

interface Props {
  label: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** All changes of one action together: one keystroke, one paste, one undo. */
  onChange: (changes: Change[]) => void;
  /** Sentences from Go by "rowId.key". */
  errors?: Record<string, string>;
  counted: string;
  /** Where a sheet may grow: the id of a row behind the last, counted from 0. Changes of such a row make it. */
  newRow?: (nth: number) => string;
}

/**
 * A sheet to type a month into. The active cell always holds a real text field, so that an input method writes its letters
 * there from the first key on; the text under the cursor is never rewritten, selected or filled in beforehand.
 */
export function Grid({ label, columns, rows, onChange, errors = {}, counted, newRow }: Props) {
  const grid = useGrid({ columns, rows, onChange, newRow });
  const { at, from, to, text, column, row } = grid;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const cell = useRef<HTMLTableCellElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const widths = useColumnWidths(box, columns);
  const inside = useRef(false);
  const [pick, setPick] = useState(0);
  const choosing = text !== null && column?.kind === 'choice';
  const place = usePopupPlace(cell, choosing);
  const offered = choosing && !column.meant ? matchOptions(column.options ?? [], text) : [];
  const unclear = row && column && text === null && isUnclear(column, row) ? meantOf(column, row) : undefined;
  const candidates = useCandidates(unclear?.found ?? [], (one) => grid.choose(one.id));
  const around = usePopupPlace(cell, candidates.open && unclear !== undefined);

  useTypedInput(box, { problem: () => grid.unread, settle: () => void grid.commit() });

  useEffect(() => {
    if (!inside.current) return;
    field.current?.focus({ preventScroll: true });
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at.row, at.column]);

  const move = (down: number, right: number, extend = false) =>
    grid.go({ row: at.row + down, column: at.column + right }, extend);
  const leave = (down: number, right: number) => grid.commit() && move(down, right);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return;
    const editing = text !== null;
    const shift = event.shiftKey && !editing;
    const far = event.ctrlKey ? 1e6 : 1;
    const step = (down: number, elseMove: () => void) => (editing ? leave(down, 0) : elseMove());
    if (unclear && candidates.onKey(event)) setPick(0);
    else if (ctrl(event, 'd')) {
      if (grid.commit()) grid.fillDown();
    } else if (ctrl(event, 'z') && !editing) grid.undo();
    else if (ctrl(event, 'y') && !editing) grid.redo();
    else if (event.key === 'F2' && !editing && grid.typeable)
      grid.setText(column?.kind === 'choice' ? '' : (row?.values[column?.key ?? ''] ?? ''));
    else if (event.altKey && event.key === 'ArrowDown' && column?.kind === 'choice') {
      grid.setText(text ?? '');
      setPick(0);
    } else if (event.altKey) return;
    else if (event.key === 'Escape' && editing) grid.cancel();
    else if (event.key === 'Enter' && choosing && offered.length > 0 && (text !== '' || pick > 0)) {
      grid.choose(offered[Math.min(pick, offered.length - 1)]!.value);
      move(1, 0);
    } else if (event.key === 'Enter') leave(event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'Tab') {
      const edge = event.shiftKey
        ? at.column === columns.findIndex((each) => each.kind !== 'fixed')
        : at.column === columns.length - 1;
      if (edge && (event.shiftKey ? at.row === 0 : at.row === rows.length - 1)) {
        grid.commit();
        return;
      }
      if (!grid.commit()) {
        event.preventDefault();
        return;
      }
      if (edge)
        grid.go(event.shiftKey ? { row: at.row - 1, column: columns.length - 1 } : { row: at.row + 1, column: 0 });
      else move(0, event.shiftKey ? -1 : 1);
    } else if (choosing && event.key === 'ArrowDown') setPick(Math.min(pick + 1, offered.length - 1));
    else if (choosing && event.key === 'ArrowUp') setPick(Math.max(pick - 1, 0));
    else if (event.key === 'ArrowDown') step(1, () => move(far, 0, shift));
    else if (event.key === 'ArrowUp') step(-1, () => move(-far, 0, shift));
    else if (event.key === 'PageDown') step(12, () => move(12, 0, shift));
    else if (event.key === 'PageUp') step(-12, () => move(-12, 0, shift));
    else if (editing) return;
    else if (event.key === 'ArrowLeft') move(0, -far, shift);
    else if (event.key === 'ArrowRight') move(0, far, shift);
    else if (event.key === 'Home') grid.go({ row: event.ctrlKey ? 0 : at.row, column: 0 }, shift);
    else if (event.key === 'End')
      grid.go({ row: event.ctrlKey ? rows.length - 1 : at.row, column: columns.length - 1 }, shift);
    else if (event.key === 'Delete') grid.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPaste = (event: ClipboardEvent) => {
    const block = event.clipboardData.getData('text/plain');
    if (text !== null && !/[\t\n]/.test(block.trim())) return;
    event.preventDefault();
    grid.cancel();
    grid.paste(block);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (text !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(rows, columns, from, to));
  };

  const wrong = (each: GridColumn, line: GridRow) => errors[`${line.id}.${each.key}`] ?? cellProblem(each, line);
  const problems = sheetProblems(rows, columns, wrong);
  const goTo = (problem: Problem) => {
    if (!grid.commit()) return;
    const [id, key] = problem.key.split('\n');
    inside.current = true;
    grid.go({ row: rows.findIndex((line) => line.id === id), column: columns.findIndex((each) => each.key === key) });
    field.current?.focus();
  };
  const problem = grid.said || (row && column ? wrong(column, row) : '') || '';
  return (
    <div
      className="cn-grid"
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        inside.current = false;
        candidates.setOpen(false);
        grid.commit();
      }}
    >
      <ProblemBar
        pasted={grid.pasted}
        problems={problems}
        here={() => `${row?.id}\n${column?.key}`}
        onGo={goTo}
        onUndo={grid.undoPaste}
      />
      <div className="cn-grid-box" ref={box}>
        <table role="grid" aria-label={label}>
          <colgroup>
            {widths.map((width, nth) => (
              <col key={columns[nth]!.key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((each) => (
                <th key={each.key} scope="col" className={each.align === 'right' ? 'cn-num' : undefined}>
                  {each.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line, r) => (
              <tr key={line.id} className={r === at.row ? 'cn-grid-line' : undefined}>
                {columns.map((each, c) => {
                  const here = r === at.row && c === at.column;
                  const chosen = r >= from.row && r <= to.row && c >= from.column && c <= to.column;
                  const bad = wrong(each, line);
                  const option =
                    each.kind === 'choice'
                      ? each.options?.find((one) => one.value === line.values[each.key])
                      : undefined;
                  return (
                    <td
                      key={each.key}
                      title={bad || (each.kind === 'choice' ? undefined : showCell(each, line) || undefined)}
                      ref={here ? cell : undefined}
                      aria-selected={chosen}
                      aria-invalid={bad ? true : undefined}
                      className={`${each.align === 'right' ? 'cn-num ' : ''}${each.kind === 'fixed' || line.locked?.includes(each.key) ? 'cn-grid-fixed ' : ''}${here ? 'cn-grid-here ' : chosen ? 'cn-grid-chosen ' : ''}${!bad ? '' : isUnclear(each, line) ? 'cn-grid-unclear' : 'cn-grid-bad'}`}
                      onMouseDown={(event) => {
                        if (each.kind === 'fixed' || (here && text !== null)) return;
                        event.preventDefault();
                        if (!grid.commit()) return;
                        inside.current = true;
                        grid.go({ row: r, column: c }, event.shiftKey);
                        if (here) field.current?.focus();
                      }}
                      onDoubleClick={() =>
                        here &&
                        grid.typeable &&
                        grid.setText(each.kind === 'choice' ? '' : (line.values[each.key] ?? ''))
                      }
                    >
                      {!(here && text !== null) &&
                        (option?.tone ? (
                          <StatusTag tone={option.tone}>{option.label}</StatusTag>
                        ) : (
                          shownText(each, line, rows[r - 1])
                        ))}
                      {isUnclear(each, line) && !(here && text !== null) && (
                        <span className="cn-grid-tag">? {meantOf(each, line)?.tag}</span>
                      )}
                      {line.below?.[each.key] && <small className="cn-grid-below">{line.below[each.key]}</small>}
                      {here && (
                        <input
                          ref={field}
                          className="cn-grid-field cn-quiet-focus"
                          aria-label={`${line.name}, ${each.title}`}
                          autoComplete="off"
                          spellCheck={false}
                          readOnly={!grid.typeable}
                          value={text ?? ''}
                          onChange={(event) => {
                            setPick(0);
                            grid.setText(event.target.value);
                          }}
                          onKeyDown={onKeyDown}
                          onPaste={onPaste}
                          onCopy={onCopy}
                          data-typed="cell"
                          data-typing={text !== null || undefined}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {columns.some((each) => each.total) && (
            <tfoot>
              <tr>
                {columns.map((each) => (
                  <td key={each.key} className={each.align === 'right' ? 'cn-num' : undefined}>
                    {each.total?.(rows)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <CandidateList
        id={`${listId}-candidates`}
        label={column && row ? `${column.title}, dòng ${at.row + 1}` : ''}
        place={around}
        found={unclear?.found ?? []}
        active={candidates.active}
        onTake={candidates.choose}
      />
      <GridOptions
        label={column?.title ?? ''}
        place={place}
        options={offered}
        active={pick}
        onTake={(value) => {
          grid.choose(value);
          move(1, 0);
        }}
      />
      <div className="cn-table-foot">
        <span>
          {showNumber(rows.length)} {counted}
        </span>
        <span role="status" className={problem ? 'cn-field-error' : undefined}>
          {problem}
        </span>
      </div>
    </div>
  );
}
