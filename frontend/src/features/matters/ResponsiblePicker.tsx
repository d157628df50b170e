import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { activities } from '../../api/client';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import type { InputProps } from '../../ui/Field';

/** An officer, filled in beforehand with the one in charge of the place on the day when there is exactly one. */
export function ResponsiblePicker({
  placeId,
  day,
  propose,
  ...input
}: InputProps<Picked | null> & {
  placeId: string;
  day: string;
  /** Takes the one filled in beforehand: nobody typed it. */
  propose?: (one: Picked) => void;
}) {
  const filled = useRef(false);
  const expected = useQuery({
    queryKey: ['matters', 'responsible', placeId, day],
    queryFn: () => activities.Prefill([placeId], day),
    enabled: placeId !== '' && day !== '',
  }).data?.expected;
  const { value, onChange } = input;
  useEffect(() => {
    if (filled.current || value !== null || expected?.length !== 1) return;
    filled.current = true;
    const one = expected[0]!;
    (propose ?? onChange)({ id: one.officerId, name: one.name, note: one.post });
  }, [expected, value, onChange, propose]);
  return <OfficerPicker adds {...input} asOf={day} />;
}
