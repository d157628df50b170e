import { useId, useState } from 'react';
import type { Go } from '../../api/client';
import { GuardedText } from '../../pickers/GuardedText';
import type { Picked } from '../../pickers/SearchPicker';
import { SecretNotice } from '../../pickers/SecretNotice';
import { ChoiceInput } from '../../ui/inputs';
import { editRows, rowKey } from '../../ui/rows';
import { Cell } from './AttendanceRows';
import { blankAdvice, blankTopic, type AdviceRow, type TopicRow } from './formValues';

/** The typed rows and one empty row to go on in; once something is typed into that one, the next is another. */
function useRowsAndSpare<T extends object>(rows: T[], blank: T, empty: (row: T) => boolean): T[] {
  const [spare, setSpare] = useState(() => ({ ...blank }));
  const last = rows.at(-1);
  if (rows.some((row) => rowKey(row) === rowKey(spare))) {
    const next = { ...blank };
    setSpare(next);
    return last && empty(last) ? rows : [...rows, next];
  }
  return last && empty(last) ? rows : [...rows, spare];
}

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
  const shown = useRowsAndSpare(rows, blankAdvice, (row) => row.summary === '');
  return (
    <div className="cn-stack-tight">
      {editRows(shown, onChange).map(({ key, row, index, change }) => {
        const at = (field: string) => errors[`contributions.${index}.${field}`];
        return (
          <div key={key} className="cn-line cn-line-text" role="group" aria-label={`Góp ý thứ ${index + 1}`}>
            <Cell error={at('summary')} className="cn-line-wide">
              <label className="cn-hidden" htmlFor={`${id}-${index}`}>
                Nội dung góp ý thứ {index + 1}
              </label>
              <GuardedText
                phrases="nhat_ky"
                id={`${id}-${index}`}
                rows={row.summary.length > 90 ? 3 : 1}
                value={row.summary}
                invalid={Boolean(at('summary'))}
                placeholder="Nội dung góp ý"
                onChange={(summary) => change({ summary })}
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
                    onChange={(officerId) => change({ officerId })}
                    options={speakers.map((each) => ({ value: each.id, label: each.name }))}
                  />
                </Cell>
                <Cell error={at('fieldCode')}>
                  <ChoiceInput
                    value={row.fieldCode}
                    placeholder="Lĩnh vực"
                    onChange={(fieldCode) => change({ fieldCode })}
                    options={words.fields.map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }))}
                  />
                </Cell>
                <Cell error={at('accepted')}>
                  <ChoiceInput
                    value={row.accepted}
                    placeholder="Tiếp thu?"
                    onChange={(accepted) => change({ accepted })}
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
}: Kept & { rows: TopicRow[]; onChange: (rows: TopicRow[]) => void; errors: Record<string, string> }) {
  const id = useId();
  const shown = useRowsAndSpare(rows, blankTopic, (row) => row.topic === '');
  return (
    <div className="cn-stack-tight">
      {editRows(shown, onChange).map(({ key, row, index, change }) => (
        <Cell key={key} error={errors[`conveyances.${index}`]}>
          <label className="cn-hidden" htmlFor={`${id}-${index}`}>
            Nội dung truyền đạt thứ {index + 1}
          </label>
          <GuardedText
            phrases="nhat_ky"
            id={`${id}-${index}`}
            rows={1}
            value={row.topic}
            placeholder="Nghị quyết, chỉ thị, chủ trương đã truyền đạt"
            invalid={Boolean(errors[`conveyances.${index}`])}
            onChange={(topic) => change({ topic })}
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
