import type { ReactNode } from 'react';
import { show } from '../../lib/dates';
import { NONE, showNumber } from '../../lib/text';
import type { Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';
import { clockTone, toneOf } from './labels';
import type { Row } from './queries';

const state = (r: Row) => <StatusTag tone={toneOf(r)}>{r.stateWord}</StatusTag>;
const clock = (r: Row) => r.remaining !== '' && <StatusTag tone={clockTone(r)}>{r.remaining}</StatusTag>;

/** The columns of the list; where there is no room, state and term stand under the text. */
export function columnsOf(narrow: boolean, tick: (row: Row) => ReactNode): Column<Row>[] {
  const what = (r: Row) => (
    <>
      <span className="cn-clip">
        {r.urgent && (
          <>
            <StatusTag tone="bad">Khẩn</StatusTag>{' '}
          </>
        )}
        {r.summary}
      </span>
      <div className={narrow ? 'cn-soft cn-small' : 'cn-soft cn-small cn-oneline'}>
        {r.place} · {show(r.raisedOn)}
        {r.totalVoices > 1 && ` · ${showNumber(r.totalVoices)} ý kiến`} · {r.fieldName}
      </div>
      {narrow && (
        <div className="cn-matter-cell">
          {state(r)}
          {clock(r)}
          {r.calendarNote !== '' && <span className="cn-small">{r.calendarNote}</span>}
          {r.bodyShort !== '' && <span className="cn-small">{r.bodyShort}</span>}
        </div>
      )}
    </>
  );
  const first: Column<Row>[] = [
    { key: 'no', title: 'Số', width: 5.75, render: (r) => <span className="cn-nowrap">{r.no}</span> },
    { key: 'tick', title: 'Chọn', width: 4.5, align: 'center', render: tick },
    { key: 'what', title: 'Nội dung, nơi nêu', render: what },
  ];
  if (narrow) return first;
  return [
    ...first,
    {
      key: 'body',
      title: 'Cơ quan',
      width: 9.5,
      render: (r) =>
        r.bodyShort ? (
          <>
            {r.bodyShort}
            <div className="cn-soft cn-small">{r.referDoc}</div>
          </>
        ) : (
          NONE
        ),
      sortBy: (r) => r.bodyShort,
    },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 12.5,
      render: (r) => (
        <>
          {state(r)}
          {r.vague && <div className="cn-small">Trả lời chung chung, chờ trả lại</div>}
        </>
      ),
      sortBy: (r) => r.stateWord,
    },
    {
      key: 'clock',
      title: 'Thời hạn',
      width: 9.75,
      render: (r) =>
        r.remaining === '' ? (
          NONE
        ) : (
          <>
            {clock(r)}
            {r.due !== '' && <div className="cn-soft cn-small">hạn {show(r.due)}</div>}
            {r.calendarNote !== '' && <div className="cn-small">{r.calendarNote}</div>}
          </>
        ),
      sortBy: (r) => r.due || '9999',
    },
  ];
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
];
