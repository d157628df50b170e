import { CloseOutlined } from '@ant-design/icons';
import { papers as register } from '../../api/client';
import { fold } from '../../lib/text';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import type { PeriodKind } from '../../pickers/period';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { TextInput } from '../../ui/inputs';
import { StatusTag } from '../../ui/StatusTag';
import { changeRow, rowKey } from '../../ui/rows';
import { KINDS } from './labels';
import type { Line } from './queries';
import { newPaper, type PaperRow } from './sessionValues';

interface Props {
  rows: PaperRow[];
  onChange: (rows: PaperRow[]) => void;
  number: number;
  catalog: Line[];
  period: string;
  errors: Record<string, string>;
  readOnly: boolean;
}

const SHOWN = 8;

/** The papers under a point of the agenda. One field finds an issued paper, one to draw up anew, or takes a title of one handed out apart. */
export function PaperLines({ rows, onChange, number, catalog, period, errors, readOnly }: Props) {
  const set = (key: string, part: Partial<PaperRow>) =>
    onChange(rows.map((row) => (rowKey(row) === key ? changeRow(row, part) : row)));
  const drawable = catalog.filter((each) => each.needs === '');
  const search = async (text: string): Promise<Picked[]> => {
    const issued = await register.Register({
      span: { from: '', to: '' },
      form: '',
      issuerId: '',
      series: '',
      report: '',
      text,
      limit: SHOWN,
      offset: 0,
    });
    const drawn = drawable.filter((each) => fold(`${each.code} ${each.title}`).includes(fold(text))).slice(0, SHOWN);
    return [
      ...issued.items
        .filter((each) => each.cancelledAt === '')
        .map((each) => ({ id: `i:${each.id}`, name: `${each.symbol} – ${each.subject}`, note: KINDS.da_ban_hanh })),
      ...drawn.map((each) => ({ id: `r:${each.code}`, name: each.title, note: KINDS.lap_moi })),
      ...(text.trim() === ''
        ? []
        : [{ id: `t:${text.trim()}`, name: text.trim(), note: 'Tài liệu gửi riêng, ghi đúng như đã gõ' }]),
    ];
  };
  const add = (picked: Picked | null) => {
    if (picked === null) return;
    const id = picked.id.slice(2);
    const report = catalog.find((each) => picked.id === `r:${each.code}`);
    const [symbol = '', ...subject] = picked.name.split(' – ');
    const row = picked.id.startsWith('i:')
      ? newPaper({ issuedId: id, symbol, title: subject.join(' – ') })
      : report
        ? newPaper({
            report: report.code,
            title: report.title,
            period: report.periods.length === 0 ? '' : usual(report, period),
          })
        : newPaper({ title: id });
    onChange([...rows, row]);
  };
  return (
    <div className="cn-agenda-papers">
      {rows.map((row, index) => (
        <PaperLine
          key={rowKey(row)}
          row={row}
          label={`tài liệu ${number}.${index + 1}`}
          report={catalog.find((each) => each.code === row.report)}
          error={errors[`papers.${index}.title`] ?? errors[`papers.${index}.owner`]}
          readOnly={readOnly}
          set={(part) => set(rowKey(row), part)}
          remove={() => onChange(rows.filter((each) => rowKey(each) !== rowKey(row)))}
        />
      ))}
      {!readOnly && (
        <div className="cn-agenda-add">
          <SearchPicker
            several
            ariaLabel={`Thêm tài liệu, nội dung ${number}`}
            value={null}
            onChange={add}
            search={search}
            placeholder="Thêm tài liệu: gõ số, tên văn bản, tên báo cáo"
            nothing="Gõ số, tên văn bản đã ban hành, tên báo cáo, hoặc tên tài liệu gửi riêng."
          />
        </div>
      )}
    </div>
  );
}

/** A month where the paper knows months, else the first kind it knows. */
function usual(report: Line, period: string): string {
  const year = period.slice(0, 4);
  return report.periods.includes('MONTH')
    ? period
    : report.periods.includes('QUARTER')
      ? `${year}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`
      : year;
}

function PaperLine({
  row,
  label,
  report,
  error,
  readOnly,
  set,
  remove,
}: {
  row: PaperRow;
  label: string;
  report: Line | undefined;
  error?: string;
  readOnly: boolean;
  set: (part: Partial<PaperRow>) => void;
  remove: () => void;
}) {
  const kind = row.issuedId !== '' ? 'da_ban_hanh' : row.report !== '' ? 'lap_moi' : 'gui_rieng';
  return (
    <div
      className="cn-agenda-paper"
      role="group"
      aria-label={`Tài liệu ${label.split(' ').at(-1)}`}
      data-bad={error ? 'yes' : undefined}
    >
      <span className="cn-agenda-paper-no" aria-hidden="true">
        {label.split(' ').at(-1)}
      </span>
      <div className="cn-agenda-paper-title">
        <TextInput
          ariaLabel={`Tên ${label}`}
          value={row.title}
          onChange={(title) => set({ title })}
          invalid={Boolean(error)}
          disabled={readOnly}
        />
      </div>
      <StatusTag
        tone={row.missing !== '' ? 'warn' : kind === 'da_ban_hanh' ? 'good' : kind === 'lap_moi' ? 'info' : 'none'}
      >
        {kind === 'da_ban_hanh' ? row.symbol || KINDS[kind] : KINDS[kind]}
      </StatusTag>
      {kind === 'lap_moi' &&
        report &&
        report.periods.length > 0 &&
        (row.period === '' && readOnly ? null : (
          <PeriodPicker
            ariaLabel={`Kỳ của ${label}`}
            kinds={report.periods as PeriodKind[]}
            value={row.period}
            onChange={(period) => set({ period })}
            disabled={readOnly}
          />
        ))}
      {kind === 'gui_rieng' && (
        <div className="cn-agenda-paper-owner">
          <TextInput
            ariaLabel={`Nơi chuẩn bị ${label}`}
            value={row.owner}
            onChange={(owner) => set({ owner })}
            placeholder="Cơ quan chuẩn bị"
            disabled={readOnly}
          />
        </div>
      )}
      {!readOnly && (
        <button type="button" className="cn-icon-button" aria-label={`Bỏ ${label}`} onClick={remove}>
          <CloseOutlined aria-hidden="true" />
        </button>
      )}
      {row.missing !== '' && <span className="cn-warn-text cn-agenda-note">{row.missing}</span>}
      {error && (
        <div className="cn-field-error cn-agenda-note" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
