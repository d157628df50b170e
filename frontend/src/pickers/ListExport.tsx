import { isValidElement, type ReactNode } from 'react';
import { Second } from '../ui/Second';
import type { Column } from '../ui/tableColumns';
import { ExportButton } from './ExportButton';

interface Props<T> {
  /** Heading of the sheet, also its file name. */
  title: string;
  note?: string;
  columns: Column<T>[];
  rows: T[];
}

/** What a cell says, in the words that stand in it; a second line follows behind a semicolon. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (!isValidElement<{ children?: ReactNode }>(node)) return '';
  const said = textOf(node.props.children);
  return node.type === Second && said !== '' ? `; ${said}` : said;
}

/** "Xuất Excel" for a list whose sheet is its own columns. A list with a sheet of its own gives it to ExportButton. */
export function ListExport<T>({ title, note, columns, rows }: Props<T>) {
  return (
    <ExportButton
      title={title}
      note={note}
      rows={rows}
      columns={columns
        .filter((each) => each.kind !== 'act')
        .map((each) => ({
          title: each.title,
          free: each.kind === 'text',
          text: (row: T) => (each.text ? each.text(row) : textOf(each.render(row)).replace(/^; /, '')),
        }))}
    />
  );
}
