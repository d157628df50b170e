import './pdf.css';
import { Button } from 'antd';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'react-router';
import { showNumber } from '../lib/text';
import { leavePaper } from './BackToPaper';
import { ErrorNotice } from './ErrorNotice';
import { CheckInput } from './inputs';
import { getSessionState, setSessionState, useSessionState } from './sessionState';
import type { Lead } from './pdfFile';
import { PdfPage } from './PdfPage';
import { PdfPageList } from './PdfPageList';
import type { Hit } from './pdfText';
import { useFind, usePdf } from './usePdf';
import { useShortcut } from './useShortcut';

interface Props {
  /** Address of the file, "/files/<token>"; a new address shows a new file. */
  src: string;
  /** Address of what its pages lead to; none leads nowhere. */
  leads?: string;
  /** Of which paper: its zoom is kept. */
  name?: string;
  title?: string;
  /** What the paper is about, period and place: only for the same does one come back to the same page. */
  about?: string;
  /** Buttons for this paper: "In", "Lưu PDF", "Mở bằng trình đọc PDF". */
  actions?: React.ReactNode;
}

/** Where one is: the page at the top of the box, how much of it is above, and the text one left by. */
interface Place {
  about: string;
  page: number;
  above: number;
  lead: string;
}

const ZOOMS = [50, 75, 100, 125, 150, 200];

/** Width of paper on the screen in rem: an inch of paper at 100 % is six rem. */
const remOf = (points: number, zoom: number) => (points / 72) * 6 * (zoom / 100);
const keyOf = (lead: Lead) => `${lead.page} ${lead.at[0]!.join(' ')} ${lead.to}`;

/**
 * The real pages of the paper, with a list of pages, zoom and find. Numbers and names on them open their records; who comes
 * back finds page, zoom and the number as they were.
 */
