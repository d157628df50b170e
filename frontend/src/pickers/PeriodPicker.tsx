import { useRef, useState, type KeyboardEvent } from 'react';
import { composing } from '../lib/keys';
import { useDesk } from '../ui/desk';
import type { InputProps } from '../ui/Field';
import { FieldError } from '../ui/FieldError';
import { ChoiceInput } from '../ui/inputs';
import { useTypedInput } from '../ui/typed';
import { makePeriod, partsOf, PERIOD_KINDS, shiftPeriod, type PeriodKind } from './period';

interface Props extends InputProps<string> {
  /** Kinds that make sense here; one of them only: the kind is not asked. */
  kinds?: PeriodKind[];
}

const PROBLEM = 'Ghi năm bằng bốn chữ số, ví dụ 2026.';
const isYear = (text: string) => /^(19|20|21)\d\d$/.test(text.trim());

/** A reporting period: kind, number, year, and ‹ › to the one before and after. Value as Go keeps it: "2026-06", "2026-Q2", "2026-H1", "2026-9T", "2026". */
export function PeriodPicker({
  id,
  value,
  onChange,
  disabled,
  describedBy,
  ariaLabel,
  kinds = ['MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR'],
}: Props) {
  const { today } = useDesk();
  // Where no period is chosen yet, the choice begins at the month of today.
  const parts = partsOf(value) ?? { kind: 'MONTH', year: Number(today.slice(0, 4)), part: Number(today.slice(5, 7)) };
  const step = (by: number) => onChange(shiftPeriod(makePeriod(parts), by));
  // As typed; null while the field shows the year of the value.
  const [year, setYear] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [known, setKnown] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  if (value !== known) {
    setKnown(value);
    if (year !== null && year.trim() !== value.slice(0, 4)) setYear(null);
  }
  const info = PERIOD_KINDS[parts.kind];
  const problem = year === null || isYear(year) ? '' : PROBLEM;
  const type = (typed: string) => {
    setYear(typed);
    setTold(false);
    if (isYear(typed)) onChange(makePeriod({ ...parts, year: Number(typed) }));
  };
  const settle = () => (problem === '' ? setYear(null) : setTold(true));
  useTypedInput(box, { problem: () => problem, settle });
  const onYearKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || composing(event)) return;
    settle();
    if (problem !== '') event.preventDefault();
  };
  const changeKind = (kind: PeriodKind) =>
    onChange(
      makePeriod({
        kind,
        year: parts.year,
        part: Math.min(
          PERIOD_KINDS[kind].parts.length || 1,
          kind === 'QUARTER' && parts.kind === 'MONTH' ? Math.ceil(parts.part / 3) : parts.part,
        ),
      }),
    );
  return (
    <>
      <span className="cn-row" role="group" aria-label={ariaLabel} aria-describedby={describedBy}>
        <button
          type="button"
          className="cn-icon-button"
          aria-label="Kỳ trước"
          disabled={disabled}
          onClick={() => step(-1)}
        >
          ‹
        </button>
        {kinds.length > 1 && (
          <ChoiceInput<PeriodKind>
            id={id}
            ariaLabel="Loại kỳ"
            value={parts.kind}
            onChange={changeKind}
            disabled={disabled}
            options={kinds.map((each) => ({ value: each, label: PERIOD_KINDS[each].label }))}
          />
        )}
        {info.parts.length > 0 && (
          <ChoiceInput<string>
            id={kinds.length > 1 ? undefined : id}
            ariaLabel={info.label}
            value={String(parts.part)}
            disabled={disabled}
            onChange={(part) => onChange(makePeriod({ ...parts, part: Number(part) }))}
            options={info.parts.map((label, index) => ({ value: String(index + 1), label }))}
          />
        )}
        <input
          ref={box}
          id={kinds.length === 1 && info.parts.length === 0 ? id : undefined}
          data-typed="year"
          className="cn-input cn-year"
          inputMode="numeric"
          aria-label="Năm"
          autoComplete="off"
          disabled={disabled}
          value={year ?? String(parts.year)}
          aria-invalid={told && problem !== '' ? true : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={settle}
          onKeyDown={onYearKey}
        />
        <button
          type="button"
          className="cn-icon-button"
          aria-label="Kỳ sau"
          disabled={disabled}
          onClick={() => step(1)}
        >
          ›
        </button>
      </span>
      {told && problem !== '' && <FieldError>{problem}</FieldError>}
    </>
  );
}
