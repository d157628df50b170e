import { Button } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readFault } from '../../api/client';
import { show } from '../../lib/dates';
import { periodOf, shiftPeriod } from '../../lib/periods';
import { nfc, showNumber } from '../../lib/text';
import { GuardReason } from '../../pickers/GuardReason';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Grid, type Change } from '../../ui/Grid';
import { CheckInput, ChoiceInput } from '../../ui/inputs';
import { useKept } from '../../ui/kept';
import { MoreFilters } from '../../ui/MoreFilters';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { inShort, unread } from './refused';
import { useMeetingWords, useSaveSchedule, useSchedule } from './queries';
import { applyChanges, columnsOf, fromCells, rowKey, toCells } from './scheduleRows';
import { Tabs } from './Tabs';

type Edits = Record<string, Record<string, string>>;

/** Rows of a sheet one person fills in at a sitting; a bigger area is chosen piece by piece. */
const MOST = 400;

/** Đăng ký lịch tháng: the days the cells registered, typed like a sheet; those that have not registered stand in it too. */
export function SchedulePage() {
  const { asOf, can } = useDesk();
  const say = useNotice();
  const navigate = useNavigate();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [month, setMonth] = useKept(
    'schedule.month',
    Number(asOf.slice(8)) > 10 ? shiftPeriod(periodOf('MONTH', asOf), 1) : periodOf('MONTH', asOf),
  );
  const [kind, setKind] = useKept('schedule.kind', 'CELL_REGULAR');
  const [under, setUnder] = useKept<Picked | null>('schedule.under', null);
  const [missingOnly, setMissingOnly] = useKept('schedule.missing', false);
  const [kept, setKept] = useKept<{ of: string; edits: Edits }>('schedule.edits', { of: '', edits: {} });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  // Asked for once a text looks like a person's data; '' = not said.
  const [reason, setReason] = useState<string | null>(null);
  const [leave, setLeave] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (params.size === 0) return;
    if (params.get('ky')) setMonth(params.get('ky')!);
    setMissingOnly(params.get('chua') === '1');
    setParams({}, { replace: true });
  }, [params, setParams, setMonth, setMissingOnly]);

  const filter = { month, kind, underId: under?.id ?? '' };
  const of = JSON.stringify(filter);
  const edits = useMemo(() => (kept.of === of ? kept.edits : {}), [kept, of]);
  const words = useMeetingWords().data;
  const planned = words?.states.find((each) => each.code === 'PLANNED')?.word ?? '';
  const schedule = useSchedule(filter);
  const save = useSaveSchedule();
  const writes = can('activities.SaveSchedule');
  const data = schedule.data;

  const stored = useMemo(() => new Map((data?.rows ?? []).map((row) => [rowKey(row), row])), [data]);
  const rows = useMemo(() => {
    const seen = new Set<string>();
    return [...stored.values()]
      .filter((row) => !missingOnly || row.meetingId === '')
      .map((row) => {
        const again = row.meetingId !== '' && seen.has(row.meetingId);
        seen.add(row.meetingId);
        const cells = toCells(row, planned, again || !writes);
        return { ...cells, values: { ...cells.values, ...edits[cells.id] } };
      });
  }, [stored, edits, planned, writes, missingOnly]);
  const columns = useMemo(() => columnsOf(month), [month]);
  const touched = rows.filter(
    (row) =>
      edits[row.id] &&
      Object.entries(toCells(stored.get(row.id)!, planned, false).values).some(
        ([key, value]) => row.values[key] !== value,
      ),
  );

  const change = (changes: Change[]) => {
    setKept({
      of,
      edits: applyChanges(
        edits,
        changes.map((each) => ({ ...each, value: nfc(each.value) })),
        month,
      ),
    });
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
    const read = touched.map((row) => ({ id: row.id, ...fromCells(stored.get(row.id)!, row.values, month) }));
    const wrong = Object.fromEntries(
      read.flatMap((each) => Object.entries(each.wrong).map(([key, text]) => [`${each.id}.${key}`, text])),
    );
    setErrors(wrong);
    setFault(Object.keys(wrong).length > 0 ? unread(wrong) : null);
    if (Object.keys(wrong).length > 0) return;
    try {
      const saved = await save.mutateAsync({ filter, rows: read.map((each) => each.line), guardReason: reason ?? '' });
      setReason(null);
      setKept({ of: '', edits: {} });
      say.done([`Đã lưu ${showNumber(saved.saved)} dòng.`, ...saved.notices.slice(0, 3)].join(' '));
    } catch (thrown) {
      const refused = readFault(thrown);
      setFault(inShort(refused));
      if (refused.fields.guardReason) setReason((before) => before ?? '');
      setErrors(
        Object.fromEntries(
          Object.entries(refused.fields).map(([path, text]) => {
            const [, index, cell] = path.split('.');
            return [`${read[Number(index)]?.id}.${cell}`, text];
          }),
        ),
      );
    }
  };
  const storeTyped = useTypedAct(() => void store());
  useShortcut('ctrl+s', storeTyped);
  useShortcut('f5', () => void schedule.refetch());
  const before = (go: () => void) => (touched.length > 0 ? setLeave(() => go) : go());
  const tooMany = rows.length > MOST;

  return (
    <div className="cn-page">
      <PageHeader
        title="Đăng ký lịch"
        aside={data?.label}
        sub={
          <>
            Gõ <KeyHint keys="5" /> là ngày 5 của tháng, giờ gõ <KeyHint keys="19h" /> · <KeyHint keys="Ctrl+D" /> điền
            xuống · dán được từ Excel · <KeyHint keys="Ctrl+S" /> lưu
          </>
        }
        actions={
          <>
            <Button onClick={() => void navigate(`/bao-cao/R4?ky=${month}`)}>In thông báo lịch</Button>
            {writes && (
              <Button type="primary" loading={save.isPending} onClick={storeTyped}>
                {touched.length === 0 ? 'Chưa có gì để lưu' : `Lưu ${touched.length} dòng`}
              </Button>
            )}
          </>
        }
      />
      <Tabs />
      <div className="cn-filters" role="search">
        <div>
          <label htmlFor={`${id}-m`}>Tháng</label>
          <PeriodPicker
            id={`${id}-m`}
            kinds={['MONTH']}
            value={month}
            onChange={(next) => before(() => setMonth(next))}
          />
        </div>
        <MoreFilters name="schedule" active={[under, missingOnly, kind !== 'CELL_REGULAR'].filter(Boolean).length}>
          <div>
            <label htmlFor={`${id}-k`}>Loại cuộc họp</label>
            <ChoiceInput
              id={`${id}-k`}
              value={kind}
              options={(words?.kinds ?? []).map((each) => ({ value: each.code, label: each.word }))}
              onChange={(next) => before(() => setKind(next))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-u`}>Thuộc địa bàn, đảng bộ</label>
            <UnitPicker
              id={`${id}-u`}
              value={under}
              placeholder="Toàn bộ"
              onChange={(next) => before(() => setUnder(next))}
            />
          </div>
          <CheckInput value={missingOnly} onChange={setMissingOnly} label="Chỉ nơi chưa đăng ký" />
        </MoreFilters>
      </div>
      {schedule.error && <ErrorNotice error={schedule.error} onRetry={() => void schedule.refetch()} />}
      {fault !== null && <ErrorNotice error={fault} />}
      {reason !== null && (
        <div className="cn-row">
          <label htmlFor={`${id}-reason`}>Lý do giữ nguyên chữ được nhắc</label>
          <GuardReason id={`${id}-reason`} value={reason} onChange={setReason} />
        </div>
      )}
      {data && data.rows.length > 0 && (
        <p role="status" className="cn-row">
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
        </p>
      )}
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
          errors={errors}
          onChange={change}
        />
      )}
      {rows.length > 0 && !tooMany && <SecretNotice />}
      {leave && (
        <ConfirmDialog
          title={`Bỏ ${touched.length} dòng chưa lưu?`}
          confirm="Bỏ, chuyển bảng"
          danger
          onCancel={() => setLeave(null)}
          onConfirm={() => {
            setKept({ of: '', edits: {} });
            setErrors({});
            setFault(null);
            leave();
            setLeave(null);
          }}
        >
          Những ô đã gõ ở bảng này chưa được lưu. Bấm “Không, quay lại” rồi Ctrl+S để lưu trước.
        </ConfirmDialog>
      )}
    </div>
  );
}
