import { units } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import type { Kind } from './queries';

/** Units a kind takes, on the day the line begins. */
export async function findTargets(text: string, kind: Kind | undefined, day: string): Promise<Picked[]> {
  const found = await units.Search({
    text,
    tree: kind?.targetTree ?? '',
    types: kind?.targetTypes ?? [],
    underId: '',
    day,
    anyTime: false,
    limit: 20,
  });
  return found.items.map((unit) => ({
    id: unit.id,
    name: unit.label,
    note: unit.code === '' ? unit.typeWord : `${unit.typeWord} · mã ${unit.code}`,
  }));
}
