import { useEffect, useRef } from 'react';

/**
 * A new log opened with its kind, perhaps its place, from elsewhere ("đi cơ sở quí đức b" in Ctrl+K): the first thing that is
 * still to be said has the focus, once it is on the screen.
 */
export function useFirstGap(begun: boolean, hosts: number, expected: number) {
  const done = useRef(!begun);
  useEffect(() => {
    if (done.current || (hosts > 0 && expected === 0)) return;
    const gap = document.querySelector<HTMLElement>(
      hosts === 0 ? '.cn-sheet [data-field=hostIds] input' : '.cn-sheet [data-stop]',
    );
    if (!gap) return;
    done.current = true;
    gap.focus();
  });
}
