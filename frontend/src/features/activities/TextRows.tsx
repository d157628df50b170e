import { useId } from 'react';
import type { Go } from '../../api/client';
import { GuardedText } from '../../pickers/GuardedText';
import type { Picked } from '../../pickers/SearchPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import { ChoiceInput } from '../../ui/inputs';
import { Cell } from './AttendanceRows';
import { blankAdvice, type AdviceRow } from './formValues';

/** The typed rows and one empty row to go on in. */
const withBlank = <T,>(rows: T[], blank: T, empty: (row: T) => boolean): T[] =>
  rows.length > 0 && empty(rows.at(-1)!) ? rows : [...rows, blank];

/** Why marked text of any row is kept; '' = not said. */
interface Kept {
  reason: string;
  onReason: (code: string) => void;
}

interface AdviceProps extends Kept {
  rows: AdviceRow[];
  onChange: (rows: AdviceRow[]) => void;
  errors: Record<string, string>;
  words: Go.activities.Vocabulary;
  speakers: Picked[];
}

/** What the officers advised: text first, then who, field and how it was taken; a new row opens by itself. */
export function AdviceRows({ rows, onChange, errors, words, speakers, reason, onReason }: AdviceProps) {
  const id = useId();
  const shown = withBlank(rows, blankAdvice, (row) => row.summary === '');
  const change = (index: number, part: Partial<AdviceRow>) =>
    onChange(shown.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <div className="cn-stack-tight">
      {shown.map((row, index) => {
        const at = (field: string) => errors[`contributions.${index}.${field}`];
        return (
          <div key={index} className="cn-line cn-line-text" role="group" aria-label={`Góp ý thứ ${index + 1}`}>
            <Cell error={at('summary')} className="cn-line-wide">
              <label className="cn-hidden" htmlFor={`${id}-${index}`}>
                Nội dung góp ý thứ {index + 1}
              </label>
              <GuardedText
                id={`${id}-${index}`}
                rows={row.summary.length > 90 ? 3 : 1}
                value={row.summary}
                invalid={Boolean(at('summary'))}
                placeholder="Nội dung góp ý"
                onChange={(summary) => change(index, { summary })}
                reason={reason}
                onReason={onReason}
                notice={false}
              />
            </Cell>
            {row.summary !== '' && (
              <>
                <Cell error={at('officerId')}>
                  <ChoiceInput
                    value={row.officerId || (speakers[0]?.id ?? '')}
                    invalid={Boolean(at('officerId'))}
                    placeholder="Ai góp ý"
                    onChange={(officerId) => change(index, { officerId })}
                    options={speakers.map((each) => ({ value: each.id, label: each.name }))}
                  />
                </Cell>
                <Cell error={at('fieldCode')}>
                  <ChoiceInput
                    value={row.fieldCode}
                    placeholder="Lĩnh vực"
                    onChange={(fieldCode) => change(index, { fieldCode })}
                    options={words.fields.map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }))}
                  />
                </Cell>
                <Cell error={at('accepted')}>
                  <ChoiceInput
                    value={row.accepted}
                    placeholder="Tiếp thu?"
                    onChange={(accepted) => change(index, { accepted })}
                    options={words.accepted.map((each) => ({ value: each.code, label: each.word }))}
                  />
                </Cell>
              </>
            )}
          </div>
        );
      })}
      <SecretNotice />
    </div>
  );
}

/** What was conveyed: one line for each resolution or policy. */
export function ConveyedRows({
  rows,
  onChange,
  errors,
  reason,
  onReason,
}: Kept & { rows: string[]; onChange: (rows: string[]) => void; errors: Record<string, string> }) {
  const id = useId();
  const shown = withBlank(rows, '', (row) => row === '');
  return (
    <div className="cn-stack-tight">
      {shown.map((topic, index) => (
        <Cell key={index} error={errors[`conveyances.${index}`]}>
          <label className="cn-hidden" htmlFor={`${id}-${index}`}>
            Nội dung truyền đạt thứ {index + 1}
          </label>
          <GuardedText
            id={`${id}-${index}`}
            rows={1}
            value={topic}
            placeholder="Nghị quyết, chỉ thị, chủ trương đã truyền đạt"
            invalid={Boolean(errors[`conveyances.${index}`])}
            onChange={(text) => onChange(shown.map((row, at) => (at === index ? text : row)))}
            reason={reason}
            onReason={onReason}
            notice={false}
          />
        </Cell>
      ))}
      <SecretNotice />
    </div>
  );
}
