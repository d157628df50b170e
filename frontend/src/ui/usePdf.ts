import { useEffect, useState } from 'react';
import { openPdf, readLeads, type Lead, type Pdf } from './pdfFile';
import { hitsIn, type Hit, type PageText } from './pdfText';

/** A paper and where it leads to. What was shown stays until the new pages are there. */
export function usePdf(src: string, leadsSrc: string | undefined): { pdf: Pdf | null; leads: Lead[]; error: unknown } {
  const [shown, setShown] = useState<{ pdf: Pdf | null; leads: Lead[]; error: unknown }>({
    pdf: null,
    leads: [],
    error: null,
  });
  useEffect(() => {
    let alive = true;
    let opened: Pdf | null = null;
    openPdf(src).then(
      (pdf) => {
        opened = pdf;
        if (!alive) return void pdf.close();
        setShown({ pdf, leads: [], error: null });
        if (leadsSrc) void readLeads(leadsSrc).then((leads) => alive && setShown({ pdf, leads, error: null }));
      },
      (error: unknown) => alive && setShown({ pdf: null, leads: [], error }),
    );
    return () => {
      alive = false;
      // The pages of the old file may still be on the screen for the moment the new one takes to open.
      const old = opened;
      if (old) setTimeout(() => void old.close(), 5000);
    };
  }, [src, leadsSrc]);
  return shown;
}

/** What is found of a text. The pages are read once, when something is first looked for. */
export function useFind(pdf: Pdf | null, wanted: string): { hits: Hit[]; reading: boolean } {
  const [read, setRead] = useState<{ pdf: Pdf; texts: PageText[] } | null>(null);
  const looking = wanted.trim() !== '';
  const known = read !== null && read.pdf === pdf;
  useEffect(() => {
    if (!looking || !pdf || known) return;
    let alive = true;
    void pdf.texts().then(
      (texts) => alive && setRead({ pdf, texts }),
      () => {
        /* the file was closed meanwhile */
      },
    );
    return () => {
      alive = false;
    };
  }, [looking, pdf, known]);
  const [hits, setHits] = useState<Hit[]>([]);
  useEffect(() => {
    setHits(looking && known ? hitsIn(read.texts, wanted) : []);
  }, [looking, known, read, wanted]);
  return { hits, reading: looking && !known };
}
