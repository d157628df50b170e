import type { ReactNode } from 'react';
import { show } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import { Second } from '../../ui/Second';
import type { Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';
import { clockTone, toneOf } from './labels';
import type { Row } from './queries';

/** The columns of a list of work: what waits to be referred has no body yet. */
export function columnsOf(worklist: string, tick: (row: Row) => ReactNode): Column<Row>[] {
  const all: Column<Row>[] = [
    { key: 'no', title: 'Số', kind: 'symbol', render: (r) => r.no },
    { key: 'tick', title: 'Chọn', kind: 'act', align: 'center', render: tick },
    {
      key: 'what',
      title: 'Nội dung, nơi nêu',
      kind: 'text',
      width: 30,
      render: (r) => (
        <>
          {r.urgent && (
            <>
              <StatusTag tone="bad">Khẩn</StatusTag>{' '}
            </>
          )}
          {r.summary}
          <Second>
            {r.place}
            {r.totalVoices > 1 && ` · ${showNumber(r.totalVoices)} ý kiến`} · {r.fieldName}
          </Second>
        </>
      ),
    },
    { key: 'raised', title: 'Ngày nêu', kind: 'day', render: (r) => show(r.raisedOn), sortBy: (r) => r.raisedOn },
    {
      key: 'body',
      title: 'Cơ quan',
      kind: 'name',
      width: 9,
      render: (r) =>
        r.bodyShort ? (
          <>
            {r.bodyShort}
            {r.referDoc !== '' && <Second>{r.referDoc}</Second>}
          </>
        ) : (
          NONE
        ),
      sortBy: (r) => r.bodyShort,
    },
    {
      key: 'state',
      title: 'Tình trạng',
      kind: 'status',
      render: (r) => (
        <>
          <StatusTag tone={toneOf(r)}>{r.stateWord}</StatusTag>
          {r.refusal !== '' && <Second>{r.outcomeWord}</Second>}
          {r.lateAt.length > 0 && <Second>Trễ hạn: {r.lateAt.join('; ')}</Second>}
          {r.vague && <Second>Trả lời chung chung, chờ trả lại</Second>}
        </>
      ),
      sortBy: (r) => r.stateWord,
    },
    {
      key: 'clock',
      title: 'Thời hạn',
      kind: 'status',
      render: (r) =>
        r.recheckDue !== '' ? (
          <>
            <StatusTag tone={r.recheckRemain.startsWith('Còn') ? 'info' : 'warn'}>{r.recheckRemain}</StatusTag>
            <Second>xem lại {show(r.recheckDue)}</Second>
          </>
        ) : r.remaining === '' ? (
          NONE
        ) : (
          <>
            <StatusTag tone={clockTone(r)}>{r.remaining}</StatusTag>
            {r.due !== '' && <Second>hạn {show(r.due)}</Second>}
            {r.calendarNote !== '' && <Second>{r.calendarNote}</Second>}
          </>
        ),
      sortBy: (r) => r.due || r.recheckDue || '9999',
    },
  ];
  return worklist === 'cho_chuyen' ? all.filter((each) => each.key !== 'body') : all;
}

/** The list as a sheet: the columns of the register. */
export const sheet: { title: string; text: (row: Row) => string | number; free?: boolean }[] = [
  { title: 'Số', text: (r) => r.no },
  { title: 'Ngày nêu', text: (r) => show(r.raisedOn) },
  { title: 'Địa bàn', text: (r) => r.place },
  { title: 'Nguồn', text: (r) => r.originWord },
  { title: 'Lĩnh vực', text: (r) => r.fieldName },
  { title: 'Nội dung', free: true, text: (r) => r.summary },
  { title: 'Đề nghị', free: true, text: (r) => r.proposal },
  { title: 'Số ý kiến', text: (r) => r.totalVoices },
  { title: 'Xử lý', text: (r) => r.handling },
  { title: 'Cơ quan', text: (r) => r.body },
  { title: 'Văn bản chuyển', text: (r) => r.referDoc },
  { title: 'Hạn trả lời', text: (r) => show(r.replyDue) },
  { title: 'Ngày trả lời', text: (r) => show(r.repliedOn) },
  { title: 'Kết quả', text: (r) => r.outcomeWord },
  { title: 'Ngày phản hồi', text: (r) => show(r.conveyedOn) },
  { title: 'Tình trạng', text: (r) => r.stateWord },
  { title: 'Trễ hạn ở khâu', text: (r) => r.lateAt.join('; ') },
  { title: 'Hạn xem lại', text: (r) => show(r.recheckDue) },
  { title: 'Ngày xem lại', text: (r) => show(r.recheckedOn) },
];
