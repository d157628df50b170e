import { useCallback, useState, type ReactNode } from 'react';
import { useDesk } from '../../ui/desk';
import { PhraseHost, type PhraseAsk } from '../../ui/phrases';
import { PhraseList } from './PhraseList';

/**
 * Gives every long text of the program the office's phrases. The list is drawn beside the screens and not inside them, so that
 * no key pressed in it reaches the form it lies over.
 */
export function Phrases({ children }: { children: ReactNode }) {
  const { can } = useDesk();
  const [ask, setAsk] = useState<PhraseAsk | null>(null);
  const open = useCallback((next: PhraseAsk) => setAsk(next), []);
  return (
    <PhraseHost value={can('phrases.List') ? open : null}>
      {children}
      {ask && <PhraseList ask={ask} onClose={() => setAsk(null)} />}
    </PhraseHost>
  );
}
