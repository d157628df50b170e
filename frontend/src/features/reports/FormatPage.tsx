import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Go } from '../../api/client';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field, FieldRow } from '../../ui/Field';
import { CheckInput, ChoiceInput, ChoiceRow } from '../../ui/inputs';
import { useKept } from '../../ui/kept';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useForm } from '../../ui/useForm';
import { useShortcut } from '../../ui/useShortcut';
import { FORMS } from './labels';
import { useProfile, useSaveProfile } from './queries';

type Profile = Go.reports.Profile;

const sizes = (from: number, to: number) => Array.from({ length: (to - from) * 2 + 1 }, (_, i) => from + i / 2);
const points = (values: number[]) => values.map((each) => ({ value: String(each), label: `${String(each).replace('.', ',')} pt` }));

/** How the office's papers look where the rules leave a choice. */
export function FormatPage() {
  const [form, setForm] = useKept('reports.format', 'dang');
  const profile = useProfile(form);
  const navigate = useNavigate();
  return (
    <div className="cn-page cn-page-scroll">
      <PageHeader title="Thể thức văn bản" sub="Những chỗ quy định cho phép chọn; mặc định theo Hướng dẫn 05-HD/VPTW và Nghị định 30/2020/NĐ-CP"
        actions={<Button onClick={() => void navigate('/bao-cao')}>Về báo cáo</Button>} />
      <ChoiceRow id="format-form" ariaLabel="Thể thức" value={form} onChange={setForm} options={FORMS} />
      {profile.error && <ErrorNotice error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data && <ProfileForm key={JSON.stringify(profile.data)} profile={profile.data} />}
    </div>
  );
}

/** Numbers are chosen as texts here and go back as numbers. */
interface Values extends Omit<Profile, 'bodySize' | 'leading'> {
  bodySize: string;
  leading: string;
}

function ProfileForm({ profile }: { profile: Profile }) {
  const { can } = useDesk();
  const say = useNotice();
  const store = useSaveProfile();
  const allowed = can('reports.SaveProfile');
  const party = profile.form === 'dang';
  const form = useForm<Values, unknown>({
    draftKey: `reports.profile.${profile.form}`, initial: { ...profile, bodySize: String(profile.bodySize), leading: String(profile.leading) },
    save: (values) => store.mutateAsync({ from: party ? '2026-05-27' : '', to: '', rule: '', own: true, now: true, by: '', differs: [], profile: { ...values, bodySize: Number(values.bodySize), leading: Number(values.leading) } }),
  });
  const save = async () => {
    if ((await form.submit()) !== null) say.done('Đã lưu thể thức.');
  };
  useShortcut('ctrl+s', () => allowed && void save());
  return (
    <>
      {form.fault !== null && <ErrorNotice error={form.fault} />}
      <Section title="Chữ và dòng">
        <div className="cn-stack">
          <FieldRow>
            <Field form={form} name="bodySize" label="Cỡ chữ nội dung">{(p) => <ChoiceInput {...p} disabled={!allowed} options={points(party ? sizes(14, 15) : sizes(13, 14))} />}</Field>
            <Field form={form} name="leading" label="Khoảng cách dòng">{(p) => <ChoiceInput {...p} disabled={!allowed} options={points(sizes(18, 22))} />}</Field>
          </FieldRow>
          <Field form={form} name="oldSpelling" label="Chính tả chữ do chương trình in">{(p) => <CheckInput {...p} disabled={!allowed} label="Viết “uỷ”, “hoà” thay cho “ủy”, “hòa”" />}</Field>
          <Field form={form} name="duplex" label="In hai mặt">{(p) => <CheckInput {...p} disabled={!allowed} label="Đổi lề trái, phải ở trang chẵn" />}</Field>
        </div>
      </Section>
      <Section title="Dấu và cách trình bày">
        <div className="cn-stack">
          <FieldRow>
            <Field form={form} name="headingSep" label="Sau số mục">{(p) => <ChoiceInput {...p} disabled={!allowed} options={[{ value: '. ', label: 'I. Tình hình' }, { value: '- ', label: 'I- Tình hình' }]} />}</Field>
            <Field form={form} name="recipientSep" label="Cuối mỗi nơi nhận">{(p) => <ChoiceInput {...p} disabled={!allowed} options={[{ value: ';', label: 'Dấu chấm phẩy ;' }, { value: ',', label: 'Dấu phẩy ,' }]} />}</Field>
            <Field form={form} name="endMark" label="Hết nội dung">{(p) => <ChoiceInput {...p} disabled={!allowed} options={[{ value: '.', label: 'Dấu chấm .' }, { value: './.', label: 'Dấu ./.' }]} />}</Field>
          </FieldRow>
          {party && <Field form={form} name="basesItalic" label="Căn cứ">{(p) => <CheckInput {...p} disabled={!allowed} label="In nghiêng, không gạch đầu dòng" />}</Field>}
          <Field form={form} name="dateRight" label="Địa danh, ngày tháng">{(p) => <CheckInput {...p} disabled={!allowed} label="Dồn sát lề phải thay vì ở giữa" />}</Field>
          {party && <Field form={form} name="symbolQuyDinh" label="Ký hiệu của quy định">{(p) => <ChoiceInput {...p} disabled={!allowed} options={['QĐ', 'QĐi'].map((value) => ({ value, label: value }))} />}</Field>}
        </div>
      </Section>
      {allowed && <div className="cn-row"><Button type="primary" loading={form.busy} onClick={() => void save()}>Lưu thể thức</Button></div>}
    </>
  );
}
