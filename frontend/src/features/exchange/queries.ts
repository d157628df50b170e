import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { assignments, exchange, type Go } from '../../api/client';
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
  /** The number of units that may end, named by the person. */
  confirmed: number;
  /** For assignments: the key of a scheme, or "mau:" and the code of a preset to make one from; empty: the first offered. */
  scheme: string;
  /** Why text that looks like a person's data is taken in all the same; '' = not said. */
  guardReason: string;
  /** How days are written where a column does not tell: ngay, thang; '' = not said. */
  dayOrder: string;
}

export const freshChoices = (asOf: string): Choices => ({
  asOf,
  source: '',
  bulk: '',
  decisions: {},
  close: 'none',
  closeBelow: false,
  skipErrors: false,
  confirmed: 0,
  scheme: '',
  guardReason: '',
  dayOrder: '',
});

export interface Opened {
  kind: Kind;
  token: string;
  name: string;
  rows: number;
  /** The day proposed: the first one the file itself names. */
  asOf: string;
  /** The workbook assigns, so a scheme has to be chosen. */
  assign: boolean;
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

const PRESET = 'mau:';

function workbookOptions(choices: Choices): Go.exchange.WorkbookOptions {
  const preset = choices.scheme.startsWith(PRESET);
  return {
    ...choices,
    schemeId: preset ? '' : choices.scheme,
    preset: preset ? choices.scheme.slice(PRESET.length) : '',
  };
}

/** The schemes assignments may be made under: those there are, then the presets a new one can be made from. */
export function useSchemeChoices(wanted: boolean) {
  return useQuery({
    queryKey: ['exchange.schemes'],
    enabled: wanted,
    queryFn: async () => {
      const [known, offered] = await Promise.all([assignments.Schemes(), assignments.Choices()]);
      return [
        ...known.map((each) => ({ value: each.id, label: each.name })),
        ...offered.presets
          .filter((each) => each.scheme.kinds.length > 0)
          .map((each) => ({ value: `${PRESET}${each.code}`, label: `Lập mới theo mẫu ${each.name}` })),
      ];
    },
  });
}

/** What the import would do, worked out anew after each decision. */
export function usePreview(file: Opened, choices: Choices, shown: Shown, ready: boolean) {
  return useQuery({
    queryKey: ['exchange.preview', file.token, choices, shown],
    queryFn: () => {
      const filter = { ...shown, limit: LINES };
      if (file.kind === 'workbook') return exchange.PreviewWorkbook(file.token, workbookOptions(choices), filter);
      return file.kind === 'units'
        ? exchange.PreviewUnits(file.token, choices, filter)
        : exchange.PreviewOfficers(file.token, choices, filter);
    },
    enabled: ready,
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
    mutationFn: (choices: Choices): Promise<Go.exchange.Batch> => {
      if (file.kind === 'workbook') return exchange.ImportWorkbook(file.token, workbookOptions(choices));
      return file.kind === 'units'
        ? exchange.ImportUnits(file.token, choices)
        : exchange.ImportOfficers(file.token, choices);
    },
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
