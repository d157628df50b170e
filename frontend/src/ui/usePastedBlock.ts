import { useEffect, useRef } from 'react';
import { readBlock } from './gridCells';

/** A block of rows pasted on a list, while no field is being typed into and nothing lies above the page. */
export function usePastedBlock(take: (block: string[][]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.defaultPrevented || document.querySelector('.cn-overlay')) return;
      if (target?.closest('input, textarea, [contenteditable], .cn-grid')) return;
      const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
      if (block.length < 2 && (block[0]?.length ?? 0) < 2) return;
      event.preventDefault();
      latest.current(block);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
