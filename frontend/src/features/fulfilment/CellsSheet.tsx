import { Button } from 'antd';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import { show, weekdayShort } from '../../lib/dates';
import { showNumber } from '../../lib/text';
import { Second } from '../../ui/Second';
import { DataTable, type Column } from '../../ui/DataTable';
import { toneOf } from '../../ui/outcomes';
import { Overlay } from '../../ui/Overlay';
import { StatusTag } from '../../ui/StatusTag';
import { useCells, type Cell, type Filter } from './queries';

export interface CellsWanted {
  title: string;
  filter: Filter;
  /** Of the row; empty: all rows. */
  key: string;
  /** Empty: every outcome. */
  outcomes: string[];
  /** Only what the rate is a share of: expected, at a meeting that was held. */
  held?: boolean;
  /** One side of the rate, see fulfilment.Part. */
  part?: string;
  /** An address led here: closing goes back to where it stands. */
  followed?: boolean;
}

export const cellColumns: Column<Cell>[] = [
  {
    key: 'day',
    title: 'Ngày',
    kind: 'day',
    width: 9.75,
    render: (c) => (
      <>
        <span className="cn-nowrap">
          {c.meetingId === '' && c.due === '' ? 'trong kỳ' : `${weekdayShort(c.day)} ${show(c.day)}`}
        </span>
        <Second>{c.meetingId === '' && c.due === '' ? c.turn : c.lunar}</Second>
      </>
    ),
    sortBy: (c) => c.day,
  },
  {
    key: 'rule',
    title: 'Nhiệm vụ',
    kind: 'text',
    render: (c) => (
      <>
        {c.ruleName}
        <Second>{c.turn}</Second>
      </>
    ),
    sortBy: (c) => c.ruleName,
  },
  { key: 'unit', title: 'Nơi', kind: 'name', width: 13, render: (c) => c.unitLabel, sortBy: (c) => c.unitLabel },
  {
    key: 'who',
    title: 'Cán bộ, tổ',
    kind: 'name',
    width: 10,
    render: (c) => c.officerName || <span className="cn-soft">việc của nơi đó</span>,
    sortBy: (c) => c.officerName,
  },
  {
    key: 'outcome',
    title: 'Kết quả',
    kind: 'status',
    width: 10,
    render: (c) => <StatusTag tone={toneOf(c.outcome)}>{c.outcomeWord}</StatusTag>,
    sortBy: (c) => c.outcomeWord,
  },
];

/** Where an occurrence is written: its entry in the log, or the month's sheet as long as there is none. */
export const cellAddress = (cell: Pick<Cell, 'meetingId' | 'day' | 'kind'>) =>
  cell.meetingId !== ''
    ? `/nhat-ky?mo=${cell.meetingId}`
    : `/nhat-ky/luoi?${new URLSearchParams({ ky: cell.day.slice(0, 7), loai: cell.kind })}`;

/** The occurrences behind one number. */
export function CellsSheet({ wanted, onClose }: { wanted: CellsWanted; onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const list = useCells({
    filter: wanted.filter,
    key: wanted.key,
    outcomes: wanted.outcomes,
    held: wanted.held ?? false,
    part: wanted.part,
    limit: 1000,
  });
  const rows = list.data?.items ?? [];
  const cut = list.data !== undefined && list.data.total > list.data.items.length;
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>{wanted.title}</h2>
      </div>
      <div className="cn-sheet-body">
        <DataTable
          label={wanted.title}
          counted="lần"
          fit="content"
          columns={cellColumns}
          rows={rows}
          rowKey={(c) => `${c.ruleId}/${c.unitId}/${c.assignmentId}/${c.turn}/${c.day}/${c.meetingId}`}
          loading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          onOpen={(c) => void navigate(cellAddress(c))}
        />
        {cut && (
          <p className="cn-soft">
            Chỉ hiện 1.000 trong {showNumber(list.data!.total)} lần; hãy chọn kỳ hoặc địa bàn hẹp hơn để xem hết.
          </p>
        )}
      </div>
      <div className="cn-sheet-foot">
        <span className="cn-soft cn-small">
          Enter hoặc bấm đúp mở bản ghi trong nhật ký; chưa có thì mở lưới tháng để ghi.
        </span>
        <Button onClick={onClose} data-autofocus>
          Quay lại
        </Button>
      </div>
    </Overlay>
  );
}
