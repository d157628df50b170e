import { UnitsPage } from '../features/units/UnitsPage';

/** The units room with what other rooms tell about a unit. */
export function UnitsScreen() {
  return <UnitsPage />;
}
