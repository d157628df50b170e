import { StatusTag } from '../../ui/StatusTag';
import { brief, clockTone } from './labels';
import type { Row } from './queries';

const SHOWN = 6;

/** The matters an action is about, at the head of its form. */
export function Chosen({ rows }: { rows: Row[] }) {
  return (
    <div className="cn-matter-chosen">
      <strong>{rows.length === 1 ? `Kiến nghị số ${rows[0]!.no}` : `${rows.length} kiến nghị`}</strong>
      <ul className="cn-list-plain">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            {rows.length > 1 && <span className="cn-nowrap">{row.no} · </span>}
            {brief(row.summary, 110)} <span className="cn-soft">– {row.place}</span>
            {row.remaining !== '' && (
              <>
                {' '}
                <StatusTag tone={clockTone(row)}>{row.remaining}</StatusTag>
              </>
            )}
          </li>
        ))}
        {rows.length > SHOWN && <li className="cn-soft">và {rows.length - SHOWN} kiến nghị nữa</li>}
      </ul>
    </div>
  );
}
