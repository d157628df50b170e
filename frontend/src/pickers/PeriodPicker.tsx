import { useState } from 'react';
import { useDesk } from '../ui/desk';
import type { InputProps } from '../ui/Field';
import { ChoiceInput } from '../ui/inputs';
import { makePeriod, partsOf, PERIOD_KINDS, shiftPeriod, type PeriodKind } from './period';

interface Props extends InputProps<string> {
  /** Kinds that make sense here; one of them only: the kind is not asked. */
  kinds?: PeriodKind[];
}

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
  const [year, setYear] = useState<string | null>(null);
  const info = PERIOD_KINDS[parts.kind];
  const takeYear = () => {
    if (year !== null && /^(19|20|21)\d\d$/.test(year.trim())) onChange(makePeriod({ ...parts, year: Number(year) }));
    setYear(null);
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
        className="cn-input cn-year"
        inputMode="numeric"
        aria-label="Năm"
        autoComplete="off"
        disabled={disabled}
        value={year ?? String(parts.year)}
        onChange={(event) => setYear(event.target.value)}
        onBlur={takeYear}
        onKeyDown={(event) => event.key === 'Enter' && takeYear()}
      />
      <button type="button" className="cn-icon-button" aria-label="Kỳ sau" disabled={disabled} onClick={() => step(1)}>
        ›
      </button>
    </span>
  );
}
