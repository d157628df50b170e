import './guard.css';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { matters } from '../api/client';
import type { InputProps } from '../ui/Field';
import { TextArea } from '../ui/inputs';
import type { TextKind } from '../ui/phrases';
import { usePausedText } from '../ui/usePausedText';
import { GuardReason } from './GuardReason';
import { marked } from './marked';
import { SecretNotice } from './SecretNotice';

interface Props extends InputProps<string> {
  /** Why marked text is kept all the same; '' = not said. */
  reason: string;
  onReason: (code: string) => void;
  rows?: number;
  phrases?: TextKind;
  placeholder?: string;
  /** False where one notice stands for several texts of a list. */
  notice?: boolean;
}

/**
 * Free text that is looked through while one types: what looks like a person's data is shown marked below the text, to be
 * rewritten or kept for a reason of the list. The text under the cursor itself is never touched.
 */
export function GuardedText({ reason, onReason, notice = true, ...input }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const asked = usePausedText(input.value);
  const check = useQuery({
    queryKey: ['matters.check', asked],
    queryFn: () => matters.Check(asked),
    enabled: asked.trim() !== '',
    staleTime: 60_000,
  });
  const found = asked === input.value && asked.trim() !== '' ? (check.data ?? []) : [];
  const rewrite = () => {
    const area = box.current?.querySelector('textarea');
    const first = marked(asked, found).find((each) => each.finding !== null);
    area?.focus();
    if (first) area?.setSelectionRange(first.from, first.from + first.text.length);
  };
  return (
    <div ref={box} className="cn-stack-tight">
      <TextArea {...input} />
      {found.length > 0 && (
        <div className="cn-guard" role="status">
          <p className="cn-guard-copy">
            {marked(asked, found).map((each) =>
              each.finding === null ? each.text : <mark key={each.from}>{each.text}</mark>,
            )}
          </p>
          <ul className="cn-guard-list">
            {[...new Set(found.map((each) => each.sentence))].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <div className="cn-row">
            <Button type="primary" onClick={rewrite}>
              Viết lại
            </Button>
            <span>hoặc giữ nguyên vì</span>
            <GuardReason ariaLabel="Lý do giữ nguyên chữ được nhắc" value={reason} onChange={onReason} />
          </div>
        </div>
      )}
      {notice && <SecretNotice />}
    </div>
  );
}
