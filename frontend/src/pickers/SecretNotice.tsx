import { useGuardWords } from './guard';

/** Stands at every free text: no state secrets, no data of residents. */
export function SecretNotice() {
  const words = useGuardWords();
  // Its line is there from the start: what comes late would push what lies below it away under the hand.
  return <div className="cn-field-hint">{words?.secretNotice ?? '\u00a0'}</div>;
}
