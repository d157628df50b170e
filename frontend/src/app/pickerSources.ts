import type { PickerSources } from '../pickers/sources';

/** Where the pickers search. */
export const sources: PickerSources = {
  units: async () => [],
  officers: async () => [],
};
