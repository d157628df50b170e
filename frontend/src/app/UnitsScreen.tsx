import { Navigate, useParams } from 'react-router';
import { UnitMeetings } from '../features/activities/UnitMeetings';
import { UnitPeople } from '../features/assignments/UnitPeople';
import { UnitPapers } from '../features/fulfilment/UnitPapers';
import { UnitYear } from '../features/fulfilment/UnitYear';
import { UnitMatters } from '../features/matters/UnitMatters';
import { UnitsPage } from '../features/units/UnitsPage';
import { Panes } from '../ui/Lines';

/** The units room with what other rooms tell about a unit. */
export function UnitsScreen() {
  const { id } = useParams();
  // Other rooms and Ctrl+K lead to "/dia-ban/<id>"; the room itself keeps its choice behind "?id=".
  if (id) return <Navigate to={`/dia-ban?id=${encodeURIComponent(id)}`} replace />;
  return (
    <UnitsPage
      people={(unitId, asOf) => <UnitPeople unitId={unitId} asOf={asOf} />}
      now={(unitId, asOf, name) => (
        <>
          <UnitYear unitId={unitId} asOf={asOf} />
          <Panes>
            <UnitMatters unitId={unitId} name={name} />
            <UnitMeetings unitId={unitId} name={name} />
          </Panes>
          <UnitPapers unitId={unitId} asOf={asOf} />
        </>
      )}
    />
  );
}
