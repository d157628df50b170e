import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { readLinkedFilter, type LinkedFilter } from '../lib/linkedFilter';
import { useSessionState } from './sessionState';

/**
 * The list a number elsewhere led to, kept until it is left: a screen shows it with a LinkedListBar instead of its own filters.
 * `everything` narrows nothing and must be the same object each time.
 */
export function useLinkedFilter<F extends object>(key: string, everything: F): [LinkedFilter<F> | null, () => void] {
  const [params, setParams] = useSearchParams();
  const [linked, setLinked] = useSessionState<LinkedFilter<F> | null>(key, null);
  useEffect(() => {
    const wanted = readLinkedFilter(params, everything);
    if (wanted === null) return;
    setLinked(wanted);
    setParams({}, { replace: true });
  }, [params, setParams, setLinked, everything]);
  return [linked, () => setLinked(null)];
}
