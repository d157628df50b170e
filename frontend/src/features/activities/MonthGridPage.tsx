import './activities.css';
import { Button } from 'antd';
import { useEffect, useId, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { activities, type Go } from '../../api/client';
import { copyLastMonth } from '../../lib/copyMonth';
import { readFault } from '../../lib/fault';
import { periodOf, shiftPeriod } from '../../lib/periods';
import { showNumber } from '../../lib/text';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import type { Picked } from '../../pickers/SearchPicker';
import { SheetNotices, SheetSaveButton } from '../../pickers/SheetParts';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Grid } from '../../ui/Grid';
import { ChoiceInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { MoreFilters } from '../../ui/MoreFilters';
import { useNarrow } from '../../ui/useNarrow';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint } from '../../ui/StatusTag';
import { useSheet } from '../../ui/useSheet';
import { applyChanges, columnsOf, fromCells, outcomeTotals, rowKey, sharedNames, toCells } from './gridRows';
import { OUTCOME_CODES } from './labels';
import { useMonthGrid, useSaveGrid, useWords } from './queries';

/** "Đ đã dự, P vắng có phép, V vắng, K không tổ chức": the letters typed most. */
const codes = (outcomes: Go.store.Word[] | undefined) =>
  (outcomes ?? [])
    .filter((each) => ['Đ', 'P', 'V', 'K'].includes(OUTCOME_CODES[each.code] ?? ''))
    .map((each) => `${OUTCOME_CODES[each.code]} ${each.word.toLowerCase()}`)
    .join(', ');

const TYPED = ['day', 'outcome', 'present', 'total', 'contribution', 'note'];

/** Lưới tháng: a month of one kind of meeting, typed like a sheet. Nothing is stored until Ctrl+S, and an empty row never is. */
export function MonthGridPage() {
  const { asOf, today, can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [month, setMonth] = useSessionState('activities.grid.month', periodOf('MONTH', asOf));
  const [kind, setKind] = useSessionState('activities.grid.kind', 'CELL_REGULAR');
  const [under, setUnder] = useSessionState<Picked | null>('activities.grid.under', null);

  useEffect(() => {
    if (params.size === 0) return;
    if (params.get('ky')) setMonth(params.get('ky')!);
    if (params.get('loai')) setKind(params.get('loai')!);
    setParams({}, { replace: true });
  }, [params, setParams, setMonth, setKind]);

  const filter = { month, kind, underId: under?.id ?? '' };
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
        return writes ? cells : { ...cells, locked: TYPED };
      }),
    [stored, writes, twice],
  );
  const columns = useMemo(() => columnsOf(words?.outcomes ?? [], month, today), [words, month, today]);
  const sheet = useSheet({
    name: 'activities.grid',
    sheet: [month, kind, under?.id ?? ''].join('.'),
    rows,
    columns,
    writes,
    apply: (edits, changes) => applyChanges(edits, changes, month, today),
    read: (rowId, cells) => {
      const { row, wrong } = fromCells(stored.get(rowId)!, cells, month, today);
      return { line: row, wrong };
    },
    save: (lines, guardReason) => save.mutateAsync({ filter, rows: lines, guardReason }),
  });
  const copy = async () => {
    try {
      const last = await activities.MonthGrid({ ...filter, month: shiftPeriod(month, -1) });
      const { changes, said } = copyLastMonth(
        sheet.rows.map((row) => {
          const { unitId, meetingId } = stored.get(row.id)!;
          const typed = ['day', 'outcome', 'total'].some((key) => row.values[key] !== '');
          return { id: row.id, unitId, free: meetingId === '' && !typed };
        }),
        last.rows.map((row) => ({
          unitId: row.unitId,
          name: row.unitLabel,
          day: row.day,
          joint: row.shared !== '',
          cells: { total: showNumber(row.total) },
        })),
        month,
      );
      sheet.propose(
        changes,
        changes.length === 0 ? said : `${said} Chỉ chép ngày và tổng số; kết quả, số có mặt ghi sau khi họp.`,
      );
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    }
  };

  const narrow = useNarrow();
  const place = (
    <div>
      <label htmlFor={`${id}-under`}>Thuộc</label>
      <UnitPicker
        id={`${id}-under`}
        value={under}
        placeholder="Thuộc mọi nơi"
        onChange={(next) => sheet.leaveFor(() => setUnder(next))}
      />
    </div>
  );
  return (
    <div className="cn-page">
      <PageHeader
        title={grid.data ? `Lưới ${grid.data.label}` : 'Lưới tháng'}
        back={{ label: 'Nhật ký', onClick: () => void navigate('/nhat-ky') }}
        sub={
          <>
            Gõ {codes(words?.outcomes)} · <KeyHint keys="Ctrl+D" /> điền xuống · <KeyHint keys="Ctrl+S" /> lưu
          </>
        }
        actions={writes && <SheetSaveButton sheet={sheet} />}
      />
      <div className="cn-filters">
        <div>
          <label htmlFor={`${id}-month`}>Tháng</label>
          <PeriodPicker
            id={`${id}-month`}
            kinds={['MONTH']}
            value={month}
            onChange={(next) => sheet.leaveFor(() => setMonth(next))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>Loại cuộc họp</label>
          <ChoiceInput
            id={`${id}-kind`}
            value={kind}
            options={(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word }))}
            onChange={(next) => sheet.leaveFor(() => setKind(next))}
          />
        </div>
        {narrow ? (
          <MoreFilters name="activities.grid" active={under ? 1 : 0}>
            {place}
          </MoreFilters>
        ) : (
          place
        )}
        {writes && rows.length > 0 && <Button onClick={() => void copy()}>Chép tháng trước</Button>}
      </div>
      {grid.error ? <ErrorNotice error={grid.error} onRetry={() => void grid.refetch()} /> : null}
      <SheetNotices sheet={sheet} />
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
        <Grid
          label={`${grid.data?.word}, ${grid.data?.label}`}
          counted={`dòng: ${outcomeTotals(sheet.rows, words.outcomes)}`}
          columns={columns}
          rows={sheet.rows}
          errors={sheet.errors}
          onChange={sheet.change}
        />
      )}
      {writes && rows.length > 0 && <SecretNotice />}
    </div>
  );
}
