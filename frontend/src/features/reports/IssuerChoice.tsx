import { useId } from 'react';
import { ChoiceInput } from '../../ui/inputs';
import { useIssuers } from '../../pickers/issuers';
import type { PaperChoice } from './usePaperChoice';

/** In whose name the paper goes out, where the form leaves a choice. The first of a form has the empty id. */
export function IssuerChoice({ paper }: { paper: PaperChoice }) {
  const id = useId();
  const list = (useIssuers().data ?? []).filter((each) => each.form === paper.form);
  if (list.length < 2) return null;
  const first = list.find((each) => each.builtIn)?.id;
  const known = list.some((each) => each.id === paper.issuer);
  return (
    <div className="cn-report-wide">
      <label htmlFor={id}>Cơ quan ban hành</label>
      <ChoiceInput
        id={id}
        value={known ? paper.issuer : (first ?? '')}
        onChange={(chosen) => paper.setIssuer(chosen === first ? '' : chosen)}
        options={list.map((each) => ({ value: each.id, label: each.name }))}
      />
    </div>
  );
}
