import './activities.css';
import { Button } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { AppError, readFault, type Go } from '../../api/client';
import { periodOf } from '../../lib/periods';
import { nfc, showNumber } from '../../lib/text';
import { GuardReason } from '../../pickers/GuardReason';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Grid, type Change } from '../../ui/Grid';
import { ChoiceInput } from '../../ui/inputs';
import { useKept } from '../../ui/kept';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint } from '../../ui/StatusTag';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { applyChanges, columnsOf, fromCells, outcomeTotals, rowKey, sharedNames, toCells } from './gridRows';
import { OUTCOME_CODES } from './labels';
import { useMonthGrid, useSaveGrid, useWords } from './queries';
import { useGridEdits } from './useGridEdits';

/** "Đ đã dự, P vắng có phép, V vắng, K không tổ chức": the letters typed most. */
const codes = (outcomes: Go.store.Word[] | undefined) =>
  (outcomes ?? [])
    .filter((each) => ['Đ', 'P', 'V', 'K'].includes(OUTCOME_CODES[each.code] ?? ''))
    .map((each) => `${OUTCOME_CODES[each.code]} ${each.word.toLowerCase()}`)
    .join(', ');

/** A refused sheet may have a wrong cell in every row: the first three are said, the rest stand in their cells. */
function inShort(thrown: unknown): AppError {
  const fault = readFault(thrown);
  const said = Object.values(fault.fields);
  return new AppError(
    said.length <= 3
      ? fault
      : { ...fault, message: `Còn ${said.length} ô cần sửa, viền đỏ trong lưới. ${said.slice(0, 3).join(' ')}` },
  );
}

