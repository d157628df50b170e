import './paste.css';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { readFault } from '../lib/fault';
import { shortRefusal } from '../lib/refusedCells';
import { showNumber } from '../lib/text';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Grid, type Change, type GridColumn } from '../ui/Grid';
import { readPasted, rowProblems } from '../ui/gridCells';
import { ChoiceInput } from '../ui/inputs';
import { PageHeader } from '../ui/PageHeader';
import { readPaste } from '../ui/pasted';
import { LeftToSolve } from '../ui/ProblemBar';
import { KeyHint } from '../ui/StatusTag';
import { useTypedAct } from '../ui/typed';
import { useShortcut } from '../ui/useShortcut';
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
  /** Sends the rows to the room; gives what is said of it. */
  save: (rows: Cells[]) => Promise<string>;
  /** Field of a refusal by column where the names differ. */
  fieldOf: Record<string, string>;
  onSaved: (said: string) => void;
  onClose: () => void;
}

const same = (row: Cells) => row;

/** Words of a column of choices as the choice they name. */
const settled = (row: Cells, columns: SheetColumn[]): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([key, text]) => {
      const column = columns.find((each) => each.key === key);
      return [key, column && !column.asked ? readPasted(column as GridColumn, text) : text];
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
  const records = columns.filter((each) => each.asked);
  const open = rows.flatMap((row, nth) =>
    records.flatMap((column) => {
      const text = row[column.key] ?? '';
      return text === '' || known[text] !== undefined ? [] : [{ nth, column, asked: column.asked!(text, row) }];
    }),
  );
  const found = useMeant(
    open.map((each) => each.asked),
    day,
  );
  // What only one record can be meant by is taken, as soon as Go has said so.
  const sure = open.flatMap(({ nth, column, asked }) => {
    const meant = found(asked);
    return meant?.sure ? [{ nth, key: column.key, one: meant.found[0]! }] : [];
  });
  useEffect(() => {
    if (sure.length === 0) return;
    setKnown((all) => ({ ...all, ...Object.fromEntries(sure.map(({ one }) => [one.id, one.label])) }));
    setRows((all) =>
      changeRows(
        all,
        sure.map(({ nth, key, one }) => ({ rowId: String(nth), key, value: one.id })),
      ),
    );
  });

  const grid: GridColumn[] = columns.map(({ asked, like: _, named: __, ...column }) =>
    asked
      ? {
          ...column,
          kind: 'choice',
          options: Object.entries(known).map(([value, label]) => ({ value, label })),
          meant: (text, row) => found(asked(text, row.values)),
        }
      : { ...column, check: (text, row) => (isFilled(row.values) ? column.check?.(text, row) : undefined) },
  );
  const change = (changes: Change[]) => {
    for (const { rowId, key, value } of changes) {
      const asked = columns.find((each) => each.key === key)?.asked;
      const row = rows[Number(rowId)] ?? {};
      const one = asked && found(asked(row[key] ?? '', row))?.found.find((each) => each.id === value);
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
  const lines = toGridRows(rows);
  const filled = lines.filter((row) => isFilled(row.values));
  const left = filled.reduce((sum, row) => sum + Object.keys(rowProblems(grid, row)).length, 0);
  const send = async () => {
    setAsking('');
    setBusy(true);
    setFault(null);
    try {
      props.onSaved(await props.save(filled.map((row) => row.values)));
    } catch (thrown) {
      const refused = readFault(thrown);
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
        {keys.map((key, at) => (
          <label key={at} className="cn-paste-column">
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
      <p role="status" className="cn-soft cn-small">
        {read.said.join(' ')}
      </p>
      <Grid
        label={props.title}
        counted={`dòng ${props.one}`}
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
