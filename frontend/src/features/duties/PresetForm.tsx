import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { NO_PAPER } from './labels';
import { useApplyPreset, useDutyWords, useSchemes } from './queries';

/** Adds the rules of a known practice to a scheme; rules that are there already are left alone. */
export function PresetForm({ schemeId, onClose }: { schemeId: string; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const apply = useApplyPreset();
  const schemes = useSchemes().data ?? [];
  const presets = useDutyWords().data?.presets ?? [];
  const form = useForm({
    draftKey: '',
    initial: { schemeId, preset: '', from: '' },
    check: (v): FieldErrors => (v.preset === '' ? { preset: 'Hãy chọn một bộ nhiệm vụ mẫu.' } : {}),
    save: (v) => apply.mutateAsync(v),
  });
  const chosen = presets.find((each) => each.code === form.values.preset);
  const scheme = schemes.find((each) => each.id === form.values.schemeId);
  const fits = (kind: string) => kind === '' || scheme?.kinds.some((each) => each.code === kind);
  return (
    <FormDrawer
      title="Áp dụng bộ nhiệm vụ mẫu"
      form={form}
      saveLabel="Áp dụng"
      onClose={onClose}
      onSaved={(added) => {
        say.done(
          added.total === 0
            ? 'Không thêm nhiệm vụ nào: đã có đủ, hoặc chủ trương không có hình thức phân công tương ứng.'
            : `Đã thêm ${added.total} nhiệm vụ; sửa được từng nhiệm vụ trong danh sách.`,
        );
        onClose();
      }}
    >
      <Field form={form} name="schemeId" label="Chủ trương nhận nhiệm vụ" required>
        {(p) => <ChoiceInput {...p} options={schemes.map((each) => ({ value: each.id, label: each.name }))} />}
      </Field>
      <Field form={form} name="preset" label="Bộ mẫu" required>
        {(p) => (
          <ChoiceInput
            {...p}
            options={presets
              .filter((each) => each.rules.length > 0)
              .map((each) => ({ value: each.code, label: each.name }))}
          />
        )}
      </Field>
      <Field form={form} name="from" label="Hiệu lực từ ngày" hint="Để trống: từ ngày chủ trương có hiệu lực.">
        {(p) => <DateField {...p} today={today} placeholder="theo chủ trương" />}
      </Field>
      {chosen && (
        <ul className="cn-duty-presets" aria-label="Nhiệm vụ trong bộ mẫu">
          {chosen.rules.map((each) => (
            <li key={each.rule.name}>
              {each.rule.name}: {each.cadence}
              <div className="cn-soft cn-small">
                {each.rule.source || NO_PAPER}
                {!fits(each.kind) && ` · chủ trương này không có hình thức ${each.kind} nên sẽ bỏ qua`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </FormDrawer>
  );
}
