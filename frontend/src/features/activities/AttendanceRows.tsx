import { useRef, type ReactNode } from 'react';
import type { Go } from '../../api/client';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { FieldError } from '../../ui/FieldError';
import { TextInput } from '../../ui/inputs';
import { editRows } from '../../ui/rows';
import { blankAttendance, type AttendanceRow } from './formValues';
import { ResultInput } from './ResultInput';

interface Props {
  rows: AttendanceRow[];
  onChange: (rows: AttendanceRow[]) => void;
  errors: Record<string, string>;
  results: Go.store.Word[];
  /** Posts are shown as of this day. */
  day: string;
  /** False while the meeting has not been held: then the rows only say who is expected. */
  held: boolean;
  focusFirst: boolean;
}

/** Cell of a row with its message below it; the form focuses the first bad one. */
export function Cell({ error, children, className = '' }: { error?: string; children: ReactNode; className?: string }) {
  return (
    <div className={`cn-row-cell ${className}`} data-bad={error ? 'yes' : undefined}>
      {children}
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}

/** Who was expected and what became of it: one line for each officer. */
export function AttendanceRows({ rows, onChange, errors, results, day, held, focusFirst }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const goOn = (index: number) => {
    const stops = [
      ...(box.current
        ?.closest('.cn-sheet-body')
        ?.querySelectorAll<HTMLElement>('input:not([disabled]), textarea, [data-stop]') ?? []),
    ];
    const here = box.current?.querySelectorAll<HTMLElement>('[data-stop]')[index];
    stops[stops.indexOf(here as HTMLElement) + 1]?.focus();
  };
  return (
    <div ref={box} className="cn-stack-tight">
      {editRows(rows, onChange).map(({ key, row, index, change, remove }) => {
        const at = (field: string) => errors[`attendances.${index}.${field}`];
        const who = row.officer?.name ?? `Cán bộ thứ ${index + 1}`;
        return (
          <div key={key} className="cn-line" role="group" aria-label={who}>
            <Cell error={at('officerId')} className="cn-line-who">
              {row.officer ? (
                <span>
                  <strong>{row.officer.name}</strong>
                  {row.officer.note && <span className="cn-soft"> – {row.officer.note}</span>}
                </span>
              ) : (
                <OfficerPicker
                  adds
                  value={null}
                  asOf={day}
                  invalid={Boolean(at('officerId'))}
                  onChange={(officer) => change({ officer })}
                />
              )}
            </Cell>
            {held && (
              <Cell error={at('result')}>
                <ResultInput
                  label={`Kết quả của ${who}`}
                  words={results}
                  value={row.result}
                  invalid={Boolean(at('result'))}
                  autoFocus={focusFirst && index === 0}
                  onChange={(result) => change({ result })}
                  onNext={() => goOn(index)}
                />
              </Cell>
            )}
            <button
              type="button"
              className="cn-icon-button"
              aria-label={`Bỏ ${who} khỏi danh sách dự`}
              onClick={remove}
            >
              ×
            </button>
            {held && row.result === 'SUBSTITUTED' && (
              <Cell error={at('substituteId')} className="cn-line-more">
                <label className="cn-row">
                  Người dự thay{' '}
                  <OfficerPicker
                    adds
                    value={row.substitute}
                    asOf={day}
                    invalid={Boolean(at('substituteId'))}
                    onChange={(substitute) => change({ substitute })}
                  />
                </label>
              </Cell>
            )}
            {(row.reason !== '' || at('officerId') || (held && row.result !== '' && row.result !== 'ATTENDED')) && (
              <Cell error={at('reason')} className="cn-line-more">
                <label className="cn-row">
                  Lý do{' '}
                  <TextInput
                    value={row.reason}
                    invalid={Boolean(at('reason'))}
                    onChange={(reason) => change({ reason })}
                  />
                </label>
              </Cell>
            )}
          </div>
        );
      })}
      <button type="button" className="cn-link" onClick={() => onChange([...rows, { ...blankAttendance }])}>
        + Thêm cán bộ dự
      </button>
    </div>
  );
}
