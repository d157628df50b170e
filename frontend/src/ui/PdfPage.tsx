import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { isFocusFree } from './formFocus';
import { PassageBox, PassageButton, type PdfPlace, type PdfWording } from './PdfPassage';
import type { Lead, Pdf } from './pdfFile';
import type { Hit } from './pdfText';

const mmOf = (points: number) => (points / 72) * 25.4;
const part = (n: number) => `${(100 * n).toFixed(3)}%`;

interface Props {
  pdf: Pdf;
  page: Pdf['pages'][number];
  /** Width on the screen in rem, so that it follows the text size. */
  width: number;
  leads: Lead[];
  /** Whether texts that open something are marked. */
  marked: boolean;
  /** The lead to put the focus on: one comes back to where one left. */
  wanted: Lead | null;
  onLead: (lead: Lead) => void;
  hits: Hit[];
  hitNow: Hit | undefined;
  /** Paragraphs of this page that can be worded. */
  places: PdfPlace[];
  wording: PdfWording | undefined;
}

/** One page with what lies over it: texts that open their records, and what was found. */
export function PdfPage({ pdf, page, width, leads, marked, wanted, onLead, hits, hitNow, places, wording }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box);
  // On a page out of sight the first and the last one stay, so that Tab leads from page to page.
  const ends = <T,>(list: T[]) => (near ? list : list.filter((_, at) => at === 0 || at === list.length - 1));
  const stops = [
    ...ends(leads).map((lead) => ({ lead, place: null, top: lead.at[0]![1] })),
    ...(wording ? ends(places).map((place) => ({ lead: null, place, top: place.at[1]! - 1 })) : []),
  ].sort((a, b) => a.top - b.top);
  const edited = places.find((each) => each.key === wording?.open);
  return (
    <div className="cn-pdf-page" data-page={page.number} ref={box}>
      <Sheet pdf={pdf} number={page.number} width={width} ratio={page.height / page.width} near={near} />
      {hits.flatMap((hit) =>
        hit.boxes.map((each, nth) => (
          <span
            key={`${each.left}/${each.top}/${nth}`}
            className={hit === hitNow ? 'cn-pdf-mark cn-pdf-mark-now' : 'cn-pdf-mark'}
            style={{ left: part(each.left), top: part(each.top), width: part(each.width), height: part(each.height) }}
          />
        )),
      )}
      {stops.map(({ lead, place }) =>
        lead ? (
          <LeadLink
            key={`${lead.to}/${lead.at[0]!.join('/')}`}
            lead={lead}
            page={page}
            marked={marked}
            wanted={lead === wanted}
            onLead={onLead}
          />
        ) : (
          <PassageButton key={`${place.key}/${place.at[1]}`} place={place} page={page} wording={wording!} />
        ),
      )}
      {edited && wording?.firstPage(edited) && (
        <PassageBox place={edited} page={page}>
          {wording.editor}
        </PassageBox>
      )}
    </div>
  );
}

function LeadLink({
  lead,
  page,
  marked,
  wanted,
  onLead,
}: {
  lead: Lead;
  page: Props['page'];
  marked: boolean;
  wanted: boolean;
  onLead: (lead: Lead) => void;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Pages are drawn anew while one already types elsewhere.
    if (wanted && isFocusFree()) link.current?.focus({ preventScroll: true });
  }, [wanted]);
  const left = Math.min(...lead.at.map((each) => each[0]));
  const top = Math.min(...lead.at.map((each) => each[1]));
  const width = Math.max(...lead.at.map((each) => each[0] + each[2])) - left;
  const height = Math.max(...lead.at.map((each) => each[1] + each[3])) - top;
  return (
    <Link
      ref={link}
      to={lead.to}
      className={marked ? 'cn-pdf-lead cn-pdf-lead-marked' : 'cn-pdf-lead'}
      aria-label={labelOf(lead)}
      onClick={() => onLead(lead)}
      style={{
        left: part(left / mmOf(page.width)),
        top: part(top / mmOf(page.height)),
        width: part(width / mmOf(page.width)),
        height: part(height / mmOf(page.height)),
      }}
    >
      {lead.at.map((each, nth) => (
        <span
          key={nth}
          style={{
            left: part((each[0] - left) / width),
            top: part((each[1] - top) / height),
            width: part(each[2] / width),
            height: part(each[3] / height),
          }}
        />
      ))}
    </Link>
  );
}

/** A list says in its address what it shows; a record is called as the paper calls it. */
function labelOf(lead: Lead): string {
  const what = new URLSearchParams(lead.to.split('?')[1] ?? '').get('ten');
  return what ? `${what}: ${lead.words}` : `Mở ${lead.words}`;
}

/** Whether something is in its scrolled box, or less than one box away. */
export function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = box.current;
    if (!watched || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: watched.closest('[data-scrolls]'),
      rootMargin: '100% 0px',
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [box]);
  return near;
}

/** A page as a picture, drawn while it is near and let go when it is far: a long book would fill the memory. */
export function Sheet({
  pdf,
  number,
  width,
  ratio,
  near,
}: {
  pdf: Pdf;
  number: number;
  width: number;
  ratio: number;
  near: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    if (near) return pdf.draw(number, target, target.clientWidth * (window.devicePixelRatio || 1));
    target.width = 0;
    target.height = 0;
  }, [near, pdf, number, width]);
  return (
    <canvas
      ref={canvas}
      className="cn-pdf-sheet"
      style={{ width: `${width}rem`, height: `${width * ratio}rem` }}
      role="img"
      aria-label={`Trang ${number}`}
    />
  );
}
