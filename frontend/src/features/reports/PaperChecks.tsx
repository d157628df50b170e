import { useRef } from 'react';
import { Link, useLocation } from 'react-router';
import type { Go } from '../../api/client';
import { leavePaper } from '../../ui/BackToPaper';
import { StatusTag } from '../../ui/StatusTag';
import { useShortcut } from '../../ui/useShortcut';
import type { Passage } from './wordingQueries';

interface Props {
  file: Go.reports.Printed | undefined;
  title: string;
  passages: Passage[];
  /** Words a paragraph; undefined for who may only read. */
  onWord?: (key: string) => void;
  children?: React.ReactNode;
}

/** How many characters of a paragraph are told. */
const TOLD = 60;
const brief = (text: string) => (text.length > TOLD ? `${text.slice(0, TOLD)}…` : text);

/** What is to be looked at in the words of a paper: what the program would now say otherwise, and what has no words. */
function wordChecks(passages: Passage[]) {
  return passages.flatMap((p) => {
    if (p.changed)
      return [{ key: p.key, text: `Câu máy đã đổi: “${brief(p.auto || 'không có gì để viết')}”`, act: 'Xem' }];
    if (p.state === 'bo') return [{ key: p.key, text: `Đã bỏ, không in: “${brief(p.text)}”`, act: 'Xem' }];
    if (p.state === 'trong' && p.hint !== '') return [{ key: p.key, text: `Chưa viết: ${p.hint}`, act: 'Viết' }];
    return [];
  });
}

/** The checks before a paper goes out, in three groups, each with the way to mend it. F8 goes from one to the next. */
export function PaperChecks({ file, title, passages, onWord, children }: Props) {
  const { pathname } = useLocation();
  const box = useRef<HTMLElement>(null);
  useShortcut('f8', () => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[data-mend]') ?? [])];
    const next = all[all.indexOf(document.activeElement as HTMLElement) + 1] ?? all[0];
    next?.focus();
  });
  const must = file?.obstacles?.filter(({ weight }) => weight === 'chan') ?? [];
  const remarks = file?.obstacles?.filter(({ weight }) => weight !== 'chan') ?? [];
  const words = wordChecks(passages);
  const warnings = file?.warnings ?? [];
  // Another period of the same paper is mended on this very screen: there is nothing to come back to.
  const leave = (to: string) => to.split('?')[0] !== pathname && leavePaper({ path: pathname, title });
  const told = ({ reason, to }: Go.reports.Obstacle, act: string) => (
    <>
      {reason}{' '}
      {to !== '' && (
        <Link data-mend to={to} onClick={() => leave(to)}>
          {act}
        </Link>
      )}
    </>
  );
  return (
    <aside className="cn-checks" aria-label="Kiểm tra trước khi ban hành" tabIndex={0} ref={box}>
      {must.length > 0 && (
        <section>
          <h2>Phải sửa</h2>
          <ul>
            {must.map((each) => (
              <li key={each.condition + each.reason} className="cn-check-must">
                {told(each, 'Mở chỗ cần sửa')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {warnings.length + remarks.length + words.length > 0 && (
        <section>
          <h2>Nên xem</h2>
          <ul>
            {warnings.map((each) => (
              <li key={each} role="status">
                {each}
              </li>
            ))}
            {remarks.map((each) => (
              <li key={each.condition + each.reason}>
                {each.weight === 'hoi' && <StatusTag tone="warn">Sẽ hỏi khi ban hành</StatusTag>}{' '}
                {told(each, 'Mở chỗ cần xem')}
              </li>
            ))}
            {words.map((each) => (
              <li key={each.key}>
                {each.text}{' '}
                {onWord && (
                  <button type="button" data-mend className="cn-link" onClick={() => onWord(each.key)}>
                    {each.act}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(file?.met?.length ?? 0) > 0 && (
        <section>
          <h2>Đã đạt</h2>
          <ul>
            {file?.met?.map((each) => (
              <li key={each}>
                <StatusTag tone="good">{each}</StatusTag>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
    </aside>
  );
}
