import './obstacles.css';
import { Link, useLocation } from 'react-router';
import type { Go } from '../api/client';
import { leavePaper } from '../ui/BackToPaper';

interface Props {
  list: Go.reports.Obstacle[] | undefined;
  /** Conditions that hold, in sentences; left out where only what is missing is of use. */
  met?: string[] | undefined;
  /** The paper one comes back to once it is mended. */
  title: string;
}

/** What comes of an obstacle when the paper is issued (backend/reports/conditions.go), with the word on its link. */
const WEIGHTS = [
  { weight: 'chan', head: 'Chưa ban hành được:', act: 'Mở chỗ cần sửa' },
  { weight: 'hoi', head: 'Sẽ hỏi lại khi ban hành:', act: 'Mở chỗ cần xem' },
  { weight: 'luu_y', head: 'Nên xem:', act: 'Mở chỗ cần xem' },
];

/** The conditions of a paper before it is issued: what does not hold, with the way to where it is mended, and what does. */
export function Obstacles({ list = [], met = [], title }: Props) {
  const { pathname } = useLocation();
  // Another period of the same paper is mended on this very screen: there is nothing to come back to.
  const leave = (to: string) => to.split('?')[0] !== pathname && leavePaper({ path: pathname, title });
  const groups = WEIGHTS.map((each) => ({ ...each, found: list.filter(({ weight }) => weight === each.weight) }));
  return (
    <>
      {groups
        .filter(({ found }) => found.length > 0)
        .map(({ weight, head, act, found }) => (
          <div key={weight} className="cn-obstacles" data-weight={weight} role="status">
            <strong>{head}</strong>
            <ul>
              {found.map((each) => (
                <li key={each.condition + each.reason}>
                  {each.reason}{' '}
                  {each.to !== '' && (
                    <Link to={each.to} onClick={() => leave(each.to)}>
                      {act}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {met.length > 0 && (
        <p className="cn-soft">
          <strong>Đã đạt {met.length} điều kiện:</strong> {met.join('; ')}.
        </p>
      )}
    </>
  );
}
