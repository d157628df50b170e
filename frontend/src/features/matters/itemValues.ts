import type { Picked } from '../../pickers/SearchPicker';
import type { Item, Row } from './queries';

/** One matter of a statement as the form holds it. */
export interface ItemValues {
  kind: string;
  fieldCode: string;
  criterionId: string;
  summary: string;
  proposal: string;
  voices: number | null;
  households: string;
  urgent: boolean;
  guardReason: string;
  /** "" nothing yet, "spot" explained there and then, "refer" passed on at once. */
  handling: string;
  explainer: Picked | null;
  outcome: string;
  answer: string;
  body: Picked | null;
  docNumber: string;
  dueOn: string;
}

const blank: ItemValues = {
  kind: '',
  fieldCode: '',
  criterionId: '',
  summary: '',
  proposal: '',
  voices: null,
  households: '',
  urgent: false,
  guardReason: '',
  handling: '',
  explainer: null,
  outcome: '',
  answer: '',
  body: null,
  docNumber: '',
  dueOn: '',
};

/** A row of its own each time, for no two rows may be the same object. */
export const newItem = (part: Partial<ItemValues> = {}): ItemValues => ({ ...blank, ...part });

export const itemOf = (row: Row): ItemValues => ({
  ...blank,
  kind: row.kind,
  fieldCode: row.fieldCode,
  criterionId: row.criterionId,
  summary: row.summary,
  proposal: row.proposal,
  voices: row.voices,
  households: row.households,
  urgent: row.urgent,
  guardReason: row.guardReason,
});

export const isBlank = (item: ItemValues) =>
  item.summary.trim() === '' && item.proposal.trim() === '' && item.fieldCode === '';

/** What Go is given; `day` is when it was passed on, should it have been. */
export function toItem(item: ItemValues, day: string): Item {
  return {
    kind: item.kind,
    fieldCode: item.fieldCode,
    criterionId: item.criterionId,
    summary: item.summary,
    proposal: item.proposal,
    voices: item.voices ?? 0,
    households: item.households,
    urgent: item.urgent,
    guardReason: item.guardReason,
    onSpot:
      item.handling === 'spot'
        ? { officerId: item.explainer?.id ?? '', outcome: item.outcome, text: item.answer }
        : { officerId: '', outcome: '', text: '' },
    referTo:
      item.handling === 'refer'
        ? { bodyId: item.body?.id ?? '', day, docNumber: item.docNumber, dueOn: item.dueOn }
        : { bodyId: '', day: '', docNumber: '', dueOn: '' },
  };
}

/** What is missing of an item, by the names Go uses, after `at`. */
export function missing(item: ItemValues, at: string): Record<string, string> {
  const out: Record<string, string> = {};
  if (!item.summary.trim()) out[`${at}summary`] = 'Hãy ghi tóm tắt nội dung.';
  if (!item.fieldCode) out[`${at}fieldCode`] = 'Hãy chọn lĩnh vực.';
  if (!item.kind) out[`${at}kind`] = 'Hãy chọn loại.';
  if (item.handling === 'spot' && !item.outcome) out[`${at}onSpot.outcome`] = 'Hãy chọn kết quả giải trình.';
  if (item.handling === 'spot' && !item.explainer)
    out[`${at}onSpot.officerId`] = 'Hãy chọn cán bộ đã giải trình tại chỗ.';
  if (item.handling === 'refer' && !item.body) out[`${at}referTo.bodyId`] = 'Hãy chọn cơ quan được chuyển đến.';
  if (item.handling === 'refer' && !item.docNumber.trim())
    out[`${at}referTo.docNumber`] = 'Hãy nhập số, ký hiệu văn bản chuyển.';
  return out;
}
