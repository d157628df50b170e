import { Button } from 'antd';
import { useEffect, useId, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { activities } from '../../api/client';
import { copyLastMonth } from '../../lib/copyMonth';
import { show } from '../../lib/dates';
import { readFault } from '../../lib/fault';
import { periodOf, shiftPeriod } from '../../lib/periods';
import { showNumber } from '../../lib/text';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { SheetNotices, SheetSaveButton } from '../../pickers/SheetParts';
import { UnitPicker } from '../../pickers/UnitPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Grid } from '../../ui/Grid';
import { CheckInput, ChoiceInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { MoreFilters } from '../../ui/MoreFilters';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useSheet } from '../../ui/useSheet';
import { useShortcut } from '../../ui/useShortcut';
import { useMeetingWords, useSaveSchedule, useSchedule } from './queries';
import { applyChanges, columnsOf, fromCells, rowKey, toCells } from './scheduleRows';
import { Tabs } from './Tabs';

/** Rows of a sheet one person fills in at a sitting; a bigger area is chosen piece by piece. */
const MOST = 400;

/** Đăng ký lịch tháng: the days the cells registered, typed like a sheet; those that have not registered stand in it too. */
export function SchedulePage() {
  const { asOf, can } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [month, setMonth] = useSessionState(
    'schedule.month',
    Number(asOf.slice(8)) > 10 ? shiftPeriod(periodOf('MONTH', asOf), 1) : periodOf('MONTH', asOf),
  );
  const [kind, setKind] = useSessionState('schedule.kind', 'CELL_REGULAR');
  const [under, setUnder] = useSessionState<Picked | null>('schedule.under', null);
  const [missingOnly, setMissingOnly] = useSessionState('schedule.missing', false);

  useEffect(() => {
    if (params.size === 0) return;
    if (params.get('ky')) setMonth(params.get('ky')!);
    setMissingOnly(params.get('chua') === '1');
    setParams({}, { replace: true });
  }, [params, setParams, setMonth, setMissingOnly]);

  const filter = { month, kind, underId: under?.id ?? '' };
  const words = useMeetingWords().data;
  const planned = words?.states.find((each) => each.code === 'PLANNED')?.word ?? '';
  const schedule = useSchedule(filter);
  const save = useSaveSchedule();
  const writes = can('activities.SaveSchedule');
  const data = schedule.data;

  const stored = useMemo(() => new Map((data?.rows ?? []).map((row) => [rowKey(row), row])), [data]);
  const all = useMemo(() => {
    const seen = new Set<string>();
    return [...stored.values()].map((row) => {
      const again = row.meetingId !== '' && seen.has(row.meetingId);
      seen.add(row.meetingId);
      return toCells(row, planned, again || !writes);
    });
  }, [stored, planned, writes]);
  const columns = useMemo(() => columnsOf(month), [month]);
  const sheet = useSheet({
    name: 'schedule',
    sheet: [month, kind, under?.id ?? ''].join('.'),
    rows: all,
    columns,
    writes,
    apply: (edits, changes) => applyChanges(edits, changes, month),
    read: (rowId, cells) => fromCells(stored.get(rowId)!, cells, month),
    save: async (lines, guardReason) => {
      const { saved, notices } = await save.mutateAsync({ filter, rows: lines, guardReason });
      return { saved, notices: notices.slice(0, 3) };
    },
  });
  // A row that was changed stays in sight: it is saved with the others.
  const rows = sheet.rows.filter(
    (row) => !missingOnly || stored.get(row.id)!.meetingId === '' || sheet.changed.has(row.id),
  );
  useShortcut('f5', () => void schedule.refetch());
  const copy = async () => {
    try {
      const last = await activities.Schedule({ ...filter, month: shiftPeriod(month, -1) });
      const { changes, said } = copyLastMonth(
        sheet.rows.map((row) => {
          const { unitId, meetingId } = stored.get(row.id)!;
          return { id: row.id, unitId, free: meetingId === '' && row.values.day === '' };
        }),
        last.rows.map((row) => ({
          unitId: row.unitId,
          name: row.label,
          day: row.day,
          joint: row.joint,
          cells: { time: row.time, place: row.place },
        })),
        month,
      );
      sheet.propose(changes, said);
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    }
  };
  const tooMany = rows.length > MOST;

  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Đăng ký lịch"
        actions={
          <>
            <Button onClick={() => void navigate(`/bao-cao/R4?ky=${month}`)}>In thông báo lịch</Button>
            {writes && <SheetSaveButton sheet={sheet} />}
          </>
        }
      />
      <div className="cn-filters" role="search">
        <div>
          <label htmlFor={`${id}-m`}>Tháng</label>
          <PeriodPicker
            id={`${id}-m`}
            kinds={['MONTH']}
            value={month}
            onChange={(next) => sheet.leaveFor(() => setMonth(next))}
          />
        </div>
        <MoreFilters name="schedule" active={[under, missingOnly, kind !== 'CELL_REGULAR'].filter(Boolean).length}>
          <div>
            <label htmlFor={`${id}-k`}>Loại cuộc họp</label>
            <ChoiceInput
              id={`${id}-k`}
              value={kind}
              options={(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word }))}
              onChange={(next) => sheet.leaveFor(() => setKind(next))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label>
            <UnitPicker
              id={`${id}-u`}
              value={under}
              placeholder="Thuộc mọi nơi"
              onChange={(next) => sheet.leaveFor(() => setUnder(next))}
            />
          </div>
          <CheckInput value={missingOnly} onChange={setMissingOnly} label="Chỉ nơi chưa đăng ký" />
        </MoreFilters>
        {writes && <Button onClick={() => void copy()}>Chép tháng trước</Button>}
        {writes && (
          <span className="cn-hint">
            Gõ <KeyHint keys="5" /> là ngày 5 của tháng, giờ gõ <KeyHint keys="19h" /> · <KeyHint keys="Ctrl+D" /> điền
            xuống
          </span>
        )}
        {data && data.rows.length > 0 && (
          <span role="status" className="cn-row">
            <strong>
              {showNumber(data.registered)} đã đăng ký, {showNumber(data.missing)} chưa
            </strong>
            {data.missing === 0 ? (
              <StatusTag tone="good">Đủ</StatusTag>
            ) : (
              <StatusTag tone={data.late ? 'bad' : 'info'}>
                {data.late ? `Đã quá hạn ${show(data.deadline)}` : `Hạn đăng ký ${show(data.deadline)}`}
              </StatusTag>
            )}
          </span>
        )}
      </div>
      {schedule.error && <ErrorNotice error={schedule.error} onRetry={() => void schedule.refetch()} />}
      <SheetNotices sheet={sheet} />
      {data && data.rows.length === 0 && (
        <EmptyState title="Chưa có nơi nào tổ chức loại họp này">
          Nhập danh sách đơn vị ở mục Địa bàn, tổ chức, hoặc chọn loại họp khác.
        </EmptyState>
      )}
      {tooMany && (
        <EmptyState title={`Có ${showNumber(rows.length)} dòng, quá nhiều cho một bảng`}>
          Chọn một địa bàn hoặc đảng bộ ở trên để nhập từng nơi.
        </EmptyState>
      )}
      {data && data.rows.length > 0 && rows.length === 0 && <EmptyState title="Nơi nào cũng đã đăng ký" />}
      {rows.length > 0 && !tooMany && (
        <Grid
          label={`Lịch đăng ký ${data?.label}`}
          counted="dòng"
          columns={columns}
          rows={rows}
          errors={sheet.errors}
          onChange={sheet.change}
        />
      )}
      {rows.length > 0 && !tooMany && <SecretNotice />}
    </div>
  );
}
