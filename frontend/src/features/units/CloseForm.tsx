import { units, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { showNumber } from '../../lib/text';
import { useUnitAction } from './queries';

interface Values {
  from: string;
  source: string;
  withBelow: boolean;
}

/** Names the first assignments that still run there, and what to do about them. */
function openWords(open: string[]): string {
  const rest = open.length > 3 ? ` và ${showNumber(open.length - 3)} phân công khác` : '';
  return `Còn ${showNumber(open.length)} phân công chưa kết thúc ở đơn vị này: ${open.slice(0, 3).join('; ')}${rest}. Hãy lập quyết định kết thúc hoặc bàn giao.`;
}

/** Ends a unit on a day; units still under it are named by Go and end with it only when asked. */
export function CloseForm({ page, onClose }: { page: Go.units.Page; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const end = useUnitAction(units.Close);
  const { unit, children } = page;
  const form = useForm<Values, Go.units.Closed>({
    draftKey: `units.close.${unit.id}`,
    initial: { from: '', source: '', withBelow: false },
    check: (values): FieldErrors => ({
      ...(values.from === '' && { from: 'Hãy nhập ngày đơn vị kết thúc.' }),
      ...(values.source.trim() === '' && { source: 'Hãy ghi căn cứ kết thúc, ví dụ: Nghị quyết số …, ngày …' }),
    }),
    save: (values) => end({ unitId: unit.id, ...values }),
  });
  return (
    <FormDrawer
      title={`Kết thúc “${unit.name}”`}
      form={form}
      saveLabel="Kết thúc"
      onClose={onClose}
      onSaved={({ count, open }) => {
        say.done(
          count > 1
            ? `Đã kết thúc “${unit.name}” và ${showNumber(count - 1)} đơn vị trực thuộc.`
            : `Đã kết thúc “${unit.name}”.`,
        );
        if (open.length > 0) say.failed(openWords(open));
        onClose();
      }}
    >
      <p className="cn-soft">
        Đơn vị vẫn còn trong lịch sử: mọi danh sách tính đến trước ngày này vẫn có đơn vị. Ghi nhầm ngày thì dùng “Sửa
        (đính chính)”.
      </p>
      <Field
        form={form}
        name="from"
        label="Không còn từ ngày"
        required
        hint="Ngày đầu tiên đơn vị không còn nữa, ví dụ 01/07/2025"
      >
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <Field form={form} name="source" label="Căn cứ" required hint="Số, ngày, cơ quan ban hành văn bản">
        {(p) => <TextInput {...p} />}
      </Field>
      {children.length > 0 && (
        <Field form={form} name="withBelow" label={`Còn ${showNumber(children.length)} đơn vị trực thuộc trực tiếp`}>
          {(p) => <CheckInput {...p} label="Kết thúc cả các đơn vị trực thuộc" />}
        </Field>
      )}
    </FormDrawer>
  );
}
