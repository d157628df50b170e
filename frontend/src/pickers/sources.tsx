import { createContext, useCallback, useContext, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useDesk } from '../ui/desk';
import type { Picked } from './SearchPicker';

/** What a picker may lack and a form can add: an officer, a place, a Party organisation, a body that answers. */
export type Missing = 'officer' | 'place' | 'org' | 'body';

/** What the sheet of a missing record is given: the name typed so far, and where the new record goes. */
export interface AddFormProps {
  name: string;
  onAdded: (added: Picked) => void;
  onClose: () => void;
}

export interface Adder {
  /** "cán bộ", after "Thêm". */
  word: string;
  /** Only who may call this "<package>.<Method>" is offered to add. */
  needs: string;
  Form: ComponentType<AddFormProps>;
}

/** Where the pickers search, and what adds what they lack. The program gives the calls to Go; a test gives a list. */
export interface PickerSources {
  units: (text: string, tree: 'place' | 'org' | '', asOf: string) => Promise<Picked[]>;
  officers: (text: string, asOf: string) => Promise<Picked[]>;
  adders?: Record<Missing, Adder>;
}

interface Adding {
  Form: ComponentType<AddFormProps>;
  name: string;
  onAdded: (added: Picked) => void;
}

const nowhere: PickerSources = { units: async () => [], officers: async () => [] };
const Context = createContext<PickerSources>(nowhere);
const StartContext = createContext<(adding: Adding) => void>(() => {});

/**
 * Gives the pickers their sources. The sheets that add what is missing are drawn here, beside the screens and not inside
 * them, so that no key pressed in one reaches the form it lies over.
 */
export function Pickers({ sources, children }: { sources: PickerSources; children: ReactNode }) {
  // A sheet has pickers of its own, whose sheets lie over it.
  const [open, setOpen] = useState<Adding[]>([]);
  const start = useCallback((adding: Adding) => setOpen((before) => [...before, adding]), []);
  const close = (adding: Adding) => setOpen((before) => before.filter((each) => each !== adding));
  return (
    <Context.Provider value={sources}>
      <StartContext.Provider value={start}>
        {children}
        {open.map((adding, depth) => (
          <adding.Form
            key={depth}
            name={adding.name}
            onClose={() => close(adding)}
            onAdded={(added) => {
              close(adding);
              adding.onAdded(added);
            }}
          />
        ))}
      </StartContext.Provider>
    </Context.Provider>
  );
}

export function usePickerSources(): PickerSources {
  return useContext(Context);
}

const LINE = 'them:';

/** The last lines of a picker's list: to add what was typed, one for each kind that may be missing, for who may add it. */
export function useAdding(kinds: Missing[]) {
  const { adders } = usePickerSources();
  const { can } = useDesk();
  const start = useContext(StartContext);
  return useMemo(() => {
    const offered = kinds.flatMap((kind) => {
      const adder = adders?.[kind];
      return adder && can(adder.needs) ? [{ id: LINE + kind, ...adder }] : [];
    });
    return {
      /** What was found, then the lines to add it by; an empty field adds nothing. */
      withLines: (text: string, found: Picked[]): Picked[] =>
        text.trim() === ''
          ? found
          : [
              ...found,
              ...offered.map(({ id, word }) => ({
                id,
                name: `Thêm ${word} “${text.trim()}”…`,
                note: found.length === 0 ? 'chưa có trong danh sách' : '',
              })),
            ],
      /** Opens the sheet of such a line; false for every other choice. */
      begin: (choice: Picked | null, text: string, onAdded: (added: Picked) => void): boolean => {
        const one = offered.find((each) => each.id === choice?.id);
        if (one) start({ Form: one.Form, name: text.trim(), onAdded });
        return one !== undefined;
      },
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a caller writes its kinds as a list in place
  }, [kinds.join(), adders, can, start]);
}
