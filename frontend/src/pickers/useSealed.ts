import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { issuing, type Go } from '../api/client';
import { readFault } from '../lib/fault';
import { useNotice } from '../ui/notices';

export type Issued = Go.papers.Issued;

/** What can be looked at of an issued paper: its sealed pages as issued, the same printed again, signed, or what differs today. */
export type Look = 'ban_hanh' | 'in_lai' | 'da_ky' | 'doi_chieu';

export interface Shown {
  paper: Issued;
  look: Look;
  file: Go.reports.Printed;
}

/** Sealed pages on the screen. `about` names what the screen is about: when it changes, nothing is shown any more. */
export function useSealed(about: string) {
  const say = useNotice();
  const client = useQueryClient();
  const [shown, setShown] = useState<{ about: string; what: Shown } | null>(null);
  const opened = useMutation({
    mutationFn: async ({ paper, look }: { paper: Issued; look: Look }): Promise<Shown> => {
      if (look === 'doi_chieu') return { paper, look, file: await issuing.Differences(paper.id, 'pdf') };
      if (look === 'da_ky') {
        const signed = await issuing.OpenSigned(paper.id);
        return { paper: signed.paper, look, file: signed.file };
      }
      const again = await issuing.Reprint(paper.id);
      return { paper: again.paper, look, file: again.file };
    },
    onSuccess: (what) => {
      setShown({ about, what });
      if (what.look !== 'doi_chieu') void refreshIssued(client);
    },
    onError: (error) => say.failed(readFault(error).message),
  });
  return {
    shown: shown?.about === about ? shown.what : null,
    busy: opened.isPending ? opened.variables.look : null,
    open: (paper: Issued, look: Look) => opened.mutate({ paper, look }),
    show: (what: Shown) => setShown({ about, what }),
    close: () => setShown(null),
  };
}

export type Sealed = ReturnType<typeof useSealed>;

/** What shows issued papers: the list under a paper and the register. */
export const refreshIssued = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['papers'] }),
    client.invalidateQueries({ queryKey: ['reports', 'issued'] }),
    client.invalidateQueries({ queryKey: ['reports', 'proposal'] }),
  ]);
