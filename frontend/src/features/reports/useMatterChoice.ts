import { useCallback } from 'react';
import { matters } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { useSessionState } from '../../ui/sessionState';

/** What narrows the papers on opinions and proposals, and who signs their letters. */
export interface MatterChoice {
  body: Picked | null;
  letter: Picked | null;
  matter: Picked | null;
  /** One of SIGNERS; empty: as the kind of letter has it. */
  signer: string;
}

const NOTHING: MatterChoice = { body: null, letter: null, matter: null, signer: '' };

/** The choices of one paper, kept until the program closes, and how a link from another room sets them. */
export function useMatterChoice(code: string) {
  const [chosen, setChosen] = useSessionState<MatterChoice>(`reports.${code}.matters`, NOTHING);
  const change = useCallback(
    (part: Partial<MatterChoice>) => setChosen((before) => ({ ...before, ...part })),
    [setChosen],
  );
  const preset = useCallback(
    (given: (id: string) => string) => {
      const body = given('co-quan') || given('coquan');
      const letter = given('van-ban');
      const matter = given('kien-nghi');
      if (body === '' && letter === '' && matter === '') return;
      setChosen((before) => ({
        ...before,
        body: body === '' ? null : { id: body, name: given('ten-co-quan') },
        letter: letter === '' ? null : { id: letter, name: given('ten-van-ban') },
        matter: matter === '' ? null : { id: matter, name: given('ten-kien-nghi') },
      }));
      if (body !== '' && given('ten-co-quan') === '') {
        // The link names the body by its key alone; without its name the field would look empty. The paper itself needs only the key.
        matters.Bodies({ text: '', deleted: false }).then(
          (list) => {
            const found = list.find((each) => each.id === body);
            if (found)
              setChosen((before) =>
                before.body?.id === body ? { ...before, body: { id: body, name: found.name } } : before,
              );
          },
          () => undefined,
        );
      }
    },
    [setChosen],
  );
  return { chosen, change, preset };
}
