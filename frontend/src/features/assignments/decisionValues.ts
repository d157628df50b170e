import type { Go } from '../../api/client';
import { fromLine, isBlank, rowAfter, toLine, type AnnexRow } from './annexRows';

/** A decision while it is typed. */
export interface DecisionValues {
  action: string;
  number: string;
  symbol: string;
  docDate: string;
  issuer: string;
  subject: string;
  effectiveDate: string;
  lineTotal: number | null;
  note: string;
  /** Why marked words are kept; '' = not said. */
  guardReason: string;
  rows: AnnexRow[];
}

/** A new decision starts with the office's own symbol and committee, and one empty line. */
export function startValues(
  annex: Go.assignments.Annex | null,
  office: Go.units.Office,
  kindId: string,
): DecisionValues {
  if (annex === null) {
    return {
      action: 'phan_cong',
      number: '',
      symbol: office.symbol === '' ? '' : `QĐ/${office.symbol}`,
      docDate: '',
      issuer: office.name === '' ? '' : `Ban Thường vụ ${office.name}`,
      subject: '',
      effectiveDate: '',
      lineTotal: null,
      note: '',
      guardReason: '',
      rows: [rowAfter(undefined, 'phan_cong', kindId)],
    };
  }
  const d = annex.decision;
  const rows = annex.lines.map(fromLine);
  return {
    action: d.action,
    number: annex.number,
    symbol: annex.symbol,
    docDate: d.docDate,
    issuer: d.issuer,
    subject: d.subject,
    effectiveDate: d.effectiveDate,
    lineTotal: d.lineTotal || null,
    note: annex.note,
    guardReason: '',
    rows: rows.length > 0 ? rows : [rowAfter(undefined, d.action, kindId)],
  };
}

/** The rows that are lines of the annex: blank ones are none. */
export const linesOf = (rows: AnnexRow[]) => rows.filter((row) => !isBlank(row));

export function toDecision(id: string, v: DecisionValues): Omit<Go.assignments.DecisionIn, 'accepted'> {
  const { rows, lineTotal, ...head } = v;
  return { id, ...head, lineTotal: lineTotal ?? 0, lines: linesOf(rows).map(toLine) };
}
