import { AppError, readFault, type Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import type { Plan } from './queries';

/** What becomes of one place or seat; the empty choice follows the successor named above. */
export interface Choice {
  successor: Picked | null;
  how: 'give' | 'vacant' | 'keep';
  nothingOpen: boolean;
}

export interface Values {
  on: string;
  reason: string;
  note: string;
  /** Why marked words are kept; '' = not said. */
  guardReason: string;
  successor: Picked | null;
  /** A draft that also carries these lines; '' is a new decision. */
  decisionId: string;
  number: string;
  symbol: string;
  docDate: string;
  issuer: string;
  /** By assignment or team; only what differs. */
  choices: Record<string, Choice>;
}

export const plain: Choice = { successor: null, how: 'give', nothingOpen: false };

export function blank(today: string): Values {
  return {
    on: today,
    reason: '',
    note: '',
    guardReason: '',
    successor: null,
    decisionId: '',
    number: '',
    symbol: '',
    docDate: '',
    issuer: '',
    choices: {},
  };
}

export const choiceOf = (values: Values, key: string): Choice => values.choices[key] ?? plain;

/** Who gets a place: its own choice, else the one successor for all; undefined while nobody is named. */
export function receiver(values: Values, key: string): Picked | undefined {
  const choice = choiceOf(values, key);
  return choice.how === 'give' ? (choice.successor ?? values.successor ?? undefined) : undefined;
}

/** How many places go to somebody, stay vacant, stay with the officer, and are not decided yet. */
export function tally(values: Values, keys: string[]): { given: number; vacant: number; kept: number; open: number } {
  const how = (key: string) => choiceOf(values, key).how;
  return {
    given: keys.filter((key) => receiver(values, key) !== undefined).length,
    vacant: keys.filter((key) => how(key) === 'vacant').length,
    kept: keys.filter((key) => how(key) === 'keep').length,
    open: keys.filter((key) => how(key) === 'give' && receiver(values, key) === undefined).length,
  };
}

export function toInput(plan: Plan, values: Values): Omit<Go.assignments.HandoverIn, 'accepted'> {
  const part = (key: string) => {
    const choice = choiceOf(values, key);
    return {
      successorId: choice.how === 'give' ? (choice.successor?.id ?? '') : '',
      vacant: choice.how === 'vacant',
      keep: choice.how === 'keep',
    };
  };
  const head =
    values.decisionId === ''
      ? {
          symbol: values.symbol || plan.decision.symbol,
          docDate: values.docDate || plan.decision.docDate,
          issuer: values.issuer || plan.decision.issuer,
        }
      : { symbol: values.symbol, docDate: values.docDate, issuer: values.issuer };
  return {
    officerId: plan.officer.id,
    on: values.on,
    reason: values.reason,
    note: values.note,
    guardReason: values.guardReason,
    successorId: values.successor?.id ?? '',
    decision: { id: values.decisionId, number: values.number, ...head, subject: '' },
    lines: plan.lines.map((line) => ({
      assignmentId: line.assignmentId,
      ...part(line.assignmentId),
      nothingOpen: choiceOf(values, line.assignmentId).nothingOpen,
    })),
    seats: plan.seats.map((seat) => ({ teamId: seat.teamId, ...part(seat.teamId) })),
  };
}

/** Go names "decision.number" and "lines.3.successorId"; the page knows fields by their own names and lines by their keys. */
export function rename(plan: Plan, thrown: unknown): AppError {
  const fault = readFault(thrown);
  const fields = Object.fromEntries(
    Object.entries(fault.fields).map(([path, text]) => {
      const [group, index, field] = path.split('.');
      if (group === 'decision') return [index === 'id' ? 'decisionId' : (index ?? 'number'), text];
      if (group === 'lines' && field !== undefined) return [`at.${plan.lines[Number(index)]?.assignmentId}`, text];
      if (group === 'seats' && field !== undefined) return [`at.${plan.seats[Number(index)]?.teamId}`, text];
      return [path === 'successorId' ? 'successor' : path, text];
    }),
  );
  return new AppError({ ...fault, fields });
}
