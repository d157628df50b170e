import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { exchange, type Go } from '../../api/client';
import { giveFile, saveFile } from '../../api/files';
import type { Kind } from './labels';

/** Everything a person decides about an import; officers leave the fields of units aside. */
export interface Choices {
  asOf: string;
  source: string;
  bulk: string;
  decisions: Record<string, string>;
  close: string;
  closeBelow: boolean;
  skipErrors: boolean;
}

export const freshChoices = (asOf: string): Choices => ({ asOf, source: '', bulk: '', decisions: {}, close: 'none', closeBelow: false, skipErrors: false });

export interface Opened {
  kind: Kind;
  token: string;
  name: string;
  rows: number;
}

/** Hands the chosen file over and has it read. */
export async function openFile(kind: Kind, file: File): Promise<Opened> {
  const given = await giveFile(file);
  const opened = await exchange.Open(kind, given.token);
  return { kind, ...opened };
}

export interface Shown {
  class: string;
  search: string;
  offset: number;
}

export const LINES = 200;

/** What the import would do, worked out anew after each decision. */
export function usePreview(file: Opened, choices: Choices, shown: Shown) {
  return useQuery({
    queryKey: ['exchange.preview', file.token, choices, shown],
    queryFn: () => {
      const filter = { ...shown, limit: LINES };
      return file.kind === 'units' ? exchange.PreviewUnits(file.token, choices, filter) : exchange.PreviewOfficers(file.token, choices, filter);
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Everything on other screens may have changed with an import or its undo. */
function useRefreshAll() {
  const client = useQueryClient();
  return () => void client.invalidateQueries();
}

export function useImport(file: Opened) {
  const refresh = useRefreshAll();
  return useMutation({
    mutationFn: (choices: Choices): Promise<Go.exchange.Batch> => (file.kind === 'units' ? exchange.ImportUnits(file.token, choices) : exchange.ImportOfficers(file.token, choices)),
    onSuccess: refresh,
  });
}

export const useBatches = () => useQuery({ queryKey: ['exchange.batches'], queryFn: () => exchange.Batches() });

export function useUndo() {
  const refresh = useRefreshAll();
  return useMutation({ mutationFn: (batch: string) => exchange.Undo(batch), onSuccess: refresh });
}

/** Makes the empty workbook to fill in and asks where to keep it. */
export async function saveTemplate(kind: Kind) {
  const made = await exchange.Template(kind);
  return saveFile(made.token, made.name);
}
