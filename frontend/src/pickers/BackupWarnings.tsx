import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { desk } from '../api/client';
import { useDesk } from '../ui/desk';

const LOOK_AGAIN_MS = 60_000;

/** What the first screen says of backups until it is put right: one that failed, a disk that fills up, no second place. */
export function BackupWarnings() {
  const { can } = useDesk();
  const said = useQuery({
    queryKey: ['desk.backupNotices'],
    queryFn: () => desk.BackupNotices(),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (said.data ?? []).map((each) => (
    <div key={each} className="cn-draft" role="status">
      <span className="cn-grow">{each}</span>
      {can('desk.Copies') && <Link to="/sao-luu">Mở Sao lưu, phục hồi</Link>}
    </div>
  ));
}
