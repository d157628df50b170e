import { useEffect, useState } from 'react';

/** Below so many letters' widths a list has no room for columns of its own for state and term. */
const NARROW_REM = 60;

const measure = () =>
  window.innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize || '16') < NARROW_REM;

/** True while the window is narrow for its text size. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(measure);
  useEffect(() => {
    const look = () => setNarrow(measure());
    const watch = new ResizeObserver(look);
    watch.observe(document.documentElement);
    // The text size is an attribute of the document: it changes no width.
    const size = new MutationObserver(look);
    size.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
    return () => {
      watch.disconnect();
      size.disconnect();
    };
  }, []);
  return narrow;
}
