import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { flushSync } from 'react-dom';
import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { periodLabel } from '../../lib/periods';
import { useSessionState } from '../../ui/sessionState';
import { takeTyped } from '../../ui/typed';
import { PaperChoices } from './PaperChoices';
import type { PaperChoice } from './usePaperChoice';

/**
 * What the paper is about, in one line; a press opens the fields above the page, and the page has all the room again after.
 * While there are no pages, because something is not chosen or was refused, the fields are open.
 */
export function useStrip(report: Go.reports.ReportLine, paper: PaperChoice, refused: boolean) {
  const [asked, setOpen] = useSessionState('reports.choices', false);
  const open = asked || paper.waits || refused;
  const { takes, matter } = paper;
  const told: [string, string][] = [
    ['ky', paper.kinds.length > 0 ? shortPeriod(paper.period) : ''],
    ['don-vi', takes('unit') ? (paper.unit?.name ?? 'Toàn cơ quan') : ''],
    ['can-bo', takes('officer') ? (paper.officer?.name ?? '') : ''],
    ['co-quan', takes('body') ? (matter.chosen.body?.name ?? '') : ''],
    ['ngay', `Ngày ${show(paper.date)}`],
  ];
  const fold = () => takeTyped() && setOpen(false);
  const unfold = (field: string) => {
    flushSync(() => setOpen(true));
    document.querySelector<HTMLElement>(`[data-choice="${field}"] :is(input, [role=combobox], button)`)?.focus();
  };
  const chips = (
    <div className="cn-strip" role="group" aria-label="Lựa chọn của báo cáo">
      {told
        .filter(([, text]) => text !== '')
        .map(([field, text]) => (
          <button key={field} type="button" className="cn-chip" title={text} onClick={() => unfold(field)}>
            {text}
          </button>
        ))}
      <Button aria-expanded={open} onClick={() => (open ? fold() : unfold('ky'))}>
        {open ? 'Gấp' : 'Lựa chọn'} {open ? <UpOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
      </Button>
    </div>
  );
  return { chips, fields: open ? <PaperChoices report={report} paper={paper} /> : null };
}

/** "Tháng 9/2026" of "tháng 9 năm 2026". */
function shortPeriod(period: string): string {
  const label = periodLabel(period).replace(/ năm (?=\d+$)/, '/');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
