import { show } from '../../lib/dates';
import { StatusTag } from '../../ui/StatusTag';
import { type Rule } from './queries';

/** A rule without a paper is marked wherever it stands. */
export function Paper({ rule }: { rule: Rule }) {
  return rule.source === '' ? <StatusTag tone="warn">{rule.sourceText}</StatusTag> : rule.source;
}

/** How a version stands on the day shown. */
export function Standing({ rule, asOf }: { rule: Rule; asOf: string }) {
  if (rule.inForce) return <StatusTag tone="good">Đang hiệu lực</StatusTag>;
  return rule.validFrom > asOf ? (
    <StatusTag tone="info">Từ {show(rule.validFrom)}</StatusTag>
  ) : (
    <StatusTag tone="none">Đã hết</StatusTag>
  );
}
