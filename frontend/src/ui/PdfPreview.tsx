import './pdf.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'react-router';
import { showNumber } from '../lib/text';
import { leavePaper } from './BackToPaper';
import { ErrorNotice } from './ErrorNotice';
import { getSessionState, setSessionState, useSessionState } from './sessionState';
import type { Lead } from './pdfFile';
import { PdfBar } from './PdfBar';
import { PdfPage } from './PdfPage';
import type { PdfPlace, PdfWording } from './PdfPassage';
import { PdfPageList } from './PdfPageList';
import type { Hit } from './pdfText';
import { useFind, usePdf } from './usePdf';

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
  /** What stands at the left of the bar; then the find field and the list of pages open only when asked for. */
  lead?: React.ReactNode;
  /** Where paragraphs that can be worded stand, and what is done with them. */
  places?: PdfPlace[];
  wording?: PdfWording;
  /** Numbers that come from registers stand on gold. */
  figures?: boolean;
  /** What stands beside the pages, under the bar. */
  side?: React.ReactNode;
  /** Told when the pages are there: whether the first lies across. */
  onPages?: (wide: boolean) => void;
}

/** Where one is: the page at the top of the box, how much of it is above, and the text one left by. */
interface Place {
  about: string;
  page: number;
  above: number;
  lead: string;
}

/** Width of paper on the screen in rem: an inch of paper at 100 % is six rem. */
const remOf = (points: number, zoom: number) => (points / 72) * 6 * (zoom / 100);
/** Left and right margin of a sheet in points: 35 mm, see addPage in backend/typeset. */
const MARGINS = 99;
/** The smallest zoom at which a page is read without effort. */
const READABLE = 90;

/** The zoom at which a page fills the box; where its text alone has room at a readable one, its margins may stand outside. */
function fitting(width: number, room: number): number {
  const whole = Math.floor((room / remOf(width, 100)) * 100);
  return remOf(width - MARGINS, READABLE) <= room ? Math.max(READABLE, whole) : Math.max(25, whole);
}
const keyOf = (lead: Lead) => `${lead.page} ${lead.at[0]!.join(' ')} ${lead.to}`;

/**
 * The real pages of the paper, with a list of pages, zoom and find. Numbers and names on them open their records; who comes
 * back finds page, zoom and the number as they were.
 */
export function PdfPreview({
  src,
  leads: leadsSrc,
  name = '',
  title = '',
  about = src,
  actions,
  lead,
  places = noPlaces,
  wording,
  figures = false,
  side,
  onPages,
}: Props) {
  const { pathname } = useLocation();
  const { pdf, leads, error } = usePdf(src, leadsSrc);
  const [zoom, setZoom] = useSessionState<number | 'fit'>(`pdf.${name}.zoom`, 'fit');
  const [marked, setMarked] = useSessionState('pdf.marked', true);
  const [room, setRoom] = useState(40);
  const [page, setPage] = useState(1);
  const [list, setList] = useSessionState(lead === undefined ? 'pdf.list' : 'pdf.list.asked', lead === undefined);
  const [finding, setFinding] = useState(false);
  const [find, setFind] = useState('');
  const [at, setAt] = useState(-1);
  const { hits, reading } = useFind(pdf, find);
  const scroll = useRef<HTMLDivElement>(null);
  const place = useRef<Place>({ about, page: 1, above: 0, lead: '' });
  const [wanted, setWanted] = useState('');

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    // One rem is the space around the page; what a scroll bar takes is not in the width.
    const measure = () =>
      setRoom(box.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize) - 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const percentOf = (one: { width: number } | undefined) => (zoom === 'fit' ? fitting(one?.width ?? 595, room) : zoom);
  const percent = percentOf(pdf?.pages[0]);
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
    // Only the margins of a sheet wider than the box are left out of sight.
    if (scroll.current) scroll.current.scrollLeft = (scroll.current.scrollWidth - scroll.current.clientWidth) / 2;
    setPage(place.current.page);
  }, [pdf, percent]);
  useEffect(() => {
    if (pdf?.pages[0]) onPages?.(pdf.pages[0].width > pdf.pages[0].height);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf]);

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
  // Who opens a paragraph has gone on from the number one came back to.
  const opened = wording?.open ?? '';
  useEffect(() => {
    if (opened === '') return;
    place.current = { ...place.current, lead: '' };
    setWanted('');
  }, [opened]);
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
    const next = [...box.querySelectorAll<HTMLElement>('.cn-pdf-lead, .cn-pdf-place')].find(
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
  const placesOf = useMemo(() => grouped(places), [places]);
  const back = wanted === '' ? null : (leads.find((each) => keyOf(each) === wanted) ?? null);
  const found = useMemo(() => new Set(hits.map((each) => each.page)), [hits]);
  if (error !== null) return <ErrorNotice error={error} />;
  const said =
    find.trim() === ''
      ? ''
      : reading
        ? 'đang tìm…'
        : hits.length === 0
          ? 'không thấy'
          : `${showNumber(at + 1)}/${showNumber(hits.length)}, ${showNumber(found.size)} trang`;
  return (
    <div className={figures ? 'cn-pdf cn-pdf-figures' : 'cn-pdf'}>
      <PdfBar
        lead={lead}
        page={page}
        pages={pdf?.pages.length ?? 0}
        onShow={show}
        percent={percentOf(pdf?.pages[page - 1])}
        fit={zoom === 'fit'}
        onZoom={setZoom}
        list={list}
        onList={setList}
        marked={leads.length > 0 ? marked : undefined}
        onMarked={setMarked}
        find={{ open: lead === undefined || finding, text: find, said, found: hits.length > 0 }}
        onFindOpen={(open) => {
          setFinding(open);
          if (!open) setFind('');
        }}
        onFind={setFind}
        onStep={step}
        actions={actions}
      />
      <div className="cn-pdf-body">
        {list && <PdfPageList pdf={pdf} now={page} found={found} onShow={show} />}
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
              width={remOf(each.width, percentOf(each))}
              leads={leadsOf.get(each.number) ?? none}
              marked={marked}
              wanted={back}
              onLead={follow}
              hits={hitsOf.get(each.number) ?? noHits}
              hitNow={hits[at]}
              places={placesOf.get(each.number) ?? noPlaces}
              wording={wording}
            />
          ))}
        </div>
        {side}
      </div>
    </div>
  );
}

const none: Lead[] = [];
const noHits: Hit[] = [];
const noPlaces: PdfPlace[] = [];

/** What lies on which page. */
function grouped<T extends { page: number }>(list: T[]): Map<number, T[]> {
  const byPage = new Map<number, T[]>();
  for (const each of list) byPage.set(each.page, [...(byPage.get(each.page) ?? []), each]);
  return byPage;
}
