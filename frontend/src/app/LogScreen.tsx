import { LogPage } from '../features/activities/LogPage';
import { useMeetingOpinions } from '../features/matters/MeetingOpinions';
import { useDesk } from '../ui/desk';

/** The log, whose form also takes the opinions of the place. */
export function LogScreen() {
  const { can } = useDesk();
  const opinions = useMeetingOpinions();
  return <LogPage opinions={can('matters.Record') ? opinions : undefined} />;
}
