import { createContext, useContext, type ReactNode } from 'react';
import type { Picked } from './SearchPicker';

/** Where the pickers search. The program gives the calls to Go; a test gives a list. */
export interface PickerSources {
  units: (text: string, tree: 'place' | 'org' | '', asOf: string) => Promise<Picked[]>;
  officers: (text: string, asOf: string) => Promise<Picked[]>;
}

const nowhere: PickerSources = { units: async () => [], officers: async () => [] };
const Context = createContext<PickerSources>(nowhere);

export function Pickers({ sources, children }: { sources: PickerSources; children: ReactNode }) {
  return <Context.Provider value={sources}>{children}</Context.Provider>;
}

export function usePickerSources(): PickerSources {
  return useContext(Context);
}
