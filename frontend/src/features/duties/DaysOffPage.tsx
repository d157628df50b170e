import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readFault } from '../../api/client';
import { show } from '../../lib/dates';
import { nfc, showNumber } from '../../lib/text';
import { DeadlineChanges } from '../../pickers/DeadlineChanges';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Grid, type Change } from '../../ui/Grid';
import { useSessionState } from '../../ui/sessionState';
import { useNotice } from '../../ui/notices';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useTypedAct } from '../../ui/typed';
import { useShortcut } from '../../ui/useShortcut';
import { addMissing, applyChanges, columnsOf, filled, fromRows, toGrid, toRows } from './daysOffRows';
import { DaysOffImport } from './DaysOffImport';
import { useDaysOff, useSaveDaysOff } from './queries';
import { shortRefusal, unreadableCells } from '../../lib/refusedCells';
import { SwapForm } from './SwapForm';
import { Tabs } from './Tabs';

/** What stands as the document of a day no announcement has fixed. */
const ASSUMED = 'mặc định, chưa có văn bản';

/** Moved deadlines shown at once; the room of matters has each. */
const MOST_MOVED = 200;

/** Ngày nghỉ: the exceptions of the working days of a year. Every deadline counted in working days rests on them. */
export function DaysOffPage() {
  const { today, can } = useDesk();
  const say = useNotice();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [year, setYear] = useSessionState('duties.year', today.slice(0, 4));
  const asked = params.get('nam');
  useEffect(() => {
    if (asked === null) return;
    if (/^(19|20|21)\d\d$/.test(asked)) setYear(asked);
    setParams({}, { replace: true });
  }, [asked, setParams, setYear]);
  const [kept, setKept] = useSessionState<{ year: string; rows: Record<string, string>[] } | null>(
    'duties.daysOff',
    null,
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<unknown>(null);
  const [asking, setAsking] = useState<'' | 'default' | 'import' | 'swap'>('');
  const days = useDaysOff(Number(year));
  const save = useSaveDaysOff();
  const edits = can('duties.SaveDaysOff');
  const stored = days.data?.year === Number(year) ? days.data : undefined;
  const mine = kept?.year === year ? kept.rows : null;
  const rows = mine ?? toRows(stored?.items ?? [], edits);
  const change = (changes: Change[]) => {
    setKept({
      year,
      rows: applyChanges(
        rows,
        changes.map((each) => ({ ...each, value: nfc(each.value) })),
        Number(year),
      ),
    });
    setErrors({});
  };
  const store = async () => {
    if (!edits || save.isPending) return;
    if (mine === null) {
      say.done('Chưa có gì để lưu.');
      return;
    }
    const { items, at, wrong } = fromRows(rows, Number(year));
    setErrors(wrong);
    setFault(Object.keys(wrong).length > 0 ? unreadableCells(wrong) : null);
    if (Object.keys(wrong).length > 0) return;
    try {
      const saved = await save.mutateAsync({ year: Number(year), items });
      setKept(null);
      say.done(`Đã lưu ${showNumber(saved.items.length)} ngày của năm ${year}.`);
    } catch (thrown) {
      setFault(shortRefusal(readFault(thrown)));
      setErrors(
        Object.fromEntries(
          Object.entries(readFault(thrown).fields).map(([path, text]) => {
            const [, index, cell] = path.split('.');
            return [`${at[Number(index)]}.${cell}`, text];
          }),
        ),
      );
    }
  };
  const backToDefault = async () => {
    await save.mutateAsync({ year: Number(year), items: [] });
    setKept(null);
    setAsking('');
    say.done(`Năm ${year} trở lại theo lịch nghỉ có sẵn.`);
  };
  const storeTyped = useTypedAct(() => void store());
  useShortcut('ctrl+s', storeTyped);
  return (
    <div className="cn-page">
      <PageHeader
        tabs={<Tabs />}
        title="Ngày nghỉ"
        actions={
          edits && (
            <>
              {stored && !stored.default && <Button onClick={() => setAsking('default')}>Dùng lịch có sẵn</Button>}
              <Button onClick={() => setAsking('import')}>Nhập danh sách…</Button>
              <Button
                disabled={mine !== null}
                title={mine === null ? undefined : 'Hãy lưu năm này trước'}
                onClick={() => setAsking('swap')}
              >
                Hoán đổi…
              </Button>
              <Button type={mine === null ? 'default' : 'primary'} loading={save.isPending} onClick={storeTyped}>
                Lưu năm này
              </Button>
            </>
          )
        }
      />
      <div className="cn-filters" role="search">
        <div>
          <label htmlFor={`${id}-y`}>Năm</label>
          <PeriodPicker id={`${id}-y`} kinds={['YEAR']} value={year} onChange={setYear} />
        </div>
        {edits && (
          <span className="cn-hint">
            Gõ <KeyHint keys="2/9" /> rồi tên ngày nghỉ; dán được từ Excel
          </span>
        )}
        {stored?.assumed && (
          <StatusTag tone="warn">
            {stored.default || stored.items.some((each) => each.source === ASSUMED)
              ? `Chưa có thông báo nghỉ năm ${year}: Tết, nghỉ bù theo mặc định`
              : `Lịch năm ${year} chưa có ngày nghỉ Tết Nguyên đán; hãy nhập thông báo nghỉ của năm`}
          </StatusTag>
        )}
        {stored &&
          !stored.assumed &&
          (stored.default ? (
            <StatusTag tone="info">Lịch có sẵn trong chương trình; hãy đối chiếu với thông báo của năm</StatusTag>
          ) : (
            <StatusTag tone="good">Lịch của cơ quan</StatusTag>
          ))}
      </div>
      {days.error && <ErrorNotice error={days.error} onRetry={() => void days.refetch()} />}
      {fault !== null && <ErrorNotice error={fault} />}
      {stored && stored.missing.length > 0 && mine === null && (
        <div className="cn-row" role="status">
          <span>
            Lịch của cơ quan còn thiếu{' '}
            {stored.missing.map((each) => `${show(each.day)} (${each.name}, ${each.source})`).join('; ')}.
          </span>
          {edits && (
            <Button onClick={() => setKept({ year, rows: addMissing(rows, stored.missing) })}>Thêm vào lịch</Button>
          )}
        </div>
      )}
      <DeadlineChanges most={MOST_MOVED} />
      {stored && (
        <Grid
          key={year}
          label={`Ngày nghỉ, làm bù năm ${year}`}
          counted={`dòng, ${showNumber(rows.filter(filled).length)} dòng có ngày`}
          columns={columnsOf(Number(year))}
          rows={toGrid(rows, !edits)}
          errors={errors}
          onChange={change}
          newRow={edits ? (nth) => String(rows.length + nth) : undefined}
        />
      )}
      {asking === 'default' && (
        <ConfirmDialog
          title={`Bỏ lịch riêng của năm ${year}?`}
          confirm="Dùng lịch có sẵn"
          danger
          onConfirm={backToDefault}
          onCancel={() => setAsking('')}
        >
          Những ngày cơ quan đã ghi cho năm {year} được thay bằng lịch nghỉ có sẵn trong chương trình.
        </ConfirmDialog>
      )}
      {asking === 'swap' && (
        <SwapForm
          onClose={() => setAsking('')}
          onDone={(saved) => {
            setYear(String(saved.year));
            setAsking('');
          }}
        />
      )}
      {asking === 'import' && (
        <DaysOffImport
          onClose={() => setAsking('')}
          onDone={(first) => {
            setKept(null);
            setYear(first);
            setAsking('');
          }}
        />
      )}
    </div>
  );
}
