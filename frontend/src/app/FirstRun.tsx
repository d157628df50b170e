import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { desk, type Go } from '../api/client';
import { fold } from '../lib/text';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Field, FieldRow } from '../ui/Field';
import { ChoiceRow, TextInput } from '../ui/inputs';
import { applyTextSize, TEXT_SIZES, type TextSize } from '../ui/theme';
import { useForm } from '../ui/useForm';
import { EntryForm } from './EntryForm';

const levels = [
  { value: 'tinh', label: 'Tỉnh' },
  { value: 'huyen', label: 'Huyện' },
  { value: 'xa', label: 'Xã, phường, đặc khu' },
];
/** The level an office's name tells of; '' where it tells none: a "Thành ủy" may be of a province or of a district. */
const levelOf = (name: string) => {
  const said = fold(name).trim();
  if (/^tinh uy\b/.test(said)) return 'tinh';
  if (/^(huyen|thi|quan) uy\b/.test(said)) return 'huyen';
  return /^dang uy (xa|phuong|dac khu|thi tran)\b/.test(said) ? 'xa' : '';
};
const sizes = TEXT_SIZES.map((each) => ({ value: String(each), label: `${each} %` }));
const examples: Record<string, { name: string; superior: string }> = {
  '': { name: 'Huyện ủy …', superior: 'Đảng bộ tỉnh …' },
  tinh: { name: 'Tỉnh ủy …', superior: '' },
  huyen: { name: 'Huyện ủy …', superior: 'Đảng bộ tỉnh …' },
  xa: { name: 'Đảng ủy xã …', superior: 'Đảng bộ tỉnh …' },
};

/** The four things asked once: office and level, text size, administrator, and whether to look at the made-up office first. */
export function FirstRun({ status, onDone }: { status: Go.desk.Status; onDone: () => Promise<void> }) {
  const id = useId();
  const [sampleError, setSampleError] = useState<unknown>(null);
  const form = useForm({
    initial: {
      level: '',
      name: '',
      superior: '',
      place: '',
      textSize: '100',
      fullName: '',
      login: '',
      password: '',
      repeat: '',
    },
    // Go judges every answer at once; what the page judged beforehand would be told first, and the rest only afterwards.
    save: async (values) => {
      await desk.SetUp({ ...values, textSize: Number(values.textSize) });
      await onDone();
      return true;
    },
  });
  const { level, textSize } = form.values;
  /** Once somebody chose the level it stays; until then it follows from the name, before the eyes of who types it. */
  const [chose, setChose] = useState(false);
  useEffect(() => applyTextSize(Number(textSize) as TextSize), [textSize]);
  const openSample = async () => {
    setSampleError(null);
    try {
      await desk.OpenSample();
      await onDone();
    } catch (error) {
      setSampleError(error);
    }
  };
  return (
    <EntryForm
      title="Thiết lập lần đầu"
      office=""
      form={form}
      submit="Bắt đầu với dữ liệu trống"
      labelId={id}
      wide
      below={
        <>
          {status.hasSample && (
            <div className="cn-draft">
              <span className="cn-grow">
                Muốn xem thử trước? Văn phòng mẫu nằm ở thư mục riêng, rời lúc nào cũng được và không lẫn với dữ liệu
                thật.
              </span>
              <Button onClick={() => void openSample()}>Mở văn phòng mẫu</Button>
            </div>
          )}
          {sampleError !== null && <ErrorNotice error={sampleError} />}
          <p className="cn-soft cn-small">
            Dữ liệu được giữ trên máy này, ở thư mục <span className="cn-path">{status.folder}</span>
          </p>
        </>
      }
    >
      <fieldset className="cn-group">
        <legend>Cỡ chữ</legend>
        <Field form={form} name="textSize" label="Chọn cỡ đọc được dễ dàng; đổi lại lúc nào cũng được">
          {(p) => <ChoiceRow {...p} options={sizes} />}
        </Field>
      </fieldset>
      <fieldset className="cn-group">
        <legend>Cơ quan</legend>
        <Field form={form} name="level" label="Cấp" required>
          {(p) => (
            <ChoiceRow
              {...p}
              onChange={(next) => {
                setChose(true);
                p.onChange(next);
              }}
              options={levels}
            />
          )}
        </Field>
        <Field
          form={form}
          name="name"
          label="Tên cơ quan"
          required
          hint={`Viết như trong câu, ví dụ: ${examples[level]?.name}`}
        >
          {(p) => (
            <TextInput
              {...p}
              onChange={(name) => {
                p.onChange(name);
                if (!chose) form.set('level', levelOf(name));
              }}
            />
          )}
        </Field>
        <FieldRow>
          {level !== 'tinh' && (
            <Field
              form={form}
              name="superior"
              label="Cấp trên trực tiếp"
              hint={`In ở góc trái văn bản, ví dụ: ${examples[level]?.superior}`}
            >
              {(p) => <TextInput {...p} />}
            </Field>
          )}
          <Field form={form} name="place" label="Địa danh" hint="Ghi trước ngày tháng trên văn bản.">
            {(p) => <TextInput {...p} />}
          </Field>
        </FieldRow>
      </fieldset>
      <fieldset className="cn-group">
        <legend>Người quản trị</legend>
        <FieldRow>
          <Field form={form} name="fullName" label="Họ và tên" required>
            {(p) => <TextInput {...p} />}
          </Field>
          <Field form={form} name="login" label="Tên đăng nhập" required hint="Chữ không dấu, ví dụ: vanphong">
            {(p) => <TextInput {...p} autoComplete="username" />}
          </Field>
        </FieldRow>
        <FieldRow>
          <Field form={form} name="password" label="Mật khẩu" required hint="Tắt bộ gõ tiếng Việt khi nhập.">
            {(p) => <TextInput {...p} type="password" autoComplete="new-password" />}
          </Field>
          <Field form={form} name="repeat" label="Nhập lại mật khẩu" required>
            {(p) => <TextInput {...p} type="password" autoComplete="new-password" />}
          </Field>
        </FieldRow>
      </fieldset>
    </EntryForm>
  );
}
