import { Link } from 'react-router';
import type { Go } from '../../api/client';
import { NONE, showNumber } from '../../lib/text';
import { listOf } from './useMatterFilter';

/** A figure that opens exactly the matters it counts. */
export function NumberLink({ number, words }: { number: Go.matters.Number; words: string }) {
  if (number.value === 0) return <span className="cn-soft">{NONE}</span>;
  return (
    <Link to={listOf(number.filter, words)} aria-label={`${words}: ${showNumber(number.value)}`}>
      {showNumber(number.value)}
    </Link>
  );
}
