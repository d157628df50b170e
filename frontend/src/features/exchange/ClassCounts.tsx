import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { TextInput } from '../../ui/inputs';
import { StatusTag } from '../../ui/StatusTag';
import { classes } from './labels';
import type { Shown } from './queries';

interface Props {
  plan: Go.exchange.Preview;
  shown: Shown;
  onShown: (next: Shown) => void;
}

/** The rows by class; the counts add up to the rows of the file, and each is a filter. */
export function ClassCounts({ plan, shown, onShown }: Props) {
  const value = shown.class;
  const onChange = (next: string) => onShown({ ...shown, class: next, offset: 0 });
  const ending = plan.closing + plan.replaced + plan.below;
  return (
    <div className="cn-import-counts" role="group" aria-label="Lọc theo loại dòng">
      <button type="button" aria-pressed={value === ''} onClick={() => onChange('')}>
        Tất cả <strong>{showNumber(plan.rowCount)}</strong>
      </button>
      {classes.map((each) => {
        const rows = plan.rows[each.value] ?? 0;
        const above = plan.derived[each.value] ?? 0;
        if (rows + above === 0) return null;
        return (
          <button
            key={each.value}
            type="button"
            aria-pressed={value === each.value}
            onClick={() => onChange(value === each.value ? '' : each.value)}
          >
            <StatusTag tone={each.tone}>{each.label}</StatusTag> <strong>{showNumber(rows)}</strong>
            {above > 0 && <span className="cn-import-quiet"> và {showNumber(above)} cấp trên</span>}
          </button>
        );
      })}
      <div className="cn-import-search">
        <TextInput
          ariaLabel="Tìm trong danh sách"
          placeholder="Tìm mã, tên, cấp trên"
          value={shown.search}
          onChange={(search) => onShown({ ...shown, search, offset: 0 })}
        />
      </div>
      {ending > 0 && (
        <span className="cn-import-quiet">
          Kết thúc <strong>{showNumber(ending)}</strong>: {showNumber(plan.closing)} không còn trong danh sách,{' '}
          {showNumber(plan.replaced)} được thay, {showNumber(plan.below)} ở dưới
        </span>
      )}
    </div>
  );
}
