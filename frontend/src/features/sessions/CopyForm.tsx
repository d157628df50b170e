import { useNavigate } from 'react-router';
import { addMonths } from '../../lib/dates';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { useCopy, type Row, type View } from './queries';

/** Starts the next session from an earlier one; asks only for its day. */
export function CopyForm({ session, onClose }: { session: Row; onClose: () => void }) {
  const { today } = useDesk();
  const navigate = useNavigate();
  const say = useNotice();
  const copy = useCopy();
  const form = useForm<{ day: string }, View>({
    initial: { day: addMonths(session.day, 1) },
    check: (v): FieldErrors => (v.day === '' ? { day: 'Hãy nhập ngày họp mới.' } : {}),
    save: ({ day }) => copy.mutateAsync({ id: session.id, day }),
  });
  return (
    <FormDrawer
      title="Lập phiên sau từ phiên này"
      form={form}
      saveLabel="Lập phiên họp"
      onClose={onClose}
      onSaved={(made) => {
        say.done('Đã lập phiên họp từ phiên trước; hãy xem lại tên, tài liệu và kỳ số liệu.');
        void navigate(`/phien-hop/${made.id}`);
      }}
    >
      <p>
        {session.title}. Chương trình, thời lượng, khách mời giữ nguyên; thành viên lấy theo ngày mới; kết luận, điểm
        danh và văn bản đã ban hành không mang sang.
      </p>
      <Field form={form} name="day" label="Ngày họp mới" required>
        {(p) => <DateField {...p} today={today} />}
      </Field>
    </FormDrawer>
  );
}
