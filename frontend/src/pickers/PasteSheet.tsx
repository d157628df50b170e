import './paste.css';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { readFault } from '../lib/fault';
import { shortRefusal } from '../lib/refusedCells';
import { showNumber } from '../lib/text';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Grid, type Change, type GridColumn, type GridRow } from '../ui/Grid';
import { readPasted, rowProblems } from '../ui/gridCells';
import { ChoiceInput } from '../ui/inputs';
import { useNotice } from '../ui/notices';
import { PageHeader } from '../ui/PageHeader';
import { readPaste } from '../ui/pasted';
import { LeftToSolve } from '../ui/ProblemBar';
import { KeyHint } from '../ui/StatusTag';
import { useTypedAct } from '../ui/typed';
import { useShortcut } from '../ui/useShortcut';
import { GuardReason } from './GuardReason';
import { useMeant } from './matches';
import {
  changeRows,
  errorsAt,
  isFilled,
  retake,
  rowsFrom,
  toGridRows,
  type Cells,
  type SheetColumn,
} from './pasteRows';

interface Props {
  block: string[][];
  /** "Thêm cán bộ từ khối dán". */
  title: string;
  /** What is counted and added: "cán bộ". */
  one: string;
  columns: SheetColumn[];
  /** The day names are looked up on. */
  day: string;
  /** Records known from the start, by id: the place chosen in the list. */
  known?: Record<string, string>;
  /** Puts what follows from a row's cells into its empty ones. */
  complete?: (row: Cells) => Cells;
  /** A question before saving: namesakes. '' = none. */
  question?: (rows: Cells[]) => Promise<string>;
  /** Sends the rows to the room; `guardReason` is why marked text is kept, '' = it is not. */
  save: (rows: Cells[], guardReason: string) => Promise<Pasted>;
  /** Field of a refusal by column where the names differ. */
  fieldOf: Record<string, string>;
  onClose: () => void;
}

/** What came of the rows: a sentence, and how to take all of them back. */
export interface Pasted {
  said: string;
  undo?: () => Promise<unknown>;
}

const same = (row: Cells) => row;
/** The words of the column may be anything until it is known what they mean. */
const isOpen = (column: SheetColumn) => column.asked !== undefined || column.here !== undefined;

/** Words of a column of choices as the choice they name. */
const settled = (row: Cells, columns: SheetColumn[]): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([key, text]) => {
      const column = columns.find((each) => each.key === key);
      return [key, column && !isOpen(column) ? readPasted(column as GridColumn, text) : text];
    }),
  );

