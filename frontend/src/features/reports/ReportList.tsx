import { StarFilled } from '@ant-design/icons';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link, NavLink } from 'react-router';
import type { Go } from '../../api/client';
import { composing } from '../../lib/keys';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { TextInput } from '../../ui/inputs';
import { useShortcut } from '../../ui/useShortcut';
import { reportGroups } from './reportGroups';

type Line = Go.reports.ReportLine;

/**
 * Every paper by the work it is for; on top what this person keeps there and printed last. Words without accents narrow it,
 * ↓ goes from the words into the list and ↑ ↓ along it.
 */
export function ReportList({ reports, chosen }: { reports: Line[]; chosen: Line | undefined }) {
  const { can } = useDesk();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const groups = reportGroups(reports, text);
  const field = () => box.current?.querySelector<HTMLInputElement>('input');
  useShortcut('F3', () => field()?.focus());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, [data-report]') ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    if (event.key === 'Enter' && at === 0 && text.trim() !== '') stops[1]?.click();
    else if (event.key === 'ArrowDown' && at >= 0) stops[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) stops[at - 1]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <nav aria-label="Danh mục báo cáo" className="cn-report-nav" ref={box} onKeyDown={onKeyDown}>
      <TextInput ariaLabel="Tìm báo cáo, sổ" value={text} onChange={setText} placeholder="Tìm báo cáo, sổ (F3)" />
      <div className="cn-report-list">
        {groups.map(({ word, lines }, nth) => (
          <section key={word} aria-labelledby={`${id}-${nth}`}>
            <h2 id={`${id}-${nth}`}>{word}</h2>
            <ul>
              {lines.map((each) => (
                <li key={each.code} ref={each === chosen ? intoView : undefined}>
                  <NavLink
                    data-report={each.code}
                    to={`/bao-cao/${each.name}`}
                    title={each.description}
                    aria-current={each === chosen ? 'page' : undefined}
                  >
                    <span>
                      {each.favourite && <StarFilled aria-label="Đã ghim" className="cn-report-star" />} {each.title}
                    </span>
                    <small>
                      {each.code}
                      {each.lastOn && (
                        <span aria-label={`in lần cuối ngày ${show(each.lastOn)}`}>
                          {' '}
                          {show(each.lastOn).slice(0, 5)}
                        </span>
                      )}
                    </small>
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p className="cn-soft">Không có báo cáo, sổ nào như vậy. Hãy xóa bớt chữ.</p>}
      </div>
      {can('reports.SaveProfile') && <Link to="/the-thuc">Thể thức văn bản</Link>}
    </nav>
  );
}

/** The list is longer than the window: a link from another room must not leave its paper out of sight. */
function intoView(item: HTMLElement | null) {
  const list = item?.closest<HTMLElement>('.cn-report-list');
  if (!item || !list) return;
  // The list alone moves: scrollIntoView would push the whole screen up with it.
  if (item.offsetTop < list.scrollTop) list.scrollTop = item.offsetTop;
  else if (item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = item.offsetTop + item.offsetHeight - list.clientHeight;
}
