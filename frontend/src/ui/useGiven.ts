import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { readGiven, type Given } from '../lib/given';
import { useKept } from './kept';

/**
 * The list a number elsewhere led to, kept until it is left: a screen shows it with a GivenBar instead of its own filters.
 * `everything` narrows nothing and must be the same object each time.
 */
export function useGiven<F extends object>(key: string, everything: F): [Given<F> | null, () => void] {
  const [params, setParams] = useSearchParams();
  const [given, setGiven] = useKept<Given<F> | null>(key, null);
  useEffect(() => {
    const wanted = readGiven(params, everything);
    if (wanted === null) return;
    setGiven(wanted);
    setParams({}, { replace: true });
  }, [params, setParams, setGiven, everything]);
  return [given, () => setGiven(null)];
}
