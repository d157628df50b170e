import { useLayoutEffect, useRef, useState } from 'react';
import { useGuardWords } from './guard';

/** No state secrets, no data of residents: said at the first free text of a form or screen, for all of them. */
export function SecretNotice() {
  const words = useGuardWords();
  const here = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(true);
  // After every drawing: a text may have come or gone before this one. What is set is the same the next time, and comes to rest.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const layer = here.current?.closest('[role=dialog], .cn-page') ?? document.body;
    setFirst(layer.querySelector('[data-secret-notice]') === here.current);
  });
  // Its line is there from the start: what comes late would push what lies below it away under the hand.
  return (
    <div ref={here} data-secret-notice="yes" hidden={!first} className="cn-field-hint">
      {words?.secretNotice ?? '\u00a0'}
    </div>
  );
}
