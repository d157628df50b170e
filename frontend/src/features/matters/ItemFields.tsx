import { useState } from 'react';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { FieldRow } from '../../ui/Field';
import { CheckInput, ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { useDesk } from '../../ui/desk';
import { BodyPicker } from './BodyPicker';
import type { ItemValues } from './itemValues';
import { fromChoice, options, orNone, toChoice } from './options';
import { ResponsiblePicker } from './ResponsiblePicker';
import { useCriteria, useNextNumber, useVocabulary } from './queries';
import { Slot } from './Slot';

interface Props {
  item: ItemValues;
  onChange: (part: Partial<ItemValues>) => void;
  errors: Record<string, string>;
  /** How Go names this item's fields: "items.0." */
  at: string;
  placeId: string;
  day: string;
  /** Answering or passing on at once is asked when it is recorded, not when it is corrected. */
  recording: boolean;
}

/** One matter: what it says and which field are enough; the rest waits behind "Ghi thêm". */
export function ItemFields({ item, onChange, errors, at, placeId, day, recording }: Props) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const criteria = useCriteria(day).data;
  const [more, setMore] = useState(!recording);
  const next = useNextNumber(recording ? 'REFER' : '');
  const set = onChange;
  const error = (field: string) => errors[at + field];
  return (
    <div className="cn-stack-tight">
      <Slot label="Nội dung tóm tắt" required error={error('summary')}>
        {(p) => (
          <GuardedText
            phrases="kien_nghi"
            {...p}
            rows={2}
            value={item.summary}
            onChange={(summary) => set({ summary })}
            reason={item.guardReason}
            onReason={(guardReason) => set({ guardReason })}
            placeholder="ví dụ: Nạo vét kênh nội đồng trước mùa mặn"
          />
        )}
      </Slot>
      <FieldRow>
        <Slot label="Lĩnh vực" required error={error('fieldCode')}>
          {(p) => (
            <ChoiceInput
              {...p}
              value={item.fieldCode}
              onChange={(fieldCode) => set({ fieldCode })}
              options={(words?.fields ?? []).map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }))}
            />
          )}
        </Slot>
        <Slot label="Loại" required error={error('kind')}>
          {(p) => (
            <ChoiceInput {...p} value={item.kind} onChange={(kind) => set({ kind })} options={options(words?.kinds)} />
          )}
        </Slot>
        {recording && (
          <Slot label="Xử lý ngay">
            {(p) => (
              <ChoiceInput
                {...p}
                value={toChoice(item.handling)}
                onChange={(chosen) => {
                  const handling = fromChoice(chosen);
                  const number = handling === 'refer' && item.docNumber === '' ? { docNumber: next } : {};
                  set({ handling, ...number });
                }}
                options={orNone(
                  [
                    { value: 'spot', label: 'Đã giải trình tại chỗ' },
                    { value: 'refer', label: 'Chuyển cơ quan luôn' },
                  ],
                  'Chưa, ghi nhận trước',
                )}
              />
            )}
          </Slot>
        )}
      </FieldRow>
      {item.handling === 'spot' && (
        <FieldRow>
          <Slot label="Ai giải trình" required error={error('onSpot.officerId')}>
            {(p) => (
              <ResponsiblePicker
                {...p}
                value={item.explainer}
                onChange={(explainer) => set({ explainer })}
                placeId={placeId}
                day={day}
              />
            )}
          </Slot>
          <Slot label="Kết quả" required error={error('onSpot.outcome')}>
            {(p) => (
              <ChoiceRow
                {...p}
                value={item.outcome}
                onChange={(outcome) => set({ outcome })}
                options={options(words?.outcomes).filter(
                  (each) => each.value === 'EXPLAINED' || each.value === 'RESOLVED',
                )}
              />
            )}
          </Slot>
        </FieldRow>
      )}
      {item.handling === 'spot' && (
        <Slot label="Nội dung giải trình" error={error('onSpot.text')}>
          {(p) => (
            <GuardedText
              phrases="kien_nghi"
              {...p}
              rows={2}
              value={item.answer}
              onChange={(answer) => set({ answer })}
              reason={item.guardReason}
              onReason={(guardReason) => set({ guardReason })}
            />
          )}
        </Slot>
      )}
      {item.handling === 'refer' && (
        <FieldRow>
          <Slot label="Cơ quan được chuyển đến" required error={error('referTo.bodyId')}>
            {(p) => <BodyPicker adds {...p} value={item.body} onChange={(body) => set({ body })} />}
          </Slot>
          <Slot label="Số, ký hiệu công văn" required error={error('referTo.docNumber')}>
            {(p) => (
              <TextInput
                {...p}
                value={item.docNumber}
                onChange={(docNumber) => set({ docNumber })}
                placeholder="ví dụ: 215-CV/HU"
              />
            )}
          </Slot>
          <Slot label="Hạn trả lời" error={error('referTo.dueOn')}>
            {(p) => (
              <DateField
                {...p}
                today={today}
                value={item.dueOn}
                onChange={(dueOn) => set({ dueOn })}
                placeholder="theo thời hạn"
              />
            )}
          </Slot>
        </FieldRow>
      )}
      {!more && (
        <button type="button" className="cn-link" onClick={() => setMore(true)}>
          Ghi thêm: đề nghị, số ý kiến, số hộ, mức khẩn, tiêu chí
        </button>
      )}
      {more && (
        <>
          <Slot label="Đề nghị" error={error('proposal')}>
            {(p) => (
              <GuardedText
                phrases="kien_nghi"
                {...p}
                rows={2}
                value={item.proposal}
                onChange={(proposal) => set({ proposal })}
                reason={item.guardReason}
                onReason={(guardReason) => set({ guardReason })}
              />
            )}
          </Slot>
          <FieldRow>
            <Slot label="Số ý kiến tương tự" error={error('voices')}>
              {(p) => <NumberInput {...p} value={item.voices} onChange={(voices) => set({ voices })} unit="ý kiến" />}
            </Slot>
            <Slot label="Số hộ liên quan" error={error('households')}>
              {(p) => (
                <ChoiceInput
                  {...p}
                  value={toChoice(item.households)}
                  onChange={(households) => set({ households: fromChoice(households) })}
                  options={orNone(options(words?.bands), 'không rõ')}
                />
              )}
            </Slot>
          </FieldRow>
          <FieldRow>
            <Slot
              label={criteria && criteria.items.length > 0 ? `Tiêu chí (${criteria.name})` : 'Tiêu chí nông thôn mới'}
              error={error('criterionId')}
            >
              {(p) => (
                <ChoiceInput
                  {...p}
                  value={toChoice(item.criterionId)}
                  onChange={(id) => set({ criterionId: fromChoice(id) })}
                  options={orNone(
                    (criteria?.items ?? []).map((each) => ({ value: each.id, label: `${each.number}. ${each.name}` })),
                    'không thuộc tiêu chí nào',
                  )}
                />
              )}
            </Slot>
            <Slot label="Mức độ">
              {(p) => (
                <CheckInput
                  {...p}
                  value={item.urgent}
                  onChange={(urgent) => set({ urgent })}
                  label="Khẩn: phải chuyển trong ngày"
                />
              )}
            </Slot>
          </FieldRow>
        </>
      )}
    </div>
  );
}
