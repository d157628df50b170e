import { EVERY_MATTER } from '../../api/filters';
import { show } from '../../lib/dates';
import type { Picked } from '../../pickers/SearchPicker';
import { ChoiceRow } from '../../ui/inputs';
import { brief } from './labels';
import { options } from './options';
import { useRegister, useVocabulary } from './queries';
import { Slot } from './Slot';

/** What a meeting says of a matter that was settled. */
export interface Looked {
  matterId: string;
  result: string;
}

export const isRecheck = (row: object): row is Looked => 'matterId' in row;

/** How many settled matters one place is asked about at a meeting. */
const ASKED = 10;

/** The settled matters of a place that are still to be looked at again, the earliest due first. */
export function RecheckRows({
  place,
  looked,
  onChange,
  error,
}: {
  place: Picked;
  looked: Looked[];
  onChange: (looked: Looked[]) => void;
  error?: string;
}) {
  const words = useVocabulary().data;
  const rows =
    useRegister({ ...EVERY_MATTER, underId: place.id, worklist: 'cho_xem_lai', limit: ASKED }).data?.items ?? [];
  if (rows.length === 0) return null;
  const choices = [{ value: 'NONE', label: 'Chưa xem lại' }, ...options(words?.rechecks)];
  return (
    <fieldset className="cn-matter-item">
      <legend>Xem lại việc đã giải quyết xong ở {place.name}</legend>
      {rows.map((row) => (
        <Slot
          key={row.id}
          label={`Số ${row.no}, hạn ${show(row.recheckDue)}: ${brief(row.summary)}`}
          error={looked[0]?.matterId === row.id ? error : undefined}
        >
          {(p) => (
            <ChoiceRow
              {...p}
              value={looked.find((each) => each.matterId === row.id)?.result ?? 'NONE'}
              onChange={(result) => {
                const others = looked.filter((each) => each.matterId !== row.id);
                onChange(result === 'NONE' ? others : [...others, { matterId: row.id, result }]);
              }}
              options={choices}
            />
          )}
        </Slot>
      ))}
    </fieldset>
  );
}
