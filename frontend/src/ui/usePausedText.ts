import { useEffect, useState } from 'react';

const PAUSE_MS = 350;

/** The text once typing has paused: what is asked of Go while one types is asked once. */
export function usePausedText(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
