import { show } from '../../lib/dates';
import { DateField } from '../../pickers/DateField';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm } from '../../ui/useForm';
import { NO_PAPER } from './labels';
import { useChangeRule, useDutyWords, useSaveRule, useSchemes, useTypes, type Rule } from './queries';
import { blankRule, fromRule, needsMonth, needsShortMonth, toInput, type RuleValues } from './ruleValues';

export type RuleTask = { how: 'add'; schemeId: string } | { how: 'correct' | 'change'; rule: Rule };

const titles = { add: 'Thêm nhiệm vụ định kỳ', correct: 'Đính chính nhiệm vụ', change: 'Thay đổi nhiệm vụ từ ngày' };

/** One version of a duty rule. A change makes a new version from a day on; a correction rewrites what was wrong from the start. */
export function RuleForm({ task, onClose }: { task: RuleTask; onClose: (saved?: string) => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const words = useDutyWords().data;
  const schemes = useSchemes().data ?? [];
  const types = useTypes().data?.types ?? [];
  const save = useSaveRule();
  const change = useChangeRule();
  const rule = task.how === 'add' ? null : task.rule;
  const form = useForm<RuleValues, Rule>({
    draftKey: `duties.rule.${task.how}.${rule?.id ?? 'new'}`,
    initial:
      rule === null
        ? blankRule(task.how === 'add' ? task.schemeId : '', today)
        : { ...fromRule(rule), ...(task.how === 'change' && { validFrom: '' }) },
    check: (v) => ({
      ...(v.schemeId === '' && { schemeId: 'Hãy chọn chủ trương, kế hoạch phân công.' }),
      ...(v.name.trim() === '' && { name: 'Hãy nhập tên nhiệm vụ, ví dụ: Dự sinh hoạt chi bộ hằng tháng.' }),
      ...(v.subject === '' && { subject: 'Hãy chọn ai có nhiệm vụ.' }),
      ...(v.period === '' && { period: 'Hãy chọn mỗi kỳ là tuần, tháng, quý hay năm.' }),
      ...(v.activity === '' && { activity: 'Hãy chọn loại cuộc họp.' }),
      ...(v.validFrom === '' && { validFrom: 'Hãy nhập ngày bắt đầu.' }),
      ...(v.fixedCalendar !== 'none' &&
        v.period !== 'EVENT' &&
        v.fixedDay === null && { fixedDay: 'Hãy nhập ngày, hoặc chọn “ngày bất kỳ trong kỳ”.' }),
    }),
    save: (v) => (task.how === 'change' ? change : save).mutateAsync(toInput(rule?.id ?? '', v)),
  });
  const v = form.values;
  const options = (list: { code: string; word: string }[] | undefined) =>
    (list ?? []).map((each) => ({ value: each.code, label: each.word }));
  const kinds = schemes.find((each) => each.id === v.schemeId)?.kinds ?? [];
  const kind = kinds.find((each) => each.id === v.kindId);
  const offered = types.filter((each) =>
    kind === undefined
      ? v.subject !== 'can_bo'
      : kind.targetTypes.length === 0
        ? each.tree === kind.targetTree
        : kind.targetTypes.includes(each.code),
  );
  const toggle = (code: string, on: boolean) =>
    form.set('targetTypes', on ? [...v.targetTypes, code] : v.targetTypes.filter((each) => each !== code));
  return (
    <FormDrawer
      title={titles[task.how]}
      form={form}
      wide
      onClose={onClose}
      onSaved={(saved) => {
        say.done(`Đã lưu nhiệm vụ: ${saved.cadenceText}.`);
        onClose(saved.id);
      }}
    >
      {rule !== null && task.how === 'change' && (
        <p className="cn-soft">
          Trước ngày thay đổi vẫn tính theo bản đang có: {rule.cadenceText}. Bản này bắt đầu từ {show(rule.validFrom)}.
        </p>
      )}
      <Field form={form} name="name" label="Tên nhiệm vụ" required>
        {(p) => <TextInput {...p} />}
      </Field>
      <FieldRow>
        <Field form={form} name="schemeId" label="Chủ trương, kế hoạch" required>
          {(p) => (
            <ChoiceInput
              {...p}
              disabled={rule !== null}
              options={schemes.map((each) => ({ value: each.id, label: each.name }))}
            />
          )}
        </Field>
        <Field form={form} name="kindId" label="Hình thức phân công">
          {(p) => (
            <ChoiceInput
              {...p}
              value={p.value || 'ALL'}
              onChange={(next) => p.onChange(next === 'ALL' ? '' : next)}
              options={[
                { value: 'ALL', label: 'Mọi hình thức' },
                ...kinds.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` })),
              ]}
            />
          )}
        </Field>
      </FieldRow>
      <Field form={form} name="subject" label="Ai có nhiệm vụ" required>
        {(p) => <ChoiceRow {...p} options={options(words?.subjects)} />}
      </Field>
      <FieldRow>
        <Field form={form} name="activity" label="Loại cuộc họp" required>
          {(p) => <ChoiceInput {...p} options={options(words?.activities)} />}
        </Field>
        <Field form={form} name="quota" label="Số lần" required>
          {(p) => <NumberInput {...p} unit="lần" />}
        </Field>
        <Field form={form} name="period" label="Mỗi kỳ" required>
          {(p) => <ChoiceInput {...p} options={options(words?.periods)} />}
        </Field>
      </FieldRow>
      {v.period !== 'EVENT' && (
        <>
          <Field form={form} name="fixedCalendar" label="Ngày trong kỳ">
            {(p) => (
              <ChoiceRow
                {...p}
                options={[
                  { value: 'none', label: 'Ngày bất kỳ trong kỳ' },
                  { value: 'solar', label: v.period === 'WEEK' ? 'Thứ cố định' : 'Ngày dương lịch cố định' },
                  ...(v.period === 'WEEK' ? [] : [{ value: 'lunar' as const, label: 'Ngày âm lịch cố định' }]),
                ]}
              />
            )}
          </Field>
          {v.fixedCalendar !== 'none' && (
            <FieldRow>
              <Field
                form={form}
                name="fixedDay"
                label={
                  v.period === 'WEEK'
                    ? 'Thứ (1 = thứ Hai … 7 = Chủ nhật)'
                    : v.fixedCalendar === 'lunar'
                      ? 'Ngày âm lịch (1–30)'
                      : 'Ngày (1–31)'
                }
                required
              >
                {(p) => <NumberInput {...p} />}
              </Field>
              {needsMonth(v) && (
                <Field
                  form={form}
                  name="fixedMonth"
                  label={v.period === 'YEAR' ? 'Tháng' : 'Tháng thứ mấy của kỳ'}
                  required
                >
                  {(p) => <NumberInput {...p} />}
                </Field>
              )}
              {needsShortMonth(v) && (
                <Field form={form} name="shortMonth" label="Tháng thiếu ngày đó thì">
                  {(p) => <ChoiceInput {...p} options={options(words?.shortMonth)} />}
                </Field>
              )}
            </FieldRow>
          )}
          {v.period === 'LUNAR_MONTH' && (
            <Field form={form} name="leapCounts" label="Tháng nhuận">
              {(p) => <CheckInput {...p} label="Tháng nhuận âm lịch cũng phải họp một lần" />}
            </Field>
          )}
        </>
      )}
      <FieldRow>
        <Field
          form={form}
          name="graceDays"
          label="Gia hạn sau kỳ"
          hint="Cuộc họp của kỳ trước họp bù trong số ngày này vẫn được tính."
        >
          {(p) => <NumberInput {...p} unit="ngày" />}
        </Field>
        <Field form={form} name="papersDays" label="Gửi tài liệu trước" hint="Để trống: không đặt hạn.">
          {(p) => <NumberInput {...p} unit="ngày" />}
        </Field>
      </FieldRow>
      {v.subject === 'can_bo' && (
        <>
          <Field form={form} name="countsSubstitute" label="Cử người dự thay">
            {(p) => <CheckInput {...p} label="Dự thay được tính là hoàn thành" />}
          </Field>
          <Field form={form} name="countsMember" label="Tổ công tác">
            {(p) => <CheckInput {...p} label="Tổ viên nào dự cũng tính cho tổ (không chỉ tổ trưởng)" />}
          </Field>
        </>
      )}
      {offered.length > 1 && (
        <Field
          form={form}
          name="targetTypes"
          label="Chỉ áp dụng cho loại đơn vị"
          hint={
            v.subject === 'can_bo'
              ? 'Không đánh dấu: mọi loại của hình thức phân công.'
              : 'Nhiệm vụ của nơi tiếp nhận hoặc người đứng đầu phải nêu loại đơn vị.'
          }
        >
          {() => (
            <div className="cn-duty-types">
              {offered.map((each) => (
                <CheckInput
                  key={each.code}
                  value={v.targetTypes.includes(each.code)}
                  onChange={(on) => toggle(each.code, on)}
                  label={each.word}
                />
              ))}
            </div>
          )}
        </Field>
      )}
      <FieldRow>
        <Field
          form={form}
          name="validFrom"
          label={task.how === 'change' ? 'Thay đổi từ ngày' : 'Hiệu lực từ ngày'}
          required
        >
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="lastDay" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="chưa kết thúc" />}
        </Field>
      </FieldRow>
      <Field form={form} name="source" label="Văn bản" hint={`Để trống thì mọi nơi ghi “${NO_PAPER}”.`}>
        {(p) => <TextInput {...p} />}
      </Field>
      <GuardReasonField form={form} />
    </FormDrawer>
  );
}
