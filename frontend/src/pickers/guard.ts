import { useQuery } from '@tanstack/react-query';
import { matters } from '../api/client';

/** The words of the guard: its reasons and the notice that stands at every free text. */
export const useGuardWords = () =>
  useQuery({ queryKey: ['matters', 'words'], queryFn: () => matters.Vocabulary(), staleTime: 60_000 }).data;
