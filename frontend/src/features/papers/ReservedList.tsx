import { Button } from 'antd';
import { useState } from 'react';
import { show } from '../../lib/dates';
import { showMoment } from '../../lib/moment';
import { StatusTag } from '../../ui/StatusTag';
import type { Reserved } from './queries';

/** How many of them stand there before one asks for all. */
const FIRST = 3;

/** Numbers kept for papers that are not here; those given free again stay in the list, with who did it and why. */
export function ReservedList({
  list,
  onRelease,
}: {
  list: Reserved[];
  onRelease?: ((number: Reserved) => void) | undefined;
}) {
  const [all, setAll] = useState(false);
  if (list.length === 0) return null;
  return (
    <section className="cn-paper-reserved" aria-label="Số giữ">
      <ul>
        {(all ? list : list.slice(0, FIRST)).map((each) => (
          <li key={each.id}>
            <StatusTag tone={each.releasedAt === '' ? 'info' : 'none'}>
              {each.releasedAt === '' ? 'Số giữ' : 'Đã bỏ giữ'}
            </StatusTag>
            <strong>{each.symbol}</strong>
            <span className="cn-grow">
              ngày {show(each.day)}: {each.words}
              <span className="cn-soft cn-small">
                {' '}
                · {each.createdBy} giữ {showMoment(each.createdAt)}
                {each.releasedAt !== '' &&
                  ` · ${each.releasedBy} bỏ giữ ${showMoment(each.releasedAt)}: ${each.releaseReason}`}
              </span>
            </span>
            {each.releasedAt === '' && onRelease && <Button onClick={() => onRelease(each)}>Bỏ giữ…</Button>}
          </li>
        ))}
      </ul>
      {list.length > FIRST && (
        <button type="button" className="cn-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem cả ${list.length} số giữ`}
        </button>
      )}
    </section>
  );
}
