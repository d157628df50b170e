import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Go } from '../../api/client';
import { readLinkedFilter, type LinkedFilter } from '../../lib/linkedFilter';
import { periodLabel, periodOf, periodSpan } from '../../lib/periods';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { MINE } from '../../ui/MineFilter';
import { useKeptFilter, useSessionState } from '../../ui/sessionState';
import { saidFilter } from '../../ui/listPaper';
import type { LogFilter, LogKey } from './queries';

export const PAGE_SIZE = 100;

/** What the log is narrowed to. An empty period is all time. */
export interface LogChoice {
  period: string;
  unit: Picked | null;
  officer: Picked | null;
  kind: string;
  outcome: string;
  text: string;
  /** The last entry of every page before this one; empty on the first page. */
  before: LogKey[];
  /** A number of a paper leads here with exactly the filter it counts; its words stand above the list. */
  linked: LinkedFilter<LogFilter> | null;
}

const open: Omit<LogChoice, 'period'> = {
  unit: null,
  officer: null,
  kind: '',
  outcome: '',
  text: '',
  before: [],
  linked: null,
};

/** Narrows nothing. */
export const EVERY_ENTRY: LogFilter = {
  span: { from: '', to: '' },
  underId: '',
  officerId: '',
  kind: '',
  outcome: '',
  text: '',
  newest: true,
  limit: 0,
};

/**
 * The filter of the log, kept while one works elsewhere. A link from another screen ("?loai=GROUP&kq=NOT_RECORDED&ky=2026-11")
 * replaces it: every number elsewhere opens exactly the entries it counts.
 */
export function useLogFilter(): {
  choice: LogChoice;
  change: (part: Partial<LogChoice>) => void;
  clear: () => void;
  filter: LogFilter;
} {
  const { asOf, can, mine } = useDesk();
  const writes = can('activities.SaveMeeting');
  const [params, setParams] = useSearchParams();
  const usual = useKeptFilter<LogChoice>('activities.filter.usual', ['unit', 'officer', 'kind', 'outcome']);
  const [choice, setChoice] = useSessionState<LogChoice>('activities.filter', {
    ...open,
    ...usual.kept,
    period: periodOf('MONTH', asOf),
  });

  useEffect(() => {
    const linked = (name: string) => params.get(name) ?? '';
    const list = readLinkedFilter(params, EVERY_ENTRY);
    // The form of an entry is for those who write; to others the list shows that entry alone.
    const alone =
      !writes && params.has('mo')
        ? { filter: { ...EVERY_ENTRY, ids: [linked('mo')] }, words: 'Cuộc họp đã chọn' }
        : null;
    if (list ?? alone) {
      setChoice({ ...open, period: periodOf('MONTH', asOf), linked: list ?? alone });
      setParams(list && params.has('mo') ? { mo: linked('mo') } : {}, { replace: true });
      return;
    }
    if (!['ky', 'loai', 'kq', 'don-vi', 'can-bo', MINE].some((name) => params.has(name))) return;
    const picked = (id: string, name: string) =>
      linked(id) === '' ? null : { id: linked(id), name: linked(name) || 'đã chọn' };
    setChoice({
      ...open,
      period: linked('ky') === 'moi-luc' ? '' : linked('ky') || periodOf('MONTH', asOf),
      kind: linked('loai'),
      outcome: linked('kq'),
      unit: picked('don-vi', 'ten-don-vi'),
      officer: params.has(MINE) ? (mine ?? null) : picked('can-bo', 'ten-can-bo'),
    });
    const rest = params.get('mo');
    setParams(rest === null ? {} : { mo: rest }, { replace: true });
  }, [params, setParams, setChoice, asOf, writes, mine]);

  return {
    choice,
    change: (part) => {
      usual.note(part);
      setChoice((now) => ({ ...now, before: [], ...part }));
    },
    clear: () => {
      usual.forget();
      setChoice({ ...open, period: periodOf('MONTH', asOf) });
    },
    filter: choice.linked
      ? { ...choice.linked.filter, text: choice.text, limit: PAGE_SIZE, after: choice.before.at(-1) }
      : {
          span: periodSpan(choice.period) ?? { from: '', to: '' },
          underId: choice.unit?.id ?? '',
          officerId: choice.officer?.id ?? '',
          kind: choice.kind,
          outcome: choice.outcome,
          text: choice.text,
          newest: true,
          limit: PAGE_SIZE,
          after: choice.before.at(-1),
        },
  };
}

/** What the log is narrowed to, in words. */
export function saidLog(choice: LogChoice, words: Go.activities.Vocabulary | undefined): string[] {
  const text = saidFilter('Tìm chữ', choice.text);
  if (choice.linked) return [choice.linked.words, text];
  return [
    choice.period === '' ? 'Mọi thời gian' : periodLabel(choice.period),
    saidFilter('Địa bàn, tổ chức đảng', choice.unit?.name),
    saidFilter('Cán bộ', choice.officer?.name),
    saidFilter('Loại', words?.kinds.find((each) => each.code === choice.kind)?.word),
    saidFilter('Kết quả', words?.outcomes.find((each) => each.code === choice.outcome)?.word),
    text,
  ];
}
