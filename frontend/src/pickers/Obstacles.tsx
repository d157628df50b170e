import './obstacles.css';
import { Link, useLocation } from 'react-router';
import type { Go } from '../api/client';
import { leavePaper } from '../ui/BackToPaper';

interface Props {
  list: Go.reports.Obstacle[] | undefined;
  /** The paper one comes back to once it is mended. */
  title: string;
}

/** Why a paper cannot be issued as it stands, each reason with the way to where it is mended; nothing when it can. */
export function Obstacles({ list: all, title }: Props) {
  const { pathname } = useLocation();
  const list = all?.filter(({ weight }) => weight === 'chan') ?? [];
  if (list.length === 0) return null;
  // Another period of the same paper is mended on this very screen: there is nothing to come back to.
  const leave = (to: string) => to.split('?')[0] !== pathname && leavePaper({ path: pathname, title });
  return (
    <div className="cn-obstacles" role="status">
      <strong>Chưa ban hành được:</strong>
      <ul>
        {list.map((each) => (
          <li key={each.condition + each.reason}>
            {each.reason}{' '}
            {each.to !== '' && (
              <Link to={each.to} onClick={() => leave(each.to)}>
                Mở chỗ cần sửa
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
