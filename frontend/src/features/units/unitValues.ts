import type { Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import type { FieldErrors } from '../../ui/useForm';
import { dayAfter, lastDay } from './labels';

/** What the form of a unit holds while it is typed; days are first and last days, both included. */
export interface UnitValues {
  type: string;
  name: string;
  shortName: string;
  code: string;
  parentId: Picked | null;
  households: number | null;
  members: number | null;
  welfare: string;
  validFrom: string;
  validTo: string;
  source: string;
  note: string;
}

/** An empty form under a parent, for a type; the start of the parent is the earliest that can hold. */
export function blank(type: string, parent: Picked | null, from: string): UnitValues {
  return {
    type,
    name: '',
    shortName: '',
    code: '',
    parentId: parent,
    households: null,
    members: null,
    welfare: '',
    validFrom: from,
    validTo: '',
    source: '',
    note: '',
  };
}

export function valuesOf(version: Go.units.VersionView, note: string): UnitValues {
  return {
    type: version.type,
    name: version.name,
    shortName: version.shortName,
    code: version.code,
    parentId: version.parentId === '' ? null : { id: version.parentId, name: version.parentName },
    households: version.households ?? null,
    members: version.members ?? null,
    welfare: version.welfare,
    validFrom: version.validFrom,
    validTo: lastDay(version.validTo),
    source: version.source,
    note,
  };
}

export function factsOf(values: UnitValues): Go.units.Facts {
  return {
    name: values.name,
    shortName: values.shortName,
    type: values.type,
    code: values.code,
    parentId: values.parentId?.id ?? '',
    households: values.households ?? undefined,
    members: values.members ?? undefined,
    welfare: values.type === 'HO' ? values.welfare : '',
  };
}

export const endOf = (values: UnitValues) => dayAfter(values.validTo);

export function missing(values: UnitValues): FieldErrors {
  const found: FieldErrors = {};
  if (values.type === '') found.type = 'Hãy chọn loại đơn vị.';
  if (values.name.trim() === '') found.name = 'Hãy nhập tên đơn vị.';
  return found;
}
