import { periodLabel, periodOf, periodSpan, type Span } from '../../lib/periods';
import { useDesk } from '../../ui/desk';
import { saidFilter } from '../../ui/listPaper';
import { useKeptState, useSessionState } from '../../ui/sessionState';
import type { Picked } from '../../pickers/SearchPicker';

export interface Scope {
  period: string;
  setPeriod: (period: string) => void;
  span: Span;
  under: Picked | null;
  setUnder: (unit: Picked | null) => void;
}

/** Period and place: the same on every tab of the room, so that one can go from a number to its reason. */
export function useScope(): Scope {
  const { asOf } = useDesk();
  const [period, setPeriod] = useSessionState('fulfilment.period', periodOf('YEAR', asOf));
  const [under, setUnder] = useKeptState<Picked | null>('fulfilment.under', null);
  return { period, setPeriod, span: periodSpan(period) ?? { from: asOf, to: asOf }, under, setUnder };
}

/** Period and place in words, for the printed list. */
export const saidScope = ({ period, under }: Scope): string[] => [
  periodLabel(period),
  saidFilter('Thuộc', under?.name),
];
