import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useDesk } from './desk';

/** In an address: the list of the person signed in. */
export const MINE = 'cua-toi';

/** "Của tôi": stands only where the account belongs to an officer. */
export function MineFilter({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { mine } = useDesk();
  if (!mine) return null;
  return (
    <Button
      aria-pressed={on}
      className={on ? 'cn-mine cn-mine-on' : 'cn-mine'}
      title={`Của ${mine.name}`}
      onClick={() => onChange(!on)}
    >
      Của tôi
    </Button>
  );
}

/** Follows an address with "?cua-toi=1" once; where the account belongs to nobody, the list stays as it is. */
export function useMineAddress(take: (mine: { id: string; name: string }) => void): void {
  const { mine } = useDesk();
  const [params, setParams] = useSearchParams();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!params.has(MINE)) return;
    if (mine) latest.current(mine);
    setParams(
      (before) => {
        const rest = new URLSearchParams(before);
        rest.delete(MINE);
        return rest;
      },
      { replace: true },
    );
  }, [params, setParams, mine]);
}
