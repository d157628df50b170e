import { GlobalWorkerOptions, getDocument, type PDFPageProxy, type RenderTask } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { AppError } from '../lib/fault';
import { textOf, type PageText } from './pdfText';

// The worker is a file of ours: the content security policy allows scripts from nowhere else.
GlobalWorkerOptions.workerSrc = workerAddress;

/** A text on a page that opens the records behind it, as backend/reports/leads.go tells. Lengths in mm. */
export interface Lead {
  page: number;
  /** Address inside the program. */
  to: string;
  words: string;
  /** Left, top, width, height of each line of it. */
  at: [number, number, number, number][];
}

export interface Pdf {
  /** Sizes in points (1/72 inch). */
  pages: { number: number; width: number; height: number }[];
  /** Draws a page so many device pixels wide; the answer stops it. */
  draw: (number: number, canvas: HTMLCanvasElement, pixels: number) => () => void;
  texts: () => Promise<PageText[]>;
  close: () => Promise<void>;
}

/** Fetches a paper and reads its page sizes. */
export async function openPdf(src: string): Promise<Pdf> {
  const response = await fetch(src).catch(() => null);
  if (!response?.ok)
    throw new AppError({
      code: 'not_found',
      message: 'Bản xem trước không còn. Hãy bấm “Xem trước” lại.',
      fields: {},
      id: '',
    });
  const task = getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    isEvalSupported: false,
    useWasm: false,
    disableFontFace: false,
  });
  const file = await task.promise.catch(() => {
    throw new AppError({ code: 'internal', message: 'Không mở được văn bản vừa tạo.', fields: {}, id: '' });
  });
  const each = <T>(read: (page: PDFPageProxy, number: number) => T | Promise<T>) =>
    Promise.all(Array.from({ length: file.numPages }, async (_, at) => read(await file.getPage(at + 1), at + 1)));
  // All at once: one after another each page would wait for the worker's answer about the one before.
  const pages = await each((page, number) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return { number, width, height };
  });
  return {
    pages,
    draw(number, canvas, pixels) {
      let running: RenderTask | null = null;
      let stopped = false;
      void file
        .getPage(number)
        .then((page) => {
          if (stopped) return;
          const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width });
          canvas.width = Math.round(viewport.width);
          canvas.height = Math.round(viewport.height);
          running = page.render({ canvas, viewport });
          return running.promise;
        })
        .catch(() => {
          /* stopped, or the file was closed meanwhile */
        });
      return () => {
        stopped = true;
        running?.cancel();
      };
    },
    texts: () =>
      each(async (page, number) => textOf(number, page.getViewport({ scale: 1 }), await page.getTextContent())),
    close: () => task.destroy(),
  };
}

/** Where the pages lead to. Without an answer the pages are there all the same, and lead nowhere. */
export async function readLeads(src: string): Promise<Lead[]> {
  const response = await fetch(src).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => [])) as Lead[]) : [];
}
