import { Button } from 'antd';
import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';
import { classes, decisionWord } from './labels';
import { LINES, type Opened, type Shown } from './queries';

type Line = Go.exchange.Line;

interface Props {
  file: Opened;
  page: Go.exchange.PreviewPage;
  loading: boolean;
  shown: Shown;
  onShown: (next: Shown) => void;
  onDecide: (key: string, decision: string) => void;
}

/** The rows themselves, a page at a time, with the decision beside each unclear one. */
export function PlanLines({ file, page, loading, shown, onShown, onDecide }: Props) {
  const lines = page.preview.lines;
  const last = Math.min(shown.offset + lines.length, page.total);
  return (
    <DataTable
      label="Các dòng của tệp"
      counted="dòng"
      columns={columns(file, page, onDecide)}
      rows={lines}
      rowKey={(line) => `${line.sheet}/${line.row}/${line.key}`}
      of={page.total}
      loading={loading}
      footer={
        <>
          {page.total > LINES && (
            <span>
              {showNumber(shown.offset + 1)}–{showNumber(last)} / {showNumber(page.total)}
            </span>
          )}
          {shown.offset > 0 && (
            <Button onClick={() => onShown({ ...shown, offset: Math.max(0, shown.offset - LINES) })}>
              Trang trước
            </Button>
          )}
          {last < page.total && (
            <Button onClick={() => onShown({ ...shown, offset: shown.offset + LINES })}>Trang sau</Button>
          )}
        </>
      }
    />
  );
}

/** The column of decisions stands only where there is something to decide, so that reasons have room. */
function columns(file: Opened, page: Props['page'], onDecide: Props['onDecide']): Column<Line>[] {
  const asked = (page.preview.rows.chua_ro ?? 0) + (page.preview.derived.chua_ro ?? 0) > 0;
  const all = file.kind === 'workbook' ? workbookColumns(file, onDecide) : listColumns(file, onDecide);
  return all.filter((each) => asked || each.key !== 'decision');
}

function listColumns(file: Opened, onDecide: Props['onDecide']): Column<Line>[] {
  const unit = file.kind === 'units';
  return [
    { key: 'row', title: 'Dòng', kind: 'number', width: 5, render: (line) => line.row },
    { key: 'class', title: 'Loại', kind: 'status', width: 9, render: (line) => <ClassTag line={line} /> },
    {
      key: 'code',
      title: unit ? 'Mã' : 'Điện thoại',
      kind: 'symbol',
      width: unit ? 5.5 : 8,
      render: (line) => line.code,
    },
    {
      key: 'name',
      title: unit ? 'Tên' : 'Họ và tên',
      kind: 'name',
      width: 11,
      render: (line) =>
        line.derived ? (
          <>
            {line.name} <span className="cn-import-quiet">(từ cột cấp trên)</span>
          </>
        ) : (
          line.name
        ),
    },
    {
      key: 'detail',
      title: unit ? 'Cấp' : 'Chức vụ',
      kind: 'text',
      width: unit ? 5.5 : 10,
      render: (line) => line.detail,
    },
    { key: 'parent', title: unit ? 'Cấp trên' : 'Cơ quan', kind: 'name', width: 9, render: (line) => line.parent },
    { key: 'reason', title: 'Lý do', kind: 'text', render: (line) => line.reason },
    {
      key: 'decision',
      title: 'Chọn',
      kind: 'act',
      width: 13.5,
      render: (line) => <Decide file={file} line={line} onDecide={onDecide} />,
    },
  ];
}

/** Three lists in one table: what stands in a column depends on the sheet, so the headings name both. */
function workbookColumns(file: Opened, onDecide: Props['onDecide']): Column<Line>[] {
  return [
    { key: 'sheet', title: 'Trang', kind: 'text', width: 6.5, render: (line) => line.sheet },
    { key: 'row', title: 'Dòng', kind: 'number', width: 4.5, render: (line) => line.row },
    { key: 'class', title: 'Loại', kind: 'status', width: 9, render: (line) => <ClassTag line={line} /> },
    { key: 'name', title: 'Tên đơn vị, cán bộ', kind: 'name', width: 11, render: (line) => line.name },
    { key: 'detail', title: 'Cấp, chức vụ', kind: 'text', width: 9, render: (line) => line.detail },
    {
      key: 'parent',
      title: 'Cấp trên, cơ quan, nơi được phân công',
      kind: 'name',
      width: 12,
      render: (line) => line.parent,
    },
    { key: 'reason', title: 'Lý do', kind: 'text', render: (line) => line.reason },
    {
      key: 'decision',
      title: 'Chọn',
      kind: 'act',
      width: 11,
      render: (line) => <Decide file={file} line={line} onDecide={onDecide} />,
    },
  ];
}

function ClassTag({ line }: { line: Line }) {
  const known = classes.find((each) => each.value === line.class);
  const short = line.class === 'bo_qua' ? 'Bỏ qua' : known?.label;
  return <StatusTag tone={known?.tone ?? 'none'}>{short}</StatusTag>;
}

/** A plain list: hundreds of them stand on one page. */
function Decide({ file, line, onDecide }: { file: Opened; line: Line; onDecide: Props['onDecide'] }) {
  if (line.choices.length === 0) return null;
  return (
    <select
      className="cn-input"
      aria-label={`Chọn cho dòng ${line.row}, ${line.name}`}
      value={line.decision}
      onChange={(event) => onDecide(line.key, event.target.value)}
    >
      {line.decision === '' && <option value="">Chưa chọn…</option>}
      {line.choices.map((each) => (
        <option key={each} value={each}>
          {decisionWord(file.kind, each)}
        </option>
      ))}
    </select>
  );
}
