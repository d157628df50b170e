import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Pdf } from './pdfFile';
import { Sheet, useNear } from './PdfPage';

interface Props {
  pdf: Pdf | null;
  now: number;
  /** Pages on which something was found. */
  found: ReadonlySet<number>;
  onShow: (page: number) => void;
}

const steps: Record<string, (now: number, last: number) => number> = {
  ArrowDown: (now) => now + 1,
  ArrowUp: (now) => now - 1,
  PageDown: (now) => now + 5,
  PageUp: (now) => now - 5,
  Home: () => 1,
  End: (_, last) => last,
};

/** Small pictures of all pages. One stop of the Tab key; the arrows go from page to page. */
export function PdfPageList({ pdf, now, found, onShow }: Props) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>('[aria-current=page]');
    if (!box || !item) return;
    if (item.offsetTop < box.scrollTop) box.scrollTop = item.offsetTop;
    else if (item.offsetTop + item.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = item.offsetTop + item.offsetHeight - box.clientHeight;
  }, [now, pdf]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || !pdf || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(step(now, pdf.pages.length), 1), pdf.pages.length);
    onShow(next);
    list.current?.querySelector<HTMLElement>(`[data-thumb="${next}"]`)?.focus({ preventScroll: true });
  };
  return (
    <nav className="cn-pdf-list" aria-label="Danh sách trang" ref={list} onKeyDown={onKeyDown} data-scrolls="yes">
      {pdf?.pages.map((each) => (
        <Thumb
          key={each.number}
          pdf={pdf}
          page={each}
          now={each.number === now}
          found={found.has(each.number)}
          onShow={onShow}
        />
      ))}
    </nav>
  );
}

function Thumb({
  pdf,
  page,
  now,
  found,
  onShow,
}: {
  pdf: Pdf;
  page: Pdf['pages'][number];
  now: boolean;
  found: boolean;
  onShow: (page: number) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const near = useNear(button);
  return (
    <button
      ref={button}
      type="button"
      data-thumb={page.number}
      tabIndex={now ? 0 : -1}
      className={now ? 'cn-pdf-thumb cn-pdf-thumb-now' : 'cn-pdf-thumb'}
      aria-current={now ? 'page' : undefined}
      onClick={() => onShow(page.number)}
    >
      <Sheet
        pdf={pdf}
        number={page.number}
        width={page.width > page.height ? 5.5 : 5}
        ratio={page.height / page.width}
        near={near}
      />
      {page.number}
      {found && <span className="cn-pdf-hit"> có</span>}
    </button>
  );
}
