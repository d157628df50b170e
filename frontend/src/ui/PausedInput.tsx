import { useEffect, useRef, useState } from 'react';
import type { InputProps } from './Field';
import { TextInput } from './inputs';

const PAUSE_MS = 300;

/**
 * A line of text that says what it holds once typing has paused: a list behind it is asked and drawn once, not at every stroke,
 * and the letters appear at once however long the list is. Enter says it at once.
 */
export function PausedInput({ value, onChange, ...input }: InputProps<string> & { placeholder?: string }) {
  const [text, setText] = useState(value);
  const said = useRef(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  // Another value from outside, "Bỏ lọc" for one, counts more than what stands here.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === said.current) return;
    const timer = setTimeout(() => {
      said.current = text;
      latest.current(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span
      className="cn-paused"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === said.current) return;
        said.current = text;
        latest.current(text);
      }}
    >
      <TextInput {...input} value={text} onChange={setText} />
    </span>
  );
}
