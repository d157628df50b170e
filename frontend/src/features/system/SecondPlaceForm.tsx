import { Button } from 'antd';
import { desk } from '../../api/client';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';

interface Props {
  /** Disks plugged in now. */
  places: string[];
  onClose: () => void;
  onSaved: () => void;
}

/** Where backups are kept a second time; known again by a mark in the folder, not by the letter of the drive. */
export function SecondPlaceForm({ places, onClose, onSaved }: Props) {
  const say = useNotice();
  const form = useForm({
    initial: { path: '', sameDisk: false },
    check: (values): FieldErrors => ({
      ...(values.path.trim() === '' && { path: 'Hãy ghi đường dẫn của USB hoặc ổ đĩa, ví dụ E:\\.' }),
    }),
    save: (values) => desk.ChooseSecondPlace(values),
  });
  return (
    <FormDrawer
      title="Chọn nơi giữ thứ hai"
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã chọn nơi giữ thứ hai và chép sang đó.');
        onSaved();
        onClose();
      }}
    >
      <Field
        form={form}
        name="path"
        label="Thư mục"
        required
        hint="USB, ổ cứng rời hoặc ổ đĩa khác. Chương trình lập thư mục CauNoi-sao-luu ở đó và tự chép mỗi khi thấy cắm."
      >
        {(p) => <TextInput {...p} />}
      </Field>
      {places.length > 0 && (
        <div className="cn-row">
          Đang cắm:
          {places.map((each) => (
            <Button key={each} onClick={() => form.set('path', each)}>
              {each}
            </Button>
          ))}
        </div>
      )}
      <Field form={form} name="sameDisk" label="Cùng ổ đĩa với dữ liệu">
        {(p) => <CheckInput {...p} label="Vẫn dùng ổ đĩa này, dù hỏng ổ đĩa thì mất cả hai" />}
      </Field>
    </FormDrawer>
  );
}
