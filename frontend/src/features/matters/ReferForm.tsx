import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { CheckInput, TextInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { BodyPicker } from './BodyPicker';
import { useNextNumber, useRules, useVocabulary } from './queries';

/** One letter that passes matters on; each keeps its own clock and reply. */
export function ReferForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const next = useNextNumber('REFER');
  const rule = useRules().data?.find((each) => each.code === 'C3' && each.validTo === '');
  const urgent = rows.some((each) => each.urgent);
  const police = words?.bodies.find((each) => each.police);
  return (
    <ActionDrawer
      event="REFER"
      rows={rows}
      onClose={onClose}
      title={rows.length === 1 ? 'Chuyển cơ quan' : `Chuyển ${rows.length} kiến nghị bằng một công văn`}
      said="Đã ghi việc chuyển."
      saveLabel="Ghi việc chuyển"
      initial={{
        body: null as Picked | null,
        day: today,
        docNumber: null as string | null,
        dueOn: '',
        noDue: false,
        basis: '',
      }}
      check={(v) => ({
        ...(v.body ? {} : { bodyId: 'Hãy chọn cơ quan được chuyển đến.' }),
        ...((v.docNumber ?? next).trim() ? {} : { docNumber: 'Hãy nhập số, ký hiệu văn bản chuyển.' }),
      })}
      write={({ body, day, docNumber, dueOn, noDue, basis }, accepted) =>
        matters.Refer({
          matterIds: idsOf(rows),
          bodyId: body?.id ?? '',
          day,
          docNumber: docNumber ?? next,
          docDate: '',
          dueOn: noDue ? '' : dueOn,
          noDue,
          basis,
          accepted,
        })
      }
    >
      {(form) => (
        <>
          <Field form={bodyErrors(form)} name="body" label="Cơ quan được chuyển đến" required>
            {(p) => <BodyPicker adds {...p} />}
          </Field>
          {urgent && police && form.values.body === null && (
            <button
              type="button"
              className="cn-link"
              onClick={() => form.set('body', { id: police.id, name: police.name })}
            >
              Việc khẩn: chuyển ngay {police.name}
            </button>
          )}
          <FieldRow>
            <Field form={form} name="docNumber" label="Số, ký hiệu công văn" required>
              {(p) => <TextInput {...p} value={p.value ?? next} placeholder="ví dụ: 215-CV/HU" />}
            </Field>
            <Field form={form} name="day" label="Ngày công văn" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
          </FieldRow>
          {!form.values.noDue && (
            <Field
              form={form}
              name="dueOn"
              label="Hạn trả lời"
              hint={
                rule
                  ? `Để trống thì tính ${rule.amount} ${rule.unitWord} từ ngày chuyển (${rule.source}).`
                  : 'Để trống thì tính theo thời hạn đã đặt.'
              }
            >
              {(p) => <DateField {...p} today={today} />}
            </Field>
          )}
          <Field form={form} name="noDue" label="Công văn không ấn định ngày">
            {(p) => <CheckInput {...p} label="Hạn ghi là “chưa ấn định”" />}
          </Field>
          <Field form={form} name="basis" label="Căn cứ (nếu cần in vào công văn)">
            {(p) => <TextInput {...p} />}
          </Field>
        </>
      )}
    </ActionDrawer>
  );
}

/** Go names the body by its key; the field on the screen holds the body itself. */
export function bodyErrors<F extends { errors: Record<string, string> }>(form: F): F {
  const said = form.errors.bodyId;
  return said === undefined ? form : { ...form, errors: { ...form.errors, body: said } };
}
