import { Button } from 'antd';
import { papers, readFault, type Go } from '../../api/client';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm } from '../../ui/useForm';
import { ISSUER_KINDS } from './labels';
import { useIssuerWrite } from './queries';
import { SamplePages } from './SamplePages';

type Issuer = Go.papers.Issuer;

const BLANK: Issuer = {
  id: '',
  kind: 'ban',
  form: 'dang',
  name: '',
  superior: '',
  head: '',
  symbol: '',
  place: '',
  signAuthority: '',
  signPosition: '',
  signName: '',
  archive: '',
  sortOrder: 0,
  builtIn: false,
  types: [],
};

interface Props {
  issuer: Issuer | null;
  onClose: () => void;
  onSaved: (saved: Issuer) => void;
}

/** One body that issues papers. Kind and short name suggest the rest by the office's level; the letterhead stands below. */
export function IssuerForm({ issuer, onClose, onSaved }: Props) {
  const { can } = useDesk();
  const say = useNotice();
  const save = useIssuerWrite(papers.SaveIssuer);
  const remove = useIssuerWrite(papers.DeleteIssuer);
  const restore = useIssuerWrite(papers.RestoreIssuer);
  const form = useForm<Issuer, Issuer>({
    draftKey: `papers.issuer.${issuer?.id ?? 'new'}`,
    initial: issuer ?? BLANK,
    save: (values) => save.mutateAsync(values),
  });
  const { values } = form;
  const suggest = async (kind: string) => {
    try {
      const made = await papers.SuggestIssuer(kind, values.name);
      for (const key of [
        'form',
        'name',
        'superior',
        'head',
        'symbol',
        'place',
        'signAuthority',
        'signPosition',
        'archive',
      ] as const)
        form.set(key, made[key]);
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  const drop = async () => {
    try {
      await remove.mutateAsync(issuer!.id);
      say.done(
        'Đã bỏ vào thùng rác.',
        () =>
          void restore.mutateAsync(issuer!.id).then(
            () => say.done('Đã lấy lại.'),
            (error: unknown) => say.failed(readFault(error).message),
          ),
      );
      onClose();
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  const line = (
    name: 'superior' | 'head' | 'symbol' | 'place' | 'signAuthority' | 'signPosition' | 'signName' | 'archive',
    label: string,
    hint?: string,
  ) => (
    <Field form={form} name={name} label={label} hint={hint}>
      {(p) => <TextInput {...p} />}
    </Field>
  );
  const ready =
    values.head !== '' && values.symbol !== '' && (values.signPosition !== '' || values.signAuthority !== '');
  return (
    <FormDrawer
      title={issuer ? 'Sửa cơ quan ban hành' : 'Thêm cơ quan ban hành'}
      form={form}
      onClose={onClose}
      onSaved={(saved) => {
        say.done('Đã lưu.', issuer ? undefined : () => remove.mutateAsync(saved.id));
        onSaved(saved);
      }}
      wide
    >
      <FieldRow>
        <Field form={form} name="kind" label="Loại" required>
          {(p) => <ChoiceInput {...p} options={ISSUER_KINDS} />}
        </Field>
        <Field form={form} name="name" label="Tên" required hint="Viết như trong câu, ví dụ: Ban Tổ chức">
          {(p) => <TextInput {...p} placeholder="ví dụ: Ban Tổ chức" />}
        </Field>
      </FieldRow>
      <div className="cn-row">
        <Button onClick={() => void suggest(values.kind)}>Gợi ý theo loại và tên</Button>
        <span className="cn-soft">điền các ô dưới theo cấp của cơ quan; sửa lại được</span>
      </div>
      <FieldRow>
        {line('superior', 'Dòng đầu bên trái', 'Để trống thì không in')}
        {line('head', 'Dòng tên in đậm')}
      </FieldRow>
      <FieldRow>
        {line('symbol', 'Ký hiệu', 'Sau số văn bản, ví dụ: BTCHU')}
        {line('place', 'Địa danh', 'Để trống thì lấy của cơ quan')}
      </FieldRow>
      <FieldRow>
        {line('signAuthority', 'Quyền hạn ký', 'T/M một tập thể, K/T người đứng đầu, Q., kiêm; trống là ký trực tiếp')}
        {line('signPosition', 'Chức vụ')}
        {line('signName', 'Họ và tên')}
      </FieldRow>
      {line('archive', 'Nơi lưu', 'Dòng cuối của Nơi nhận')}
      {ready && <SamplePages issuer={values} />}
      {issuer && can('papers.DeleteIssuer') && (
        <div>
          <Button danger onClick={() => void drop()}>
            Bỏ vào thùng rác
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
