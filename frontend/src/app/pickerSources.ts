import { officers, units } from '../api/client';
import { adders } from './pickerAdders';
import type { PickerSources } from '../pickers/sources';

const treeOf = { place: 'hanhchinh', org: 'dang', '': '' };

/** Where the pickers search. */
export const sources: PickerSources = {
  adders,
  units: async (text, tree, asOf) => {
    const found = await units.Search({
      text,
      tree: treeOf[tree],
      types: [],
      underId: '',
      day: asOf,
      anyTime: false,
      limit: 20,
    });
    return found.items.map((unit) => ({
      id: unit.id,
      name: unit.label,
      note: unit.code === '' ? unit.typeWord : `${unit.typeWord} · mã ${unit.code}`,
    }));
  },
  officers: async (text, asOf) => {
    const found = await officers.List({ text, day: asOf, orgId: '', body: '', bin: false, limit: 20, offset: 0 });
    return found.items.map((officer) => ({ id: officer.id, name: officer.name, note: officer.post || officer.bodies }));
  },
};
