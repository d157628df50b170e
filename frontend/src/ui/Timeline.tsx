import './timeline.css';
import { useMemo } from 'react';
import { addDays, show as showDay } from '../lib/dates';
import { layTimeline, type Tenure } from './timelineScale';

export type { Tenure } from './timelineScale';

interface Props {
  label: string;
  tenures: Tenure[];
  /** "2026-11-22", from the same clock as Go. */
  today: string;
  /** The day the line begins, when earlier than the first tenure: the founding of a unit. */
  start?: string;
  onOpen?: (id: string) => void;
}

const show = (day: string) => (day === '' ? 'nay' : showDay(day));
/** The last day somebody was still in charge, from an exclusive end. */
const lastDay = (to: string) => addDays(to, -1);

/** Who was in charge through time, on a scale of years and months; a time without anybody is hatched and says so. */
export function Timeline({ label, tenures, today, start, onOpen }: Props) {
  const scale = useMemo(() => layTimeline(tenures, today, start), [tenures, today, start]);
  const describe = (each: Tenure) =>
    `${each.label}, từ ${show(each.from)} đến ${show(lastDay(each.to))}${each.note ? `, ${each.note}` : ''}`;
  return (
    <div className="cn-time" role="group" aria-label={label}>
      {scale.bars.map((lane, nth) => (
        <div className="cn-time-lane" key={lane[0]?.id ?? nth}>
          {nth === 0 &&
            scale.gaps.map((gap) => (
              <div
                key={gap.from}
                className="cn-time-gap"
                style={{ left: `${gap.left}%`, width: `${gap.width}%` }}
                title={`Trống ${gap.days} ngày, từ ${show(gap.from)}`}
              >
                {gap.width > 9 && <span>trống {gap.days} ngày</span>}
              </div>
            ))}
          {lane.map((bar) => (
            <button
              key={bar.id}
              type="button"
              className={bar.tenure.to === '' ? 'cn-time-bar cn-time-now' : 'cn-time-bar'}
              style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
              title={describe(bar.tenure)}
              aria-label={describe(bar.tenure)}
              disabled={!onOpen}
              onClick={() => onOpen?.(bar.id)}
            >
              {bar.tenure.label}
              {bar.tenure.note && <span className="cn-time-note"> – {bar.tenure.note}</span>}
            </button>
          ))}
        </div>
      ))}
      <div className="cn-time-scale" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span
            key={tick.at}
            className={tick.major ? 'cn-time-tick cn-time-year' : 'cn-time-tick'}
            style={{ left: `${tick.at}%` }}
          >
            {tick.label}
          </span>
        ))}
      </div>
      {scale.gaps.length > 0 && (
        <p className="cn-time-said">
          {scale.gaps.map((gap) => `Trống ${gap.days} ngày: ${show(gap.from)} – ${show(lastDay(gap.to))}`).join('; ')}.
        </p>
      )}
    </div>
  );
}