/** A block pasted on a list, as a sheet: what its columns are taken for can be changed, and all its rows are saved together or none. */
export function PasteSheet(props: Props) {
  const { block, columns, day } = props;
  const complete = (row: Cells) => (props.complete ?? same)(settled(row, columns));
  const read = useMemo(() => readPaste(block, columns, columns[0]!.key), [block, columns]);
  const [keys, setKeys] = useState(read.columns);
  const [rows, setRows] = useState<Cells[]>(() => rowsFrom(read, read.columns).map(complete));
  const [known, setKnown] = useState(props.known ?? {});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [asking, setAsking] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const say = useNotice();
  const id = useId();
  const open = rows.flatMap((row, nth) =>
    columns.filter(isOpen).flatMap((column) => {
      const text = row[column.key] ?? '';
      return text === '' || known[text] !== undefined ? [] : [{ nth, column, row, text }];
    }),
  );
  const found = useMeant(
    open.flatMap(({ column, row, text }) => (column.asked ? [column.asked(text, row)] : [])),
    day,
  );
  const meantBy = (column: SheetColumn, text: string, row: Cells) =>
    column.asked ? found(column.asked(text, row)) : column.here?.(text);
  // What only one record can be meant by is taken, as soon as Go has said so.
  const sure = open.flatMap(({ nth, column, row, text }) => {
    const meant = meantBy(column, text, row);
    return meant?.sure ? [{ nth, key: column.key, one: meant.found[0]! }] : [];
  });
  const taken = sure.map(({ nth, key, one }) => `${nth}.${key}.${one.id}`).join(' ');
  const takeSure = useEffectEvent(() => {
    setKnown((all) => ({ ...all, ...Object.fromEntries(sure.map(({ one }) => [one.id, one.label])) }));
    setRows((all) =>
      changeRows(
        all,
        sure.map(({ nth, key, one }) => ({ rowId: String(nth), key, value: one.id })),
      ).map((row) => (isFilled(row) ? complete(row) : row)),
    );
  });
  useEffect(() => {
    if (taken !== '') takeSure();
  }, [taken]);

  const options = Object.entries(known).map(([value, label]) => ({ value, label }));
  // A column the block does not have, and no row needs, takes no room.
  const needed = new Set([
    ...rows.flatMap((row) => Object.keys(row).filter((key) => row[key] !== '')),
    ...Object.keys(errors).map((cell) => cell.slice(cell.indexOf('.') + 1)),
  ]);
  const shown = columns.filter(({ key, named }) => !named || keys.includes(key) || needed.has(key));
  const grid: GridColumn[] = shown.map((column) => ({
    ...column,
    ...(isOpen(column) && {
      kind: 'choice',
      options,
      meant: (text: string, row: GridRow) => meantBy(column, text, row.values),
    }),
    check: (text, row) => (isFilled(row.values) ? column.check?.(text, row) : undefined),
  }));
  const change = (changes: Change[]) => {
    for (const { rowId, key, value } of changes) {
      const column = columns.find((each) => each.key === key);
      const row = rows[Number(rowId)] ?? {};
      const one = column && meantBy(column, row[key] ?? '', row)?.found.find((each) => each.id === value);
      if (one) setKnown((all) => ({ ...all, [one.id]: one.label }));
    }
    setRows((all) => changeRows(all, changes).map((row) => (isFilled(row) ? complete(row) : row)));
    const typed = new Set(changes.map((each) => `${each.rowId}.${each.key}`));
    setErrors((all) => Object.fromEntries(Object.entries(all).filter(([key]) => !typed.has(key))));
  };
  const take = (at: number, to: string) => {
    const other = keys.indexOf(to);
    const next = keys.map((key, nth) => (nth === at ? to : to !== '' && nth === other ? '' : key));
    setRows((all) => retake(all, read, at, keys[at]!, to).map((row) => (isFilled(row) ? complete(row) : row)));
    setKeys(next);
  };
  const places = keys.map((key, at) => ({ id: `column ${at}`, key, at }));
  const lines = toGridRows(rows);
  const filled = lines.filter((row) => isFilled(row.values));
  const left = filled.reduce((sum, row) => sum + Object.keys(rowProblems(grid, row)).length, 0);
  const send = async () => {
    setAsking('');
    setBusy(true);
    setFault(null);
    try {
      const { said, undo } = await props.save(
        filled.map((row) => row.values),
        reason ?? '',
      );
      say.done(said, undo);
      props.onClose();
    } catch (thrown) {
      const refused = readFault(thrown);
      if (refused.fields.guardReason) setReason((before) => before ?? '');
      setFault(shortRefusal(refused));
      setErrors(
        errorsAt(
          refused.fields,
          filled.map((row) => Number(row.id)),
          columns,
          props.fieldOf,
        ),
      );
    } finally {
      setBusy(false);
    }
  };
  const store = useTypedAct(() => {
    if (busy || filled.length === 0 || left > 0) return;
    setBusy(true);
    void (props.question?.(filled.map((row) => row.values)) ?? Promise.resolve(''))
      .then((question) => (question === '' ? send() : setAsking(question)), setFault)
      .finally(() => setBusy(false));
  });
  useShortcut('ctrl+s', store);
  useShortcut('escape', () => setLeaving(true));
  return (
    <div className="cn-page">
      <PageHeader
        title={props.title}
        aside={`${showNumber(filled.length)} dòng`}
        back={{ label: 'Danh sách', onClick: () => setLeaving(true) }}
        sub={
          <>
            Chưa lưu gì cho đến khi nhấn <KeyHint keys="Ctrl+S" />; một dòng bị từ chối thì chưa dòng nào vào sổ
          </>
        }
        actions={
          <>
            <LeftToSolve count={left} />
            <Button type={left === 0 ? 'primary' : 'default'} loading={busy} onClick={store}>
              Thêm {showNumber(filled.length)} {props.one}
            </Button>
          </>
        }
      />
      <div className="cn-paste-columns" role="group" aria-label="Cột của khối dán">
        {places.map(({ id, key, at }) => (
          <label key={id} className="cn-paste-column">
            <span>{read.titles[at] || `Cột ${at + 1}`}</span>
            <ChoiceInput
              ariaLabel={`${read.titles[at] || `Cột ${at + 1}`} là`}
              value={key || 'NONE'}
              onChange={(to) => take(at, to === 'NONE' ? '' : to)}
              options={[
                { value: 'NONE', label: 'Không lấy' },
                ...columns
                  .filter((each) => each.kind !== 'fixed')
                  .map((each) => ({ value: each.key, label: each.title })),
              ]}
            />
          </label>
        ))}
      </div>
      {fault !== null && <ErrorNotice error={fault} />}
      {reason !== null && (
        <div className="cn-row">
          <label htmlFor={id}>Lý do giữ nguyên chữ được nhắc</label>
          <GuardReason id={id} value={reason} onChange={setReason} />
        </div>
      )}
      <p role="status" className="cn-soft cn-small">
        {read.said.join(' ')}
      </p>
      <Grid
        label={props.title}
        counted={props.one}
        columns={grid}
        rows={lines}
        errors={errors}
        onChange={change}
        newRow={(nth) => String(rows.length + nth)}
      />
      {leaving && (
        <ConfirmDialog
          title={`Bỏ ${showNumber(filled.length)} dòng vừa dán?`}
          confirm="Bỏ, về danh sách"
          danger
          onCancel={() => setLeaving(false)}
          onConfirm={props.onClose}
        >
          Chưa dòng nào được lưu. Khối vẫn còn ở tệp Excel để dán lại.
        </ConfirmDialog>
      )}
      {asking !== '' && (
        <ConfirmDialog
          title={`Thêm ${showNumber(filled.length)} ${props.one}?`}
          confirm={`Thêm ${showNumber(filled.length)} ${props.one}`}
          onCancel={() => setAsking('')}
          onConfirm={send}
        >
          {asking}
        </ConfirmDialog>
      )}
    </div>
  );
}
