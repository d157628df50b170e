import {
  CheckOutlined,
  ClockCircleOutlined,
  ExclamationOutlined,
  InfoCircleOutlined,
  MinusOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** good = done or in order; warn = soon or to look at; bad = late or missing; info = under way; none = does not count. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'none';

const icons: Record<Tone, ReactNode> = {
  good: <CheckOutlined aria-hidden="true" />,
  warn: <ClockCircleOutlined aria-hidden="true" />,
  bad: <ExclamationOutlined aria-hidden="true" />,
  info: <InfoCircleOutlined aria-hidden="true" />,
  none: <MinusOutlined aria-hidden="true" />,
};

/** A state is never colour alone: word, icon and colour together. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`cn-tag cn-tag-${tone}`}>
      <span aria-hidden="true">{icons[tone]}</span>
      {children}
    </span>
  );
}

/** Shows a key or a chord, e.g. "Ctrl+S". */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className="cn-key">{keys}</kbd>;
}
