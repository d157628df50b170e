import { createContext, useContext, type ReactNode } from 'react';
import { showNumber } from '../lib/text';
import type { Column } from './tableColumns';

/** What Excel gets of a record, where that is more than the columns of the screen. */
export interface SheetColumn<T> {
  title: string;
  text: (row: T) => string | number | null | undefined;
  /** People write sentences in it: it is looked through for the data of residents before it leaves. */
  free?: boolean;
}

/** What a list is called in Excel and on paper, and what it is narrowed to. */
export interface ListPaper<T> {
  /** Its label, where not given. */
  title?: string;
  /** The day and the filters it stands for, in words: "Tính đến ngày 30/11/2026", "Cấp ủy: Ban Thường vụ". */
  said?: readonly (string | false | null | undefined)[];
  /** Its sheet in Excel; its own columns, where not given. */
  sheet?: readonly SheetColumn<T>[];
}

/** A list as a person has it on the screen. */
export interface ListOnScreen<T> {
  title: string;
  said: readonly string[];
  sheet?: readonly SheetColumn<T>[];
  /** The columns chosen under "Hiển thị", and all there are. */
  columns: readonly Column<T>[];
  all: readonly Column<T>[];
  /** In the order chosen. */
  rows: T[];
}

/** Draws "Xuất Excel" and "In danh sách" under a list. The kit itself calls nothing: the program hands it in. */
export type ListOutputs = <T>(list: ListOnScreen<T>) => ReactNode;

export const ListOutputsContext = createContext<ListOutputs>(() => null);

export const useListOutputs = () => useContext(ListOutputsContext);

/** "Cấp ủy: Ban Thường vụ", or nothing where the list is not narrowed by it. */
export const saidFilter = (name: string, words: string | null | undefined): string =>
  words ? `${name}: ${words}` : '';

interface Listed<T> {
  label: string;
  columns: Column<T>[];
  of?: number;
  counted: string;
  paper?: ListPaper<T> | null;
}

/** The list as it goes out: where only a part of it is on the screen, that is said. */
export function onScreen<T>(listed: Listed<T>, columns: Column<T>[], rows: T[]): ListOnScreen<T> {
  const { paper, label, of, counted } = listed;
  const part = of !== undefined && of > rows.length && `${showNumber(rows.length)} trên ${showNumber(of)} ${counted}`;
  const said = [...(paper?.said ?? []), part].filter((each): each is string => typeof each === 'string' && each !== '');
  return { title: paper?.title ?? label, said, sheet: paper?.sheet, columns, all: listed.columns, rows };
}
