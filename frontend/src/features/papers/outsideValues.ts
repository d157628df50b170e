import type { Go } from '../../api/client';
import { linesOf } from '../../lib/papers';
import type { FieldErrors } from '../../ui/useForm';
import { OTHER, symbolOf, TYPES } from './labels';
import type { Issuer } from './queries';

/** What is known before the form opens: a gap in a series, or nothing. */
export interface OutsideStart {
  form: string;
  issuerId: string;
  series: string;
  /** Where two types print the same symbol: "Quy định". */
  typeName?: string;
  number: number | null;
}

export interface OutsideValues {
  form: string;
  /** '' = the first body of that form. */
  issuerId: string;
  type: string;
  /** Name and symbol of a type the list does not have. */
  typeName: string;
  series: string;
  number: number | null;
  suffix: string;
  day: string;
  subject: string;
  signer: string;
  recipients: string;
  copies: number | null;
  pages: number | null;
  note: string;
  /** Why marked text is kept. */
  guardReason: string;
}

export const outsideValues = (
  { form, issuerId, series, typeName, number }: OutsideStart,
  today: string,
): OutsideValues => ({
  form,
  issuerId,
  type: typeName || (series === '' ? '' : (TYPES.find((each) => symbolOf(each.name, form) === series)?.name ?? OTHER)),
  typeName: '',
  series,
  number,
  suffix: '',
  day: today,
  subject: '',
  signer: '',
  recipients: '',
  copies: null,
  pages: null,
  note: '',
  guardReason: '',
});

export function checkOutside(v: OutsideValues): FieldErrors {
  const errors: FieldErrors = {};
  if (v.type === '') errors.type = 'Hãy chọn loại văn bản.';
  if (v.type === OTHER && v.typeName.trim() === '') errors.typeName = 'Hãy ghi tên loại văn bản.';
  if (v.number === null) errors.number = 'Hãy ghi số.';
  if (v.day === '') errors.day = 'Hãy ghi ngày.';
  if (v.subject.trim() === '') errors.subject = 'Hãy ghi trích yếu.';
  return errors;
}

/** A paper nothing is known of yet: most are the Party's. */
export const NEW: OutsideStart = { form: 'dang', issuerId: '', series: '', number: null };

/** The body a paper is recorded under: the chosen one, or the first of its form. */
export const issuerOf = (v: { issuerId: string }, ours: Issuer[]) =>
  ours.some((each) => each.id === v.issuerId) ? v.issuerId : (ours[0]?.id ?? '');

export function outsideInput(v: OutsideValues, issuers: Issuer[]): Omit<Go.papers.OutsideInput, 'accepted'> {
  const other = v.type === OTHER;
  return {
    form: v.form,
    issuerId: issuerOf(
      v,
      issuers.filter((each) => each.form === v.form),
    ),
    series: other ? v.series.trim() : symbolOf(v.type, v.form),
    typeName: other ? v.typeName.trim() : v.type,
    number: v.number ?? 0,
    suffix: v.suffix.trim(),
    day: v.day,
    subject: v.subject.trim(),
    signer: v.signer.trim(),
    recipients: linesOf(v.recipients),
    copies: v.copies ?? 0,
    pages: v.pages ?? 0,
    note: v.note.trim(),
    guardReason: v.guardReason,
  };
}

/** Go speaks of the series; where no symbol is typed, the field of the type stands for it. */
export function seriesErrors<F extends { errors: FieldErrors; values: { type: string } }>(form: F): F {
  const said = form.errors.series ?? form.errors.typeName;
  return said === undefined || form.values.type === OTHER ? form : { ...form, errors: { ...form.errors, type: said } };
}
