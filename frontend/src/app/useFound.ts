import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { desk, type Go } from '../api/client';
import { useDesk } from '../ui/desk';
import { routes } from './routes';

export type Mark = Go.find.Mark;

/** One line of the answer to Ctrl+K. */
export interface Found {
  key: string;
  /** Hash path to go to. */
  path: string;
  name: string;
  note: string;
  /** What kind of thing it is, in words. */
  what: string;
  /** The letters that were typed. */
  nameMarks: Mark[];
  noteMarks: Mark[];
}

const PAUSE_MS = 100;
/** What a kind is called, where the note does not say it already. */
const words: Record<string, string> = {
  dia_ban: 'địa bàn',
  to_chuc_dang: 'tổ chức đảng',
  can_bo: 'cán bộ',
  quyet_dinh: 'quyết định',
  man_hinh: 'màn hình',
  bao_cao: 'báo cáo',
  viec: 'việc làm ngay',
};

/** The screens the person may open; an address with a record in it is no screen of its own. */
function useScreens(): Go.desk.Screen[] {
  const { can } = useDesk();
  return useMemo(
    () =>
      routes
        .filter((each) => !/\/:\w+(\/|$)/.test(each.path) && (!each.needs || can(each.needs)))
        .map((each) => ({ title: each.title, path: `/${each.path.replace(/\/:\w+\?$/, '')}` })),
    [can],
  );
}

/** Everything that has a name, for a text: Go looks, ranks and says which letters were typed. */
export function useFound(text: string): { list: Found[]; busy: boolean } {
  const wanted = text.trim();
  const screens = useScreens();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const answer = useQuery({
    queryKey: ['desk.find', asked],
    queryFn: () => desk.Find({ text: asked, screens }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  if (wanted === '') return { list: [], busy: false };
  const list = (answer.data ?? []).map((each) => ({
    key: `${each.kind}.${each.id}`,
    path: each.path,
    name: each.text,
    note: each.note,
    what: words[each.kind] ?? '',
    nameMarks: each.textMarks,
    noteMarks: each.noteMarks,
  }));
  return { list, busy: answer.isFetching || asked !== wanted };
}
