import { useState } from 'react';
import { matters } from '../../api/client';
import { renameFields, renameRows } from '../../lib/fault';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { editRows } from '../../ui/rows';
import { useForm } from '../../ui/useForm';
import { isBlank, itemOf, missing, newItem, toItem, type ItemValues } from './itemValues';
import { ItemFields } from './ItemFields';
import { numbers } from './labels';
import { options } from './options';
import { useEdit, useRecord, useVocabulary, useWrite, type ActionResult, type Row } from './queries';

interface Values {
  place: Picked | null;
  raisedOn: string;
  receivedOn: string;
  origin: string;
  meetingId: string;
  receptionId: string;
  externalRef: string;
  items: ItemValues[];
}

const blank = (today: string): Values => ({
  place: null,
  raisedOn: today,
  receivedOn: '',
  origin: '',
  meetingId: '',
  receptionId: '',
  externalRef: '',
  items: [newItem()],
});

interface Props {
  /** The matter to correct; without it a new statement is recorded. */
  row?: Row;
  /** What is known beforehand: the place, the reception day. */
  start?: Partial<Values>;
  onClose: (saved?: string) => void;
}

/** A statement of a place with its matters. Place, day, field and summary are enough; no field asks for a person. */
export function MatterForm({ row, start, onClose }: Props) {
  const { today } = useDesk();
  const say = useNotice();
  const words = useVocabulary().data;
  const record = useRecord();
  const edit = useEdit();
  const [more, setMore] = useState(row !== undefined);
  const fresh: Values = { ...blank(today), ...start };
  const initial: Values = row
    ? {
        place: { id: row.placeId, name: row.place },
        raisedOn: row.raisedOn,
        receivedOn: row.receivedOn,
        origin: row.origin,
        meetingId: row.meetingId,
        receptionId: row.receptionId,
        externalRef: row.externalRef,
        items: [itemOf(row)],
      }
    : fresh;
  const form = useForm<Values, ActionResult>({
    draftKey: `matters.form.${row?.id ?? start?.receptionId ?? 'new'}`,
    initial,
    check: (v): Record<string, string> => ({
      ...(v.place ? {} : { place: 'Hãy chọn địa bàn nêu ý kiến.' }),
      ...(v.raisedOn ? {} : { raisedOn: 'Hãy nhập ngày nêu ý kiến.' }),
      ...(v.origin ? {} : { origin: 'Hãy chọn nguồn: nghe được ở đâu.' }),
      ...(Object.assign(
        {},
        ...filled(v.items).map((each) => missing(each, `items.${v.items.indexOf(each)}.`)),
      ) as Record<string, string>),
    }),
    save: async ({ place, items, ...head }, accepted) => {
      const common = { ...head, placeId: place?.id ?? '' };
      try {
        if (row) return await edit.mutateAsync({ ...common, id: row.id, item: toItem(items[0]!, head.raisedOn) });
        return await record.mutateAsync({
          ...common,
          items: filled(items).map((each) => toItem(each, head.receivedOn || head.raisedOn)),
          accepted,
        });
      } catch (thrown) {
        // Go names a corrected matter's fields "item.", a new one's "items.0.".
        throw renameRows(
          renameFields(thrown, (name) => name.replace(/^item\./, 'items.0.').replace(/^placeId$/, 'place')),
          'items',
          filled(items),
          items,
        );
      }
    },
  });
  const { values, errors, set } = form;
  const told = (done: ActionResult) =>
    say.done([row ? 'Đã lưu.' : `Đã ghi nhận ${numbers(done.items)}.`, ...done.notices].join(' '));
  return (
    <FormDrawer
      title={row ? `Sửa kiến nghị số ${row.no}` : 'Ghi ý kiến, kiến nghị'}
      wide
      form={form}
      onClose={onClose}
      onSaved={(done) => {
        told(done);
        onClose(done.items[0]?.id);
      }}
      onNext={
        row
          ? undefined
          : (done) => {
              told(done);
              form.reset({
                ...fresh,
                place: values.place,
                raisedOn: values.raisedOn,
                origin: values.origin,
                items: [newItem()],
              });
            }
      }
    >
      <FieldRow>
        <Field
          form={form}
          name="place"
          label="Nơi nêu ý kiến"
          required
          hint="Càng cụ thể càng tốt: tổ, ấp, thôn; không ghi từng hộ."
        >
          {(p) => <UnitPicker adds {...p} asOf={values.raisedOn} placeholder="Gõ tên ấp, thôn, tổ, chi bộ" />}
        </Field>
        <Field form={form} name="raisedOn" label="Ngày nêu" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="origin" label="Nguồn" required>
          {(p) => <ChoiceInput {...p} options={options(words?.origins)} />}
        </Field>
      </FieldRow>
      {editRows(values.items, (next) => set('items', next)).map(({ key, row: item, index, change, remove }) => (
        <fieldset key={key} className="cn-matter-item">
          {values.items.length > 1 && (
            <legend className="cn-row">
              Việc thứ {index + 1}
              <button type="button" className="cn-link" onClick={remove}>
                Bỏ việc này
              </button>
            </legend>
          )}
          <ItemFields
            item={item}
            onChange={change}
            errors={errors}
            at={`items.${index}.`}
            placeId={values.place?.id ?? ''}
            day={values.raisedOn}
            recording={!row}
          />
        </fieldset>
      ))}
      {!row && (
        <button type="button" className="cn-link" onClick={() => set('items', [...values.items, newItem()])}>
          + Cùng ý kiến này còn một việc khác
        </button>
      )}
      {!more && (
        <button type="button" className="cn-link" onClick={() => setMore(true)}>
          Ngày tiếp nhận, số ở sổ khác
        </button>
      )}
      {more && (
        <FieldRow>
          <Field form={form} name="receivedOn" label="Ngày tiếp nhận">
            {(p) => <DateField {...p} today={today} placeholder="như ngày nêu" />}
          </Field>
          <Field form={form} name="externalRef" label="Số ở sổ khác (nếu có)">
            {(p) => <TextInput {...p} placeholder="ví dụ: 45/2026/TCD" />}
          </Field>
        </FieldRow>
      )}
    </FormDrawer>
  );
}

