import { Tabs } from '../features/assignments/Tabs';
import { HandoversPage } from '../features/handover/HandoversPage';

/** The handovers are a part of the room of assignments, under its tabs. */
export function HandoversScreen() {
  return <HandoversPage tabs={<Tabs />} />;
}