/** Lưới tháng: a month of one kind of meeting, typed like a sheet. Nothing is stored until Ctrl+S, and an empty row never is. */
export function MonthGridPage() {
  const { asOf, today, can } = useDesk();
  const say = useNotice();
  const navigate = useNavigate();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [month, setMonth] = useKept('activities.grid.month', periodOf('MONTH', asOf));
  const [kind, setKind] = useKept('activities.grid.kind', 'CELL_REGULAR');
  const [under, setUnder] = useKept<Picked | null>('activities.grid.under', null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  // Asked for once a text looks like a person's data; '' = not said.
  const [reason, setReason] = useState<string | null>(null);
  const [leave, setLeave] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (params.size === 0) return;
    if (params.get('ky')) setMonth(params.get('ky')!);
    if (params.get('loai')) setKind(params.get('loai')!);
    setParams({}, { replace: true });
  }, [params, setParams, setMonth, setKind]);

  const filter = { month, kind, underId: under?.id ?? '' };
  const { edits, change: keep, clear, waiting, take } = useGridEdits([month, kind, under?.id ?? ''].join('.'));
  const words = useWords().data;
  const grid = useMonthGrid(filter);
  const save = useSaveGrid();
  const writes = can('activities.SaveGrid');

  const stored = useMemo(() => new Map((grid.data?.rows ?? []).map((row) => [rowKey(row), row])), [grid.data]);
  const twice = useMemo(() => sharedNames([...stored.values()]), [stored]);
  const rows = useMemo(
    () =>
      [...stored.values()].map((row) => {
        const cells = toCells(row, twice.has(row.unitName));
        const mine = edits[cells.id];
        return mine
          ? { ...cells, values: { ...cells.values, ...mine } }
          : writes
            ? cells
            : { ...cells, locked: ['day', 'outcome', 'present', 'total', 'contribution', 'note'] };
      }),
    [stored, edits, writes, twice],
  );
  const columns = useMemo(() => columnsOf(words?.outcomes ?? [], month, today), [words, month, today]);
  const touched = rows.filter(
    (row) =>
      edits[row.id] &&
      Object.entries(toCells(stored.get(row.id)!, twice.has(row.name)).values).some(
        ([key, value]) => row.values[key] !== value,
      ),
  );

  const change = (changes: Change[]) => {
    keep(
      applyChanges(
        edits,
        changes.map((each) => ({ ...each, value: nfc(each.value) })),
        month,
        today,
      ),
    );
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([key]) => !changes.some((each) => key === `${each.rowId}.${each.key}`)),
      ),
    );
  };
  const store = async () => {
    if (!writes || save.isPending) return;
    if (touched.length === 0) {
      say.done('Chưa có gì để lưu.');
      return;
    }
    const read = touched.map((row) => ({ id: row.id, ...fromCells(stored.get(row.id)!, row.values, month, today) }));
    const wrong = Object.fromEntries(
      read.flatMap((each) => Object.entries(each.wrong).map(([key, text]) => [`${each.id}.${key}`, text])),
    );
    setErrors(wrong);
    setFault(null);
    if (Object.keys(wrong).length > 0) return;
    try {
      const saved = await save.mutateAsync({ filter, rows: read.map((each) => each.row), guardReason: reason ?? '' });
      setReason(null);
      clear();
      say.done([`Đã lưu ${showNumber(saved.saved)} dòng.`, ...saved.notices].join(' '));
    } catch (thrown) {
      setFault(inShort(thrown));
      if (readFault(thrown).fields.guardReason) setReason((before) => before ?? '');
      setErrors(
        Object.fromEntries(
          Object.entries(readFault(thrown).fields).map(([path, text]) => {
            const [, index, cell] = path.split('.');
            return [`${read[Number(index)]?.id}.${cell}`, text];
          }),
        ),
      );
    }
  };
  const storeTyped = useTypedAct(() => void store());
  useShortcut('ctrl+s', storeTyped);
  const before = (go: () => void) => (touched.length > 0 ? setLeave(() => go) : go());

  return (
    <div className="cn-page">
      <PageHeader
        title={grid.data ? `Lưới ${grid.data.label}` : 'Lưới tháng'}
        aside={grid.data?.word}
        back={{ label: 'Nhật ký', onClick: () => void navigate('/nhat-ky') }}
        sub={
          <>
            Gõ {codes(words?.outcomes)} · <KeyHint keys="Ctrl+D" /> điền xuống · <KeyHint keys="Ctrl+S" /> lưu
          </>
        }
        actions={
          writes && (
            <Button type="primary" loading={save.isPending} onClick={storeTyped}>
              {touched.length === 0 ? 'Chưa có gì để lưu' : `Lưu ${touched.length} dòng`}
            </Button>
          )
        }
      />
      <div className="cn-filters cn-filters-low">
        <div>
          <label htmlFor={`${id}-month`}>Tháng</label>
          <PeriodPicker
            id={`${id}-month`}
            kinds={['MONTH']}
            value={month}
            onChange={(next) => before(() => setMonth(next))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>Loại cuộc họp</label>
          <ChoiceInput
            id={`${id}-kind`}
            value={kind}
            options={(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word }))}
            onChange={(next) => before(() => setKind(next))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-under`}>Thuộc</label>
          <UnitPicker
            id={`${id}-under`}
            value={under}
            placeholder="Toàn bộ"
            onChange={(next) => before(() => setUnder(next))}
          />
        </div>
      </div>
      {grid.error ? <ErrorNotice error={grid.error} onRetry={() => void grid.refetch()} /> : null}
      {fault !== null && <ErrorNotice error={fault} />}
      {reason !== null && (
        <div className="cn-row">
          <label htmlFor={`${id}-reason`}>Lý do giữ nguyên chữ được nhắc</label>
          <GuardReason id={`${id}-reason`} value={reason} onChange={setReason} />
        </div>
      )}
      {waiting && writes && (
        <div className="cn-draft" role="status">
          <span className="cn-grow">Có những ô đã gõ mà chưa lưu ở lưới này.</span>
          <Button onClick={take}>Dùng lại</Button>
          <Button onClick={clear}>Bỏ</Button>
        </div>
      )}
      {grid.data && grid.data.tooMany > 0 && (
        <EmptyState title={`Có ${showNumber(grid.data.tooMany)} đơn vị, quá nhiều cho một lưới`}>
          Chọn một địa bàn hoặc đảng bộ ở trên để nhập từng nơi.
        </EmptyState>
      )}
      {grid.data && grid.data.tooMany === 0 && rows.length === 0 && (
        <EmptyState title="Chưa có đơn vị nào tổ chức loại họp này">
          Nhập danh sách đơn vị ở mục Địa bàn, hoặc chọn loại họp khác.
        </EmptyState>
      )}
      {rows.length > 0 && words && (
        <div className="cn-month">
          <Grid
            label={`${grid.data?.word}, ${grid.data?.label}`}
            counted={`dòng: ${outcomeTotals(rows, words.outcomes)}`}
            columns={columns}
            rows={rows}
            errors={errors}
            onChange={change}
          />
        </div>
      )}
      {writes && rows.length > 0 && <SecretNotice />}
      {leave && (
        <ConfirmDialog
          title={`Bỏ ${touched.length} dòng chưa lưu?`}
          confirm="Bỏ, chuyển lưới"
          danger
          onCancel={() => setLeave(null)}
          onConfirm={() => {
            clear();
            setErrors({});
            setFault(null);
            leave();
            setLeave(null);
          }}
        >
          Những ô đã gõ ở lưới này chưa được lưu. Bấm “Quay lại” rồi Ctrl+S để lưu trước.
        </ConfirmDialog>
      )}
    </div>
  );
}
