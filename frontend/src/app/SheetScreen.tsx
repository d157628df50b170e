import { SheetPage } from '../features/activities/SheetPage';
import { useMeetingOpinions } from '../features/matters/MeetingOpinions';
import { useDesk } from '../ui/desk';

/** Typing a paper form in again, opinions of the place with it. */
export function SheetScreen() {
  const { can } = useDesk();
  const opinions = useMeetingOpinions();
  return <SheetPage opinions={can('matters.Record') ? opinions : undefined} />;
}