/** Blank further parts are left out; one part always stays, so that Go can say what is missing. */
function filled(items: ItemValues[]): ItemValues[] {
  const some = items.filter((each) => !isBlank(each));
  return some.length > 0 ? some : items.slice(0, 1);
}

/** One matter turns out to hold several: each part gets its own number, the first keeps this one. */
export function SplitForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const say = useNotice();
  const record = useWrite(matters.Split);
  const form = useForm<{ parts: ItemValues[] }, ActionResult>({
    draftKey: `matters.split.${row.id}`,
    initial: { parts: [itemOf(row), newItem({ fieldCode: row.fieldCode, kind: row.kind })] },
    check: (v): Record<string, string> =>
      Object.assign({}, ...v.parts.map((each, index) => missing(each, `parts.${index}.`))) as Record<string, string>,
    save: (v) => record.mutateAsync({ id: row.id, parts: v.parts.map((each) => toItem(each, row.raisedOn)) }),
  });
  const { values, set } = form;
  return (
    <FormDrawer
      title={`Tách kiến nghị số ${row.no}`}
      wide
      form={form}
      saveLabel="Tách"
      onClose={onClose}
      onSaved={(done) => {
        say.done(`Đã tách thành ${numbers(done.items)}.`);
        onClose();
      }}
    >
      {editRows(values.parts, (next) => set('parts', next)).map(({ key, row: item, index, change, remove }) => (
        <fieldset key={key} className="cn-matter-item">
          <legend className="cn-row">
            {index === 0 ? `Phần giữ số ${row.no}` : `Phần mới thứ ${index}`}
            {index > 1 && (
              <button type="button" className="cn-link" onClick={remove}>
                Bỏ phần này
              </button>
            )}
          </legend>
          <ItemFields
            item={item}
            onChange={change}
            errors={form.errors}
            at={`parts.${index}.`}
            placeId={row.placeId}
            day={row.raisedOn}
            recording={false}
          />
        </fieldset>
      ))}
      <button
        type="button"
        className="cn-link"
        onClick={() => set('parts', [...values.parts, newItem({ fieldCode: row.fieldCode, kind: row.kind })])}
      >
        + Thêm một phần
      </button>
    </FormDrawer>
  );
}
