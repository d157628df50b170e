import { useGuardWords } from './guard';

/** Stands at every free text: no state secrets, no data of residents. */
export function SecretNotice() {
  const words = useGuardWords();
  return words?.secretNotice ? <div className="cn-field-hint">{words.secretNotice}</div> : null;
}
