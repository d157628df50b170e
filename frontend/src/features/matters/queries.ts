import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { matters, type Go } from '../../api/client';

export type Vocabulary = Go.matters.Vocabulary;
export type Row = Go.matters.Row;
export type Filter = Go.matters.Filter;
export type Word = Go.store.Word;
export type Item = Go.matters.ItemInput;
export type ActionResult = Go.matters.ActionResult;

/** The words of every list, with fields, criteria and bodies. */
export const useVocabulary = () =>
  useQuery({ queryKey: ['matters', 'words'], queryFn: () => matters.Vocabulary(), staleTime: 60_000 });
export const useCriteria = (day: string) =>
  useQuery({
    queryKey: ['matters', 'criteria', day],
    queryFn: () => matters.Criteria(day),
    enabled: day !== '',
    staleTime: 60_000,
  });
export const useWorklists = (holderId = '') =>
  useQuery({ queryKey: ['matters', 'worklists', holderId], queryFn: () => matters.Worklists(holderId) });
export const useRegister = (filter: Filter) =>
  useQuery({
    queryKey: ['matters', 'register', filter],
    queryFn: () => matters.Register(filter),
    placeholderData: keepPreviousData,
  });
export const useMatter = (id: string) =>
  useQuery({ queryKey: ['matters', 'one', id], queryFn: () => matters.One(id), enabled: id !== '' });
export const useOverdueAt = (bodyId: string) =>
  useQuery({
    queryKey: ['matters', 'overdue', bodyId],
    queryFn: () => matters.OverdueAt(bodyId),
    enabled: bodyId !== '',
  });
export const useOfBody = (bodyId: string) =>
  useQuery({ queryKey: ['matters', 'body', bodyId], queryFn: () => matters.OfBody(bodyId), enabled: bodyId !== '' });
export const useFigures = (filter: Filter) =>
  useQuery({
    queryKey: ['matters', 'figures', filter],
    queryFn: () => matters.Figures(filter),
    placeholderData: keepPreviousData,
  });
export const useBodies = (filter: Go.matters.BodyFilter) =>
  useQuery({
    queryKey: ['matters', 'bodies', filter],
    queryFn: () => matters.Bodies(filter),
    placeholderData: keepPreviousData,
  });
export const useFields = () => useQuery({ queryKey: ['matters', 'fields'], queryFn: () => matters.Fields() });
export const useRules = () => useQuery({ queryKey: ['matters', 'rules'], queryFn: () => matters.Rules() });
export const useStatutory = (filter: Go.matters.StatutoryFilter) =>
  useQuery({
    queryKey: ['matters', 'statutory', filter],
    queryFn: () => matters.Statutory(filter),
    placeholderData: keepPreviousData,
  });
export const useReception = (filter: Go.matters.ReceptionFilter) =>
  useQuery({
    queryKey: ['matters', 'reception', filter],
    queryFn: () => matters.ReceptionDays(filter),
    placeholderData: keepPreviousData,
  });
export const useQuotas = (month: string) =>
  useQuery({
    queryKey: ['matters', 'quotas', month],
    queryFn: () => matters.ReceptionQuotas(month),
    placeholderData: keepPreviousData,
  });
export const useReceptionFigures = (period: string) =>
  useQuery({
    queryKey: ['matters', 'receptionFigures', period],
    queryFn: () => matters.ReceptionFigures(period),
    placeholderData: keepPreviousData,
  });

/** A write of this room changes all its lists, the ledger and the first screen. */
export function useWrite<In, Out>(write: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['matters'] }),
        client.invalidateQueries({ queryKey: ['fulfilment'] }),
        client.invalidateQueries({ queryKey: ['week'] }),
      ]),
  });
}

export const useRecord = () => useWrite((input: Go.matters.RecordInput) => matters.Record(input));
export const useEdit = () => useWrite((input: Go.matters.EditInput) => matters.Edit(input));

/** The number a letter of the office takes unless another is typed; '' while it is not known, or where there is none. */
export const useNextNumber = (event: string) =>
  useQuery({
    queryKey: ['matters', 'nextNumber', event],
    queryFn: () => matters.NextNumber(event, ''),
    enabled: event !== '',
  }).data ?? '';
