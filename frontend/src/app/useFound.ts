import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { desk } from '../api/client';
import { rank } from '../lib/text';

/** One line of the answer to Ctrl+K. */
export interface Found {
  key: string;
  /** Hash path to go to. */
  path: string;
  name: string;
  note: string;
}

const PAUSE_MS = 100;
const words: Record<string, string> = {
  dia_ban: 'địa bàn',
  to_chuc_dang: 'tổ chức đảng',
  can_bo: 'cán bộ',
  kien_nghi: 'kiến nghị',
  van_ban: 'văn bản đi',
};

/** Records for a text, best first: the letters with their accents as typed come before the same letters without. */
export function useFound(text: string): { list: Found[]; busy: boolean } {
  const wanted = text.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const answer = useQuery({
    queryKey: ['desk.find', asked],
    queryFn: () => desk.Find(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  if (wanted === '') return { list: [], busy: false };
  const place = (name: string) => {
    const order = rank(name, asked);
    return order < 0 ? 9 : order;
  };
  const list = [...(answer.data ?? [])]
    .sort((a, b) => place(a.text) - place(b.text))
    .map((each) => ({
      key: `${each.kind}.${each.id}`,
      path: each.path,
      name: each.text,
      note: each.note || (words[each.kind] ?? ''),
    }));
  return { list, busy: answer.isFetching || asked !== wanted };
}
