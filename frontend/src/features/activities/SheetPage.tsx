import './activities.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { show } from '../../lib/dates';
import { periodLabel, periodOf } from '../../lib/periods';
import { NONE } from '../../lib/text';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { EmptyState } from '../../ui/EmptyState';
import { TextInput } from '../../ui/inputs';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { blankAttendance, blankLog, fromEntry } from './formValues';
import { toneOf } from './labels';
import { LogForm } from './LogForm';
import { OpenedMeeting } from './OpenedMeeting';
import type { OpinionPart } from './opinions';
import { useSheet, type SheetLine } from './queries';

const columns: Column<SheetLine>[] = [
  { key: 'row', title: 'Mã dòng', kind: 'symbol', width: 6, align: 'center', render: (l) => l.row },
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    width: 9,
    render: (l) =>
      l.day === '' ? (
        <span className="cn-soft">theo phiếu</span>
      ) : (
        <>
          {show(l.day)}
          <Second>{l.lunar}</Second>
        </>
      ),
  },
  {
    key: 'what',
    title: 'Nơi, loại họp',
    kind: 'name',
    render: (l) => (
      <>
        {l.unit}
        <Second>{l.kindWord}</Second>
      </>
    ),
  },
  {
    key: 'outcome',
    title: 'Đã nhập',
    kind: 'status',
    width: 11,
    render: (l) => <StatusTag tone={toneOf(l.outcome)}>{l.outcomeWord || NONE}</StatusTag>,
  },
];

/** Types an officer's paper form in again: the rows of the sheet in their printed order, the log's form opening at each in turn. */
export function SheetPage({ opinions }: { opinions?: OpinionPart }) {
  const { today, can } = useDesk();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [code, setCode] = useState('');
  const [officer, setOfficer] = useSessionState<Picked | null>('activities.sheet.officer', null);
  const [month, setMonth] = useSessionState('activities.sheet.month', periodOf('MONTH', today));
  const [chosen, setChosen] = useState<string | null>(null);
  const complete = /^\s*PCT-?\d{4}-\d{2}-?[0-9A-F]{6}\s*$/i.test(code);
  const sheet = useSheet(
    { code: complete ? code : '', officerId: officer?.id ?? '', month },
    complete || (code.trim() === '' && officer !== null),
  );
  const lines = sheet.data?.lines ?? [];
  const row = params.get('dong') ?? '';
  const open = (next: string) => setParams(next === '' ? {} : { dong: next }, { replace: next === '' });
  const at = lines.findIndex((each) => each.row === row);
  const line = lines[at];
  const openNext = () => {
    const next = lines[at + 1];
    if (!next) return false;
    setChosen(next.row);
    open(next.row);
    return true;
  };
  const writes = can('activities.SaveMeeting');
  const close = () => open('');
  const person = sheet.data?.officer;
  return (
    <div className="cn-page">
      <PageHeader
        title="Nhập theo phiếu"
        sub={
          <>
            Gõ mã in ở đầu phiếu, rồi ghi từng dòng theo đúng thứ tự trên giấy · <KeyHint keys="Enter" /> ghi dòng đang
            chọn · <KeyHint keys="Ctrl+Enter" /> lưu, sang dòng kế
          </>
        }
        actions={<Button onClick={() => void navigate('/nhat-ky')}>Về nhật ký</Button>}
      />
      <div className="cn-filters" role="search" aria-label="Chọn phiếu">
        <div className="cn-sheet-code">
          <TextInput value={code} onChange={setCode} ariaLabel="Mã phiếu" placeholder="Mã phiếu: PCT-2026-10-28B696" />
        </div>
        <OfficerPicker value={officer} onChange={setOfficer} ariaLabel="Cán bộ" placeholder="Hoặc chọn cán bộ" />
        <PeriodPicker ariaLabel="Tháng" kinds={['MONTH']} value={month} onChange={setMonth} />
        {person && (
          <span>
            <strong>{person.name}</strong> {person.post && <span className="cn-soft">– {person.post}</span>}{' '}
            <span className="cn-soft">({sheet.data?.code})</span>
          </span>
        )}
      </div>
      <DataTable
        label="Dòng của phiếu"
        counted="dòng"
        columns={columns}
        rows={lines}
        rowKey={(l) => l.row}
        loading={sheet.isFetching && !sheet.data}
        error={sheet.error}
        onRetry={() => void sheet.refetch()}
        selected={chosen}
        onSelect={setChosen}
        paper={{
          title: 'Dòng của phiếu công tác',
          said: [person && saidFilter('Cán bộ', person.name), periodLabel(month)],
        }}
        onOpen={writes ? (l) => open(l.row) : undefined}
        empty={
          <EmptyState title={sheet.data ? 'Tháng này không có dòng in sẵn' : 'Chưa chọn phiếu'}>
            {sheet.data ? 'Việc ngoài lịch ghi ở Nhật ký bằng Ctrl+N.' : 'Gõ mã phiếu, hoặc chọn cán bộ và tháng.'}
          </EmptyState>
        }
      />
      {writes && line && line.meetingId !== '' && (
        <OpenedMeeting key={line.row} id={line.meetingId} onClose={close}>
          {(entry) => (
            <LogForm initial={fromEntry(entry, today)} onClose={close} onNext={openNext} opinions={opinions} />
          )}
        </OpenedMeeting>
      )}
      {writes && line && line.meetingId === '' && person && (
        <LogForm
          key={line.row}
          onClose={close}
          onNext={openNext}
          opinions={opinions}
          initial={blankLog(line.day, {
            kind: line.kind,
            hostIds: [{ id: line.unitId, name: line.unit }],
            attendances: [{ ...blankAttendance, officer: { id: person.id, name: person.name, note: person.post } }],
          })}
        />
      )}
    </div>
  );
}
