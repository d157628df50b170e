import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { periodKind, periodOf, periodSpan } from '../../lib/periods';
import { useDesk } from '../../ui/desk';
import { useKeptFilter, useSessionState } from '../../ui/sessionState';
import type { Filter } from './queries';

export const PAGE_SIZE = 200;

/** What the register is narrowed to. An empty period is all time; the other empty ones narrow nothing. */
export interface PaperFilter {
  period: string;
  form: string;
  issuerId: string;
  series: string;
  text: string;
  page: number;
}

/** The filter of the register, kept while one works elsewhere and after every action. */
export function usePaperFilter() {
  const { today } = useDesk();
  const [params, setParams] = useSearchParams();
  const open: PaperFilter = { period: periodOf('YEAR', today), form: '', issuerId: '', series: '', text: '', page: 0 };
  const usual = useKeptFilter<PaperFilter>('papers.filter.usual', ['form', 'issuerId', 'series']);
  const [choice, setChoice] = useSessionState<PaperFilter>('papers.filter', { ...open, ...usual.kept });
  // A link from the search or from another room: "?tim=12-BC/HU", "?ky=2026".
  useEffect(() => {
    const [text, period] = [params.get('tim'), params.get('ky')];
    if (text === null && period === null) return;
    setChoice((before) => ({
      ...before,
      form: '',
      issuerId: '',
      series: '',
      page: 0,
      text: text ?? '',
      period: period !== null && periodKind(period) !== '' ? period : '',
    }));
    setParams({}, { replace: true });
  }, [params, setParams, setChoice]);
  const filter: Filter = {
    span: periodSpan(choice.period) ?? { from: '', to: '' },
    form: choice.form,
    issuerId: choice.issuerId,
    series: choice.series,
    report: '',
    text: choice.text,
    limit: PAGE_SIZE,
    offset: choice.page * PAGE_SIZE,
  };
  return {
    choice,
    filter,
    thisYear: open.period,
    change: (part: Partial<PaperFilter>) => {
      usual.note(part);
      setChoice((before) => ({ ...before, page: 0, ...part }));
    },
    clear: () => {
      usual.forget();
      setChoice(open);
    },
  };
}
