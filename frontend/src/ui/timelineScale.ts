import { addDays, serial } from '../lib/dates';

/** One person (or nobody) in charge for a while. `to` is exclusive and "" when it still holds. Days are "2026-01-02". */
export interface Tenure {
  id: string;
  label: string;
  /** Small words: the decision, the role. */
  note?: string;
  from: string;
  to: string;
}

export interface Bar {
  id: string;
  left: number;
  width: number;
  tenure: Tenure;
}

export interface Gap {
  left: number;
  width: number;
  from: string;
  to: string;
  days: number;
}

export interface Tick {
  at: number;
  label: string;
  major: boolean;
}

export interface Scale {
  from: string;
  to: string;
  bars: Bar[][];
  gaps: Gap[];
  ticks: Tick[];
}

/**
 * Lays tenures on a line from the first one (or `start`) to the day after today: lanes for those that overlap, gaps where
 * nobody was in charge, and a scale of years with months when the whole is short enough to show them.
 */
export function layTimeline(tenures: Tenure[], today: string, start?: string): Scale {
  const sorted = [...tenures].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const from = start ?? sorted[0]?.from ?? today;
  const latest = sorted.reduce((last, each) => (each.to > last ? each.to : last), addDays(today, 1));
  const first = serial(from);
  const total = Math.max(1, serial(latest) - first);
  const place = (day: string) => ((serial(day) - first) / total) * 100;
  const end = (each: Tenure) => (each.to === '' ? latest : each.to);

  const lanes: Bar[][] = [];
  for (const tenure of sorted) {
    const left = Math.max(0, place(tenure.from));
    const bar = { id: tenure.id, left, width: Math.max(0.4, Math.min(100, place(end(tenure))) - left), tenure };
    const lane = lanes.find((each) => end(each.at(-1)!.tenure) <= tenure.from);
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }

  const gaps: Gap[] = [];
  let covered = from;
  const gap = (to: string) => {
    if (covered < to)
      gaps.push({
        left: place(covered),
        width: place(to) - place(covered),
        from: covered,
        to,
        days: serial(to) - serial(covered),
      });
  };
  for (const each of sorted) {
    gap(each.from);
    if (end(each) > covered) covered = end(each);
  }
  gap(addDays(today, 1));
  return { from, to: latest, bars: lanes, gaps, ticks: ticks(from, latest, place) };
}

/** Years always; quarters or months between them while there is room for their numbers. */
function ticks(from: string, to: string, place: (day: string) => number): Tick[] {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const step = months <= 14 ? 1 : months <= 42 ? 3 : months <= 160 ? 12 : 24;
  const out: Tick[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (let guard = 0; guard < 2000; guard++) {
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (day >= to) break;
    const fits = step >= 12 ? month === 1 && year % (step / 12) === 0 : (month - 1) % step === 0;
    if (fits && day >= from)
      out.push({ at: place(day), label: month === 1 ? String(year) : `T${month}`, major: month === 1 });
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  const earliest = out[0];
  if (!earliest || earliest.at > 0.5)
    out.unshift({ at: 0, label: `${Number(from.slice(5, 7))}/${from.slice(0, 4)}`, major: true });
  // A line without its number is better than two numbers in one place.
  let free = -100;
  return out.map((tick) => {
    if (tick.at < free) return { ...tick, label: '' };
    free = tick.at + 1 + tick.label.length * 1.5;
    return tick;
  });
}
