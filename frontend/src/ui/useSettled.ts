import { useEffect, useState } from 'react';

const PAUSE_MS = 350;

/** The text once typing has paused: what is asked of Go while one types is asked once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
