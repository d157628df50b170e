import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { issuing, type Go } from '../../api/client';

export type BatchStatus = Go.issuing.BatchStatus;

/** What the sheets of a report can be about. */
export const useBatchPlaces = (ask: Go.issuing.BatchAsk) =>
  useQuery({
    queryKey: ['reports', 'batch', 'places', ask],
    queryFn: () => issuing.BatchPlaces(ask),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** How far a batch has come, asked for twice a second while it runs. */
export const useBatchStatus = (id: string) =>
  useQuery({
    queryKey: ['reports', 'batch', 'status', id],
    queryFn: () => issuing.BatchStatus(id),
    enabled: id !== '',
    retry: false,
    refetchInterval: (query) => (query.state.data?.running ? 500 : false),
  });

export const useBatchStart = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Go.issuing.BatchInput) => issuing.BatchStart(input),
    onSuccess: (status) => client.setQueryData(['reports', 'batch', 'status', status.id], status),
  });
};

export const useBatchCancel = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => issuing.BatchCancel(id),
    onSuccess: (status) => client.invalidateQueries({ queryKey: ['reports', 'batch', 'status', status.id] }),
  });
};
