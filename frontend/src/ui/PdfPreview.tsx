import './pdf.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { showNumber } from '../lib/text';
import { ErrorNotice } from './ErrorNotice';
import { countFound, openPdf, type PageText, type Pdf } from './pdfFile';

interface Props {
  /** Address of the file, "/files/<token>"; a new address shows a new file. */
  src: string;
  /** Buttons for this paper: "In", "Lưu PDF", "Mở bằng trình đọc PDF". */
  actions?: React.ReactNode;
}

const ZOOMS = [50, 75, 100, 125, 150, 200];

/** Width of paper on the screen in rem: an inch of paper at 100 % is six rem. */
const remOf = (points: number, zoom: number) => (points / 72) * 6 * (zoom / 100);

/** The real pages of the paper, with a list of pages, zoom and find. Pages are drawn when they come into sight. */
export function PdfPreview({ src, actions }: Props) {
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [room, setRoom] = useState(40);
  const [page, setPage] = useState(1);
  const [find, setFind] = useState('');
  const [texts, setTexts] = useState<PageText[]>([]);
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let opened: Pdf | null = null;
    let alive = true;
    setPdf(null);
    setError(null);
    setTexts([]);
    setPage(1);
    openPdf(src).then((next) => {
      opened = next;
      if (!alive) void next.close();
      else setPdf(next);
    }, (thrown: unknown) => alive && setError(thrown));
    return () => {
      alive = false;
      void opened?.close();
    };
  }, [src]);

  useEffect(() => {
    const box = scroll.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    // Two rem are the space around the page; a scroll bar takes up to one more.
    const observer = new ResizeObserver(() => setRoom(box.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize) - 2.5));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (find.trim() === '' || !pdf || texts.length > 0) return;
    let alive = true;
    void pdf.texts().then((all) => alive && setTexts(all));
    return () => {
      alive = false;
    };
  }, [find, pdf, texts.length]);

  const show = (number: number) => {
    if (!pdf) return;
    const wanted = Math.min(Math.max(number, 1), pdf.pages.length);
    setPage(wanted);
    scroll.current?.querySelector(`[data-page="${wanted}"]`)?.scrollIntoView({ block: 'start' });
  };
  const onScroll = () => {
    const box = scroll.current;
    if (!box) return;
    const middle = box.getBoundingClientRect().top + box.clientHeight / 3;
    const sheets = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const now = sheets.findLast((each) => each.getBoundingClientRect().top <= middle);
    if (now) setPage(Number(now.dataset.page));
  };
  const widest = Math.max(...(pdf?.pages.map((each) => remOf(each.width, 100)) ?? [49.6]));
  const percent = zoom === 'fit' ? Math.max(25, Math.floor((room / widest) * 100)) : zoom;
  const hits = find.trim() === '' ? [] : texts.map((each) => ({ page: each.page, count: countFound(each, find) })).filter((each) => each.count > 0);
  const nextHit = () => show((hits.find((each) => each.page > page) ?? hits[0])?.page ?? page);

  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <div className="cn-pdf">
      <div className="cn-pdf-bar">
        <span className="cn-row">
          <Button aria-label="Trang trước" disabled={page <= 1} onClick={() => show(page - 1)}>‹</Button>
          <span className="cn-nowrap" role="status">Trang {page} / {pdf ? showNumber(pdf.pages.length) : '…'}</span>
          <Button aria-label="Trang sau" disabled={!pdf || page >= pdf.pages.length} onClick={() => show(page + 1)}>›</Button>
        </span>
        <span className="cn-row">
          <Button aria-label="Thu nhỏ" disabled={percent <= ZOOMS[0]!} onClick={() => setZoom(ZOOMS.findLast((each) => each < percent) ?? percent)}>–</Button>
          <span className="cn-nowrap">{percent} %</span>
          <Button aria-label="Phóng to" disabled={percent >= ZOOMS.at(-1)!} onClick={() => setZoom(ZOOMS.find((each) => each > percent) ?? percent)}>+</Button>
          <Button aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>Vừa khung</Button>
        </span>
        <form className="cn-row" role="search" onSubmit={(event) => { event.preventDefault(); nextHit(); }}>
          <input className="cn-input cn-pdf-find" aria-label="Tìm trong văn bản" placeholder="Tìm trong văn bản" value={find} onChange={(event) => setFind(event.target.value)} />
          <span role="status" className="cn-soft cn-nowrap">{find.trim() !== '' && texts.length > 0 && (hits.length === 0 ? 'không thấy' : `${hits.reduce((sum, each) => sum + each.count, 0)} chỗ, ${hits.length} trang`)}</span>
        </form>
        <span className="cn-row cn-pdf-actions">{actions}</span>
      </div>
      <div className="cn-pdf-body">
        <nav className="cn-pdf-list" aria-label="Danh sách trang">
          {pdf?.pages.map((each) => (
            <button key={each.number} type="button" className={each.number === page ? 'cn-pdf-thumb cn-pdf-thumb-now' : 'cn-pdf-thumb'} aria-current={each.number === page ? 'page' : undefined} onClick={() => show(each.number)}>
              <Sheet pdf={pdf} number={each.number} width={5.5} ratio={each.height / each.width} />
              {each.number}
              {hits.some((hit) => hit.page === each.number) && <span className="cn-pdf-hit"> có</span>}
            </button>
          ))}
        </nav>
        <div className="cn-pdf-pages" ref={scroll} onScroll={onScroll} tabIndex={0} aria-label="Các trang văn bản">
          {pdf === null && <p className="cn-empty">Đang mở văn bản…</p>}
          {pdf?.pages.map((each) => (
            <div key={each.number} data-page={each.number} className="cn-pdf-page">
              <Sheet pdf={pdf} number={each.number} width={remOf(each.width, percent)} ratio={each.height / each.width} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** One page as a picture, drawn when it is near the screen. Width in rem, so that it follows the text size. */
function Sheet({ pdf, number, width, ratio }: { pdf: Pdf; number: number; width: number; ratio: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = canvas.current;
    if (!watched || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((each) => each.isIntersecting)), { rootMargin: '400px' });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) return;
    return pdf.draw(number, target, target.clientWidth * (window.devicePixelRatio || 1));
  }, [near, pdf, number, width]);
  return <canvas ref={canvas} className="cn-pdf-sheet" style={{ width: `${width}rem`, height: `${width * ratio}rem` }} role="img" aria-label={`Trang ${number}`} />;
}
