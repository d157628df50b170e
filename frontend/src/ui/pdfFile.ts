import { GlobalWorkerOptions, getDocument, type RenderTask } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { AppError } from '../lib/fault';
import { fold } from '../lib/text';

// The worker is a file of ours: the content security policy allows scripts from nowhere else.
GlobalWorkerOptions.workerSrc = workerAddress;

export interface PageText {
  page: number;
  folded: string;
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
  if (!response?.ok) throw new AppError({ code: 'not_found', message: 'Bản xem trước không còn. Hãy bấm “Xem trước” lại.', fields: {}, id: '' });
  const task = getDocument({ data: new Uint8Array(await response.arrayBuffer()), isEvalSupported: false, useWasm: false, disableFontFace: false });
  const file = await task.promise.catch(() => {
    throw new AppError({ code: 'internal', message: 'Không mở được văn bản vừa tạo.', fields: {}, id: '' });
  });
  const pages = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { width, height } = (await file.getPage(number)).getViewport({ scale: 1 });
    pages.push({ number, width, height });
  }
  return {
    pages,
    draw(number, canvas, pixels) {
      let running: RenderTask | null = null;
      let stopped = false;
      void file.getPage(number).then((page) => {
        if (stopped) return;
        const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        running = page.render({ canvas, viewport });
        return running.promise;
      }).catch(() => { /* stopped, or the file was closed meanwhile */ });
      return () => {
        stopped = true;
        running?.cancel();
      };
    },
    async texts() {
      const all: PageText[] = [];
      for (let number = 1; number <= file.numPages; number++) {
        const content = await (await file.getPage(number)).getTextContent();
        all.push({ page: number, folded: fold(content.items.map((each) => ('str' in each ? each.str + (each.hasEOL ? ' ' : '') : '')).join('')) });
      }
      return all;
    },
    close: () => task.destroy(),
  };
}

/** How often a text stands on a page, accents ignored. */
export function countFound(text: PageText, wanted: string): number {
  const plain = fold(wanted).trim();
  return plain === '' ? 0 : text.folded.split(plain).length - 1;
}
