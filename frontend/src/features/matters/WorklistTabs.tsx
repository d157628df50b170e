import { showNumber } from '../../lib/text';
import { ChoiceInput } from '../../ui/inputs';
import { useNarrow } from '../../ui/useNarrow';
import { useWorklists } from './queries';

/** The lists of every day; the others wait in one choice beside them, with large text those not among the first, too. */
const DAILY = ['cho_chuyen', 'cho_tra_loi', 'cho_phan_hoi', 'qua_han', 'da_xong'];
const FIRST = ['cho_chuyen', 'cho_tra_loi', 'qua_han'];

/** What waits, with how many; "Tất cả" is the whole register. */
export function WorklistTabs({
  value,
  holderId,
  onChange,
}: {
  value: string;
  /** Only of what this officer is in charge of; "" is everything. */
  holderId: string;
  onChange: (code: string) => void;
}) {
  const lists = useWorklists(holderId).data ?? [];
  const count = (n: number, more: boolean) => `${more ? 'hơn ' : ''}${showNumber(n)}`;
  const daily = useNarrow() ? FIRST : DAILY;
  const rest = lists.filter((each) => !daily.includes(each.code));
  return (
    <div className="cn-worklists" role="group" aria-label="Danh sách việc">
      {lists
        .filter((each) => daily.includes(each.code))
        .map((each) => (
          <button
            key={each.code}
            type="button"
            aria-pressed={value === each.code}
            className={each.code === 'qua_han' && each.count > 0 ? 'cn-worklist cn-worklist-late' : 'cn-worklist'}
            onClick={() => onChange(each.code)}
          >
            {each.word} <strong>{count(each.count, each.more)}</strong>
          </button>
        ))}
      <button type="button" aria-pressed={value === ''} className="cn-worklist" onClick={() => onChange('')}>
        Tất cả
      </button>
      <ChoiceInput
        ariaLabel="Danh sách khác"
        value={rest.some((each) => each.code === value) ? value : ''}
        placeholder="Danh sách khác"
        onChange={onChange}
        options={rest.map((each) => ({ value: each.code, label: `${each.word} (${count(each.count, each.more)})` }))}
      />
    </div>
  );
}
