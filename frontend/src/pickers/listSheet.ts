import { isValidElement, type ReactNode } from 'react';
import type { Go } from '../api/client';
import type { ListOnScreen, SheetColumn } from '../ui/listPaper';
import { Second } from '../ui/Second';
import type { Column } from '../ui/tableColumns';

export type How = 'excel' | 'print';

/**
 * What a cell says, in the words that stand in it; a second line follows behind a semicolon. What draws a part of a cell is a
 * plain function: one with hooks cannot be asked for its words, and the column says them by `text`.
 */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (!isValidElement<{ children?: ReactNode }>(node)) return '';
  if (node.type === Second) return textOf(node.props.children).replace(/^(?=.)/s, '; ');
  if (typeof node.type === 'function') return textOf((node.type as (props: object) => ReactNode)(node.props));
  return textOf(node.props.children);
}

const sheetColumn = <T>(column: Column<T>): SheetColumn<T> => ({
  title: column.title,
  free: column.kind === 'text',
  text: (row) => (column.text ? column.text(row) : textOf(column.render(row)).replace(/^; /, '')),
});

/** A list as it goes to Excel, with all that is known of its records, or to the printer, as it stands on the screen. */
export function listSheet<T>(list: ListOnScreen<T>, how: How): Omit<Go.exchange.Sheet, 'guardReason'> {
  const seen = (how === 'print' ? list.columns : list.all).filter((each) => each.kind !== 'act');
  const columns = (how === 'excel' && list.sheet) || seen.map(sheetColumn);
  const whole = how === 'print' ? list.rows : [];
  return {
    title: list.title,
    note: list.said.join('; '),
    columns: columns.map((each) => each.title),
    rows: list.rows.map((row) => columns.map((each) => String(each.text(row) ?? ''))),
    freeText: columns.flatMap((each, at) => (each.free ? [at] : [])),
    kinds: how === 'print' ? seen.map((each) => each.kind) : [],
    totals: whole.length > 0 ? seen.map((each) => textOf(each.total?.(whole)).replace(/^; /, '')) : [],
  };
}
