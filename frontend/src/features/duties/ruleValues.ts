import type { Go } from '../../api/client';
import { dayAfter, lastDay } from './labels';
import type { Rule } from './queries';

export interface RuleValues {
  schemeId: string;
  kindId: string;
  name: string;
  subject: string;
  activity: string;
  quota: number | null;
  period: string;
  /** none: any day of the turn. */
  fixedCalendar: 'none' | 'solar' | 'lunar';
  fixedDay: number | null;
  fixedMonth: number | null;
  shortMonth: string;
  leapCounts: boolean;
  graceDays: number | null;
  countsSubstitute: boolean;
  countsMember: boolean;
  papersDays: number | null;
  targetTypes: string[];
  validFrom: string;
  /** Typed as the last day. */
  lastDay: string;
  source: string;
  /** Why marked words are kept; '' = not said. */
  guardReason: string;
}

export function blankRule(schemeId: string, today: string): RuleValues {
  return {
    schemeId,
    kindId: '',
    name: '',
    subject: '',
    activity: '',
    quota: 1,
    period: '',
    fixedCalendar: 'none',
    fixedDay: null,
    fixedMonth: null,
    shortMonth: 'LAST_DAY',
    leapCounts: true,
    graceDays: null,
    countsSubstitute: false,
    countsMember: false,
    papersDays: null,
    targetTypes: [],
    validFrom: `${today.slice(0, 4)}-01-01`,
    lastDay: '',
    source: '',
    guardReason: '',
  };
}

export function fromRule(rule: Rule): RuleValues {
  const some = (n: number) => (n === 0 ? null : n);
  return {
    schemeId: rule.schemeId,
    kindId: rule.kindId,
    name: rule.name,
    subject: rule.subject,
    activity: rule.activity,
    quota: rule.quota,
    period: rule.period,
    fixedCalendar: rule.fixedCalendar === 'solar' || rule.fixedCalendar === 'lunar' ? rule.fixedCalendar : 'none',
    fixedDay: some(rule.fixedDay),
    fixedMonth: some(rule.fixedMonth),
    shortMonth: rule.shortMonth,
    leapCounts: rule.leapCounts,
    graceDays: some(rule.graceDays),
    countsSubstitute: rule.countsSubstitute,
    countsMember: rule.countsMember,
    papersDays: some(rule.papersDays),
    targetTypes: rule.targetTypes,
    validFrom: rule.validFrom,
    lastDay: lastDay(rule.validTo),
    source: rule.source,
    guardReason: '',
  };
}

/** Whether the fixed day also needs a month: inside a quarter, a half or a year. */
export const needsMonth = (v: RuleValues) =>
  v.fixedCalendar !== 'none' && ['QUARTER', 'HALF', 'YEAR'].includes(v.period);

/** Whether some month has not got the fixed day, so that the rule has to say which day then. */
export const needsShortMonth = (v: RuleValues) =>
  v.period !== 'WEEK' &&
  ((v.fixedCalendar === 'solar' && (v.fixedDay ?? 0) >= 29) || (v.fixedCalendar === 'lunar' && v.fixedDay === 30));

export function toInput(id: string, v: RuleValues): Go.duties.RuleInput {
  const fixed = v.fixedCalendar !== 'none' && v.period !== 'EVENT';
  return {
    id,
    schemeId: v.schemeId,
    kindId: v.kindId,
    name: v.name,
    subject: v.subject,
    activity: v.activity,
    quota: v.quota ?? 0,
    period: v.period,
    fixedCalendar: fixed ? v.fixedCalendar : '',
    fixedDay: fixed ? (v.fixedDay ?? 0) : 0,
    fixedMonth: fixed && needsMonth(v) ? (v.fixedMonth ?? 0) : 0,
    shortMonth: fixed && needsShortMonth(v) ? v.shortMonth : '',
    leapCounts: v.leapCounts,
    graceDays: v.graceDays ?? 0,
    countsSubstitute: v.countsSubstitute,
    countsMember: v.countsMember,
    papersDays: v.papersDays ?? 0,
    targetTypes: v.targetTypes,
    validFrom: v.validFrom,
    validTo: dayAfter(v.lastDay),
    source: v.source,
    guardReason: v.guardReason,
  };
}
