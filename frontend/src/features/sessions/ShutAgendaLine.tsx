import { showPeriod } from '../../pickers/period';
import { rowKey } from '../../ui/rows';
import { KINDS } from './labels';
import type { ItemRow, PaperRow } from './sessionValues';

interface Props {
  row: ItemRow;
  number: number;
  startsAt: string;
  held: boolean;
  readOnly: boolean;
}

/** A point of the agenda as it is read: one line for the point, one for each paper. Coming into it opens it. */
export function ShutAgendaLine({ row, number, startsAt, held, readOnly }: Props) {
  const what = (
    <>
      <span className="cn-line-main">{row.title || 'Chưa ghi nội dung'}</span>
      <span className="cn-line-presenter">{row.presenter?.name ?? ''}</span>
      <span className="cn-line-end">{row.minutes === null ? '' : `${row.minutes} phút`}</span>
    </>
  );
  return (
    <div className="cn-agenda-line" data-line={rowKey(row)} role="group" aria-label={`Nội dung ${number}`}>
      <span className="cn-agenda-number">
        <strong>{number}</strong>
        {startsAt && <span className="cn-soft cn-small">{startsAt}</span>}
      </span>
      {readOnly ? (
        <div className="cn-line-shut">{what}</div>
      ) : (
        <button type="button" className="cn-line-shut" aria-label={`Sửa nội dung ${number}: ${row.title}`}>
          {what}
        </button>
      )}
      {row.papers.length > 0 && (
        <ul className="cn-agenda-papers cn-line-papers">
          {row.papers.map((paper, index) => (
            <li key={rowKey(paper)}>
              <span className="cn-agenda-paper-no">
                {number}.{index + 1}
              </span>
              {paper.title} <span className="cn-soft">– {about(paper)}</span>
              {paper.missing !== '' && <span className="cn-warn-text"> {paper.missing}</span>}
            </li>
          ))}
        </ul>
      )}
      {held && row.conclusion !== '' && <p className="cn-line-said">Kết luận: {row.conclusion}</p>}
    </div>
  );
}

/** "41-QĐ/HU"; "lập mới khi in, tháng 11 năm 2026"; "gửi riêng, Văn phòng". */
function about(paper: PaperRow): string {
  if (paper.issuedId !== '') return paper.symbol || KINDS.da_ban_hanh!.toLowerCase();
  const [kind, more] =
    paper.report !== ''
      ? [KINDS.lap_moi!, paper.period === '' ? '' : showPeriod(paper.period).toLowerCase()]
      : [KINDS.gui_rieng!, paper.owner];
  return [kind.toLowerCase(), more].filter(Boolean).join(', ');
}
