import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Go } from '../../api/client';
import { EVERY_MATTER } from '../../api/filters';
import { listAddress, readLinkedFilter, type LinkedFilter } from '../../lib/linkedFilter';
import { periodLabel, periodOf, periodSpan } from '../../lib/periods';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { useKeptFilter, useSessionState } from '../../ui/sessionState';
import { MINE } from '../../ui/MineFilter';
import { saidFilter } from '../../ui/listPaper';
import { type Filter } from './queries';

export const PAGE_SIZE = 100;

/** What the list is narrowed to. An empty worklist is every matter, an empty period all time. */
export interface MatterChoice {
  worklist: string;
  period: string;
  /** Only of places the person signed in is in charge of. */
  mine: boolean;
  unit: Picked | null;
  body: Picked | null;
  fieldCode: string;
  outcome: string;
  text: string;
  page: number;
  /** A number elsewhere leads here with exactly the filter it counts; its words stand above the list. */
  linked: LinkedFilter<Filter> | null;
}

const open: MatterChoice = {
  worklist: 'cho_chuyen',
  period: '',
  mine: false,
  unit: null,
  body: null,
  fieldCode: '',
  outcome: '',
  text: '',
  page: 0,
  linked: null,
};

/** Address that opens the list with a filter; only what narrows is written into it. */
export function listOf(filter: Partial<Filter>, words: string): string {
  return listAddress('/kien-nghi', filter, EVERY_MATTER, words);
}

/** The filter of the list, kept while one works elsewhere and after every action. */
export function useMatterFilter(): {
  choice: MatterChoice;
  change: (part: Partial<MatterChoice>) => void;
  clear: () => void;
  filter: Filter;
} {
  const { asOf, mine } = useDesk();
  const [params, setParams] = useSearchParams();
  const usual = useKeptFilter<MatterChoice>('matters.filter.usual', ['worklist', 'mine', 'unit', 'body', 'fieldCode']);
  const [choice, setChoice] = useSessionState<MatterChoice>('matters.filter', { ...open, ...usual.kept });

  useEffect(() => {
    if (!params.has('loc') && !params.has('ds') && !params.has(MINE)) return;
    setChoice({
      ...open,
      worklist: params.get('ds') ?? (params.has(MINE) ? 'dang_mo' : ''),
      mine: params.has(MINE) && mine !== undefined,
      period: '',
      linked: readLinkedFilter(params, EVERY_MATTER),
    });
    const rest = params.get('mo');
    setParams(rest === null ? {} : { mo: rest }, { replace: true });
  }, [params, setParams, setChoice, asOf, mine]);

  const shared = { text: choice.text, limit: PAGE_SIZE, offset: choice.page * PAGE_SIZE };
  return {
    choice,
    change: (part) => {
      usual.note(part);
      setChoice((before) => ({ ...before, page: 0, ...part }));
    },
    clear: () => {
      usual.note({ mine: false, unit: null, body: null, fieldCode: '' });
      setChoice((before) => ({ ...open, worklist: before.linked ? '' : before.worklist }));
    },
    filter: choice.linked
      ? { ...EVERY_MATTER, ...choice.linked.filter, ...shared }
      : {
          ...EVERY_MATTER,
          ...shared,
          worklist: choice.worklist,
          span: periodSpan(choice.period) ?? { from: '', to: '' },
          holderId: choice.mine ? (mine?.id ?? '') : '',
          underId: choice.unit?.id ?? '',
          bodyId: choice.body?.id ?? '',
          fieldCode: choice.fieldCode,
          outcomes: choice.outcome ? [choice.outcome] : [],
          order: choice.worklist === '' ? 'moi' : '',
        },
  };
}

/** The period the picker starts with when one is wanted. */
export const thisYear = (asOf: string) => periodOf('YEAR', asOf);

/** What the list is narrowed to, in words. */
export function saidMatters(
  choice: MatterChoice,
  words: Go.matters.Vocabulary | undefined,
  lists: Go.matters.WorklistCount[] | undefined,
): string[] {
  const text = saidFilter('Tìm chữ', choice.text);
  if (choice.linked) return [choice.linked.words, text];
  return [
    lists?.find((each) => each.code === choice.worklist)?.word ?? '',
    choice.period === '' ? '' : `Tiếp nhận trong ${periodLabel(choice.period).toLowerCase()}`,
    choice.mine ? 'Nơi tôi phụ trách' : '',
    saidFilter('Thuộc', choice.unit?.name),
    saidFilter('Cơ quan', choice.body?.name),
    saidFilter('Lĩnh vực', words?.fields.find((each) => each.code === choice.fieldCode)?.name),
    saidFilter('Kết quả', words?.outcomes.find((each) => each.code === choice.outcome)?.word),
    text,
  ];
}
