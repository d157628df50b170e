import { Navigate, useParams } from 'react-router';
import { UnitPeople } from '../features/assignments/UnitPeople';
import { UnitYear } from '../features/fulfilment/UnitYear';
import { UnitsPage } from '../features/units/UnitsPage';

/** The units room with what other rooms tell about a unit. */
export function UnitsScreen() {
  const { id } = useParams();
  // Other rooms and Ctrl+K lead to "/dia-ban/<id>"; the room itself keeps its choice behind "?id=".
  if (id) return <Navigate to={`/dia-ban?id=${encodeURIComponent(id)}`} replace />;
  return (
    <UnitsPage
      people={(unitId, asOf) => <UnitPeople unitId={unitId} asOf={asOf} />}
      year={(unitId, asOf) => <UnitYear unitId={unitId} asOf={asOf} />}
    />
  );
}
