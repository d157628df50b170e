import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { desk, type Go } from '../api/client';
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
const sizes = TEXT_SIZES.map((each) => ({ value: String(each), label: `${each} %` }));
const examples: Record<string, { name: string; superior: string }> = {
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
      level: 'xa',
      name: '',
      superior: '',
      place: '',
      textSize: '100',
      fullName: '',
      login: '',
      password: '',
      repeat: '',
    },
    check: (values) => {
      const found: Record<string, string> = {};
      if (values.name.trim() === '') found.name = `Hãy nhập tên cơ quan, ví dụ: ${examples[values.level]?.name}`;
      if (values.fullName.trim() === '') found.fullName = 'Hãy nhập họ tên người quản trị.';
      if (values.login.trim() === '') found.login = 'Hãy nhập tên đăng nhập, ví dụ: vanphong.';
      if (values.password === '') found.password = 'Hãy đặt mật khẩu.';
      else if (values.password !== values.repeat) found.repeat = 'Hai lần nhập mật khẩu chưa giống nhau. Hãy nhập lại.';
      return found;
    },
    save: async (values) => {
      await desk.SetUp({ ...values, textSize: Number(values.textSize) });
      await onDone();
      return true;
    },
  });
  const { level, textSize } = form.values;
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
        <Field form={form} name="level" label="Cấp">
          {(p) => <ChoiceRow {...p} options={levels} />}
        </Field>
        <Field
          form={form}
          name="name"
          label="Tên cơ quan"
          required
          hint={`Viết như trong câu, ví dụ: ${examples[level]?.name}`}
        >
          {(p) => <TextInput {...p} />}
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