export function PdfPreview({ src, leads: leadsSrc, name = '', title = '', about = src, actions }: Props) {
  const { pathname } = useLocation();
  const { pdf, leads, error } = usePdf(src, leadsSrc);
  const [zoom, setZoom] = useSessionState<number | 'fit'>(`pdf.${name}.zoom`, 'fit');
  const [marked, setMarked] = useSessionState('pdf.marked', true);
  const [room, setRoom] = useState(40);
  const [page, setPage] = useState(1);
  const [find, setFind] = useState('');
  const [at, setAt] = useState(-1);
  const { hits, reading } = useFind(pdf, find);
  const scroll = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const place = useRef<Place>({ about, page: 1, above: 0, lead: '' });
  const [wanted, setWanted] = useState('');
  useShortcut('F3', () => search.current?.focus());

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    // Two rem are the space around the page; a scroll bar takes up to one more.
    const measure = () =>
      setRoom(box.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize) - 2.5);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const widest = Math.max(...(pdf?.pages.map((each) => remOf(each.width, 100)) ?? [49.6]));
  const percent = zoom === 'fit' ? Math.max(25, Math.floor((room / widest) * 100)) : zoom;
  const sheet = (number: number) => scroll.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);

  // A new file, or the same one after a look at the records, opens where one was; another period opens at its first page.
  useLayoutEffect(() => {
    if (!pdf) return;
    const before = getSessionState<Place>(`pdf.${name}.place`);
    place.current = before?.about === about ? before : { about, page: 1, above: 0, lead: '' };
    setWanted(place.current.lead);
    return () => setSessionState(`pdf.${name}.place`, place.current);
    // `about` belongs to the file that was opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf, name]);
  // After every change of size the same words stay at the top of the box.
  useLayoutEffect(() => {
    const target = sheet(place.current.page);
    if (target && scroll.current)
      scroll.current.scrollTop = target.offsetTop + place.current.above * target.offsetHeight;
    setPage(place.current.page);
  }, [pdf, percent]);

  const onScroll = () => {
    const box = scroll.current;
    if (!box) return;
    const sheets = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const top = sheets.findLast((each) => each.offsetTop <= box.scrollTop + 1) ?? sheets[0];
    const now = sheets.findLast((each) => each.offsetTop <= box.scrollTop + box.clientHeight / 3);
    if (!top || !now) return;
    place.current = {
      ...place.current,
      page: Number(top.dataset.page),
      above: Math.min((box.scrollTop - top.offsetTop) / top.offsetHeight, 1.2),
    };
    setPage(Number(now.dataset.page));
  };
  const show = (number: number) => {
    const target = sheet(Math.min(Math.max(number, 1), pdf?.pages.length ?? 1));
    if (target && scroll.current) scroll.current.scrollTop = target.offsetTop;
  };
  const showHit = (next: number) => {
    const box = scroll.current;
    const hit = hits[next];
    const target = hit && sheet(hit.page);
    if (!box || !target || !hit.boxes[0]) return;
    setAt(next);
    box.scrollTop = target.offsetTop + hit.boxes[0].top * target.offsetHeight - box.clientHeight / 3;
    box.scrollLeft = target.offsetLeft + hit.boxes[0].left * target.offsetWidth - box.clientWidth / 2;
  };
  // The first place at or after the page in sight, as soon as something is found.
  useEffect(() => {
    setAt(-1);
    if (hits.length > 0)
      showHit(
        Math.max(
          hits.findIndex((each) => each.page >= page),
          0,
        ),
      );
    // Only what was found decides, not the page one has gone on to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hits]);
  // Enlarged, the box of the pages may itself stand out of sight.
  useEffect(() => {
    scroll.current?.querySelector('.cn-pdf-mark-now')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);
  const step = (by: number) => hits.length > 0 && showHit((at + by + hits.length) % hits.length);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const box = scroll.current;
    if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && event.target !== box) {
      event.preventDefault(); // out of a hundred numbers in one step
      box.focus({ preventScroll: true });
    }
    if (event.key !== 'Tab' || event.shiftKey || event.target !== box) return;
    // Tab goes on from what is in sight, not from the first page.
    const top = box.getBoundingClientRect().top;
    const next = [...box.querySelectorAll<HTMLElement>('.cn-pdf-lead')].find(
      (each) => each.getBoundingClientRect().top >= top,
    );
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const follow = (lead: Lead) => {
    place.current = { ...place.current, lead: keyOf(lead) };
    leavePaper({ path: pathname, title });
  };

  const leadsOf = useMemo(() => grouped(leads), [leads]);
  const hitsOf = useMemo(() => grouped(hits), [hits]);
  const back = wanted === '' ? null : (leads.find((each) => keyOf(each) === wanted) ?? null);
  const found = useMemo(() => new Set(hits.map((each) => each.page)), [hits]);
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <div className="cn-pdf">
      <div className="cn-pdf-bar">
        <span className="cn-row">
          <Button aria-label="Trang trước" disabled={page <= 1} onClick={() => show(page - 1)}>
            ‹
          </Button>
          <span className="cn-nowrap" role="status">
            Trang {page} / {pdf ? showNumber(pdf.pages.length) : '…'}
          </span>
          <Button aria-label="Trang sau" disabled={!pdf || page >= pdf.pages.length} onClick={() => show(page + 1)}>
            ›
          </Button>
        </span>
        <span className="cn-row">
          <Button
            aria-label="Thu nhỏ"
            disabled={percent <= ZOOMS[0]!}
            onClick={() => setZoom(ZOOMS.findLast((each) => each < percent) ?? percent)}
          >
            –
          </Button>
          <span className="cn-nowrap">{percent} %</span>
          <Button
            aria-label="Phóng to"
            disabled={percent >= ZOOMS.at(-1)!}
            onClick={() => setZoom(ZOOMS.find((each) => each > percent) ?? percent)}
          >
            +
          </Button>
          <Button aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
            Vừa khung
          </Button>
        </span>
        <form
          className="cn-row"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            step(1);
          }}
        >
          <input
            ref={search}
            className="cn-input cn-pdf-find"
            aria-label="Tìm trong văn bản"
            placeholder="Tìm chữ (F3)"
            value={find}
            onChange={(event) => setFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.shiftKey) {
                event.preventDefault();
                step(-1);
              }
            }}
          />
          {hits.length > 0 && (
            <>
              <Button aria-label="Chỗ trước (Shift+Enter)" onClick={() => step(-1)}>
                ‹
              </Button>
              <Button aria-label="Chỗ sau (Enter)" onClick={() => step(1)}>
                ›
              </Button>
            </>
          )}
          <span role="status" className="cn-soft cn-nowrap">
            {find.trim() !== '' &&
              (reading
                ? 'đang tìm…'
                : hits.length === 0
                  ? 'không thấy'
                  : `${showNumber(at + 1)}/${showNumber(hits.length)}, ${showNumber(found.size)} trang`)}
          </span>
        </form>
        {leads.length > 0 && <CheckInput value={marked} onChange={setMarked} label="Hiện chỗ mở được" />}
        <span className="cn-row cn-pdf-actions">{actions}</span>
      </div>
      <div className="cn-pdf-body">
        <PdfPageList pdf={pdf} now={page} found={found} onShow={show} />
        <div
          className="cn-pdf-pages"
          ref={scroll}
          onScroll={onScroll}
          onKeyDown={onKeyDown}
          tabIndex={0}
          role="region"
          aria-label="Các trang văn bản"
          data-scrolls="yes"
        >
          {pdf === null && <p className="cn-empty">Đang mở văn bản…</p>}
          {pdf?.pages.map((each) => (
            <PdfPage
              key={each.number}
              pdf={pdf}
              page={each}
              width={remOf(each.width, percent)}
              leads={leadsOf.get(each.number) ?? none}
              marked={marked}
              wanted={back}
              onLead={follow}
              hits={hitsOf.get(each.number) ?? noHits}
              hitNow={hits[at]}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const none: Lead[] = [];
const noHits: Hit[] = [];

/** What lies on which page. */
function grouped<T extends { page: number }>(list: T[]): Map<number, T[]> {
  const byPage = new Map<number, T[]>();
  for (const each of list) byPage.set(each.page, [...(byPage.get(each.page) ?? []), each]);
  return byPage;
}
