import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { DraftBar } from '../../ui/DraftBar';
import { Field, FieldRow } from '../../ui/Field';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { CheckInput, ChoiceInput, type Option } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { Section } from '../../ui/PageHeader';
import { useForm, type Form } from '../../ui/useForm';
import { useSaveProfile, type Profile, type ProfileVersion } from './queries';
import { SamplePages } from './SamplePages';

/** Numbers are chosen as texts here and go back as numbers; size and case of the typist's code are one choice. */
interface Values extends Omit<Profile, 'bodySize' | 'leading' | 'typistSize' | 'typistCaps'> {
  from: string;
  bodySize: string;
  leading: string;
  typist: string;
}

const sizes = (from: number, to: number) => Array.from({ length: (to - from) * 2 + 1 }, (_, i) => from + i / 2);
const points = (values: number[]) =>
  values.map((each) => ({ value: String(each), label: `${String(each).replace('.', ',')} pt` }));
const same = (...values: string[]) => values.map((value) => ({ value, label: value }));

/** "Không có" of the subject of a công văn, as backend/reports has it. */
const NO_WORD = 'khong';

const typists: Option<string>[] = [
  { value: '11', label: 'Cỡ 11, như đã ghi' },
  { value: '11hoa', label: 'Cỡ 11, chữ in hoa' },
  { value: '8hoa', label: 'Cỡ 8, chữ in hoa' },
  { value: '8', label: 'Cỡ 8, như đã ghi' },
];

function valuesOf({ from, profile }: ProfileVersion): Values {
  const { bodySize, leading, typistSize, typistCaps, ...rest } = profile;
  return {
    ...rest,
    from,
    bodySize: String(bodySize),
    leading: String(leading),
    typist: `${typistSize}${typistCaps ? 'hoa' : ''}`,
  };
}

function profileOf({ from: _, bodySize, leading, typist, ...rest }: Values): Profile {
  return {
    ...rest,
    bodySize: Number(bodySize),
    leading: Number(leading),
    typistSize: parseInt(typist, 10),
    typistCaps: typist.endsWith('hoa'),
  };
}

/** The settings of one time beside a page that shows what they do. Saved under another day, they begin a new version. */
export function ProfileForm({ version, onSaved }: { version: ProfileVersion; onSaved: (from: string) => void }) {
  const { can, today } = useDesk();
  const say = useNotice();
  const store = useSaveProfile();
  const allowed = can('reports.SaveProfile');
  const kind = version.profile.form;
  const form = useForm<Values, unknown>({
    draftKey: `reports.profile.${kind}.${version.from}`,
    initial: valuesOf(version),
    save: (values) => store.mutateAsync({ ...version, from: values.from, profile: profileOf(values) }),
  });
  const save = async () => {
    if ((await form.submit()) === null) return;
    say.done('Đã lưu thể thức.');
    onSaved(form.latest().from);
  };
  const begins = form.values.from === version.from ? undefined : 'Lưu thành một mẫu mới từ ngày này';
  return (
    <FormPage form={form} save={allowed ? () => void save() : undefined} className="cn-format">
      <div className="cn-stack">
        <FormFault form={form} />
        <DraftBar form={form} />
        <Section title="Hiệu lực">
          <Field
            form={form}
            name="from"
            label="Có hiệu lực từ ngày"
            hint={begins ?? 'Đổi ngày để đặt một mẫu mới; mẫu cũ giữ cho văn bản cũ'}
          >
            {(p) => <DateField {...p} today={today} disabled={!allowed} placeholder="từ trước đến nay" />}
          </Field>
        </Section>
        <Lines form={form} kind={kind} allowed={allowed} />
        <Marks form={form} kind={kind} allowed={allowed} />
        {allowed && (
          <div className="cn-row">
            <Button type="primary" data-save loading={form.busy} onClick={() => void save()}>
              Lưu thể thức
            </Button>
          </div>
        )}
      </div>
      <SamplePages profile={profileOf(form.values)} day={form.values.from} />
    </FormPage>
  );
}

interface PartProps {
  form: Form<Values>;
  kind: string;
  allowed: boolean;
}

function Lines({ form, kind, allowed }: PartProps) {
  return (
    <Section title="Chữ và dòng">
      <div className="cn-stack">
        <FieldRow>
          <Field form={form} name="bodySize" label="Cỡ chữ nội dung">
            {(p) => (
              <ChoiceInput
                {...p}
                disabled={!allowed}
                options={points(kind === 'dang' ? sizes(14, 15) : sizes(13, 14))}
              />
            )}
          </Field>
          <Field form={form} name="leading" label="Khoảng cách dòng">
            {(p) => <ChoiceInput {...p} disabled={!allowed} options={points(sizes(18, 22))} />}
          </Field>
        </FieldRow>
        <Field form={form} name="oldSpelling" label="Chính tả chữ do chương trình in">
          {(p) => <CheckInput {...p} disabled={!allowed} label="Viết “uỷ”, “hoà” thay cho “ủy”, “hòa”" />}
        </Field>
        <Field form={form} name="duplex" label="In hai mặt">
          {(p) => <CheckInput {...p} disabled={!allowed} label="Đổi lề trái, phải ở trang chẵn" />}
        </Field>
      </div>
    </Section>
  );
}

/** Nghị định 30/2020/NĐ-CP leaves the state's papers no choice here. */
function Marks({ form, kind, allowed }: PartProps) {
  const party = kind === 'dang';
  if (kind === 'nhanuoc')
    return (
      <p className="cn-soft">
        Dấu, căn cứ, trích yếu và nơi nhận của văn bản nhà nước theo Nghị định 30/2020/NĐ-CP, không có chỗ chọn.
      </p>
    );
  const choice = (
    name: keyof Values &
      (
        | 'headingSep'
        | 'recipientSep'
        | 'endMark'
        | 'basesEnd'
        | 'subjectWord'
        | 'submitWord'
        | 'symbolQuyDinh'
        | 'typist'
        | 'subjectCase'
      ),
    label: ReactNode,
    options: Option<string>[],
  ) => (
    <Field form={form} name={name} label={label}>
      {(p) => <ChoiceInput {...p} disabled={!allowed} options={options} />}
    </Field>
  );
  const ends = [
    { value: '.', label: 'Dấu chấm .' },
    { value: ',', label: 'Dấu phẩy ,' },
  ];
  return (
    <Section title="Dấu và cách trình bày">
      <div className="cn-stack">
        <FieldRow>
          {choice('headingSep', 'Sau số mục', [
            { value: '. ', label: 'I. Tình hình' },
            { value: '- ', label: 'I- Tình hình' },
          ])}
          {choice('recipientSep', 'Cuối mỗi nơi nhận', [
            { value: ';', label: 'Dấu chấm phẩy ;' },
            { value: ',', label: 'Dấu phẩy ,' },
          ])}
          {choice('endMark', 'Hết nội dung', [
            { value: '.', label: 'Dấu chấm .' },
            { value: './.', label: 'Dấu ./.' },
          ])}
        </FieldRow>
        {party && (
          <FieldRow>
            {choice('basesEnd', 'Cuối căn cứ', ends)}
            {choice('submitWord', 'Tờ trình mở đầu', same('Kính trình', 'Kính gửi'))}
            {choice('symbolQuyDinh', 'Ký hiệu quy định', same('QĐ', 'QĐi', 'QĐI'))}
          </FieldRow>
        )}
        <FieldRow>
          {choice('subjectWord', 'Trích yếu công văn', [
            ...same('về việc', 'V/v'),
            { value: NO_WORD, label: 'Không có chữ mở đầu' },
          ])}
          {party && choice('typist', 'Người đánh máy, số bản', typists)}
        </FieldRow>
        {party && (
          <Field form={form} name="subjectCase" label="Chữ đầu trích yếu">
            {(p) => (
              <CheckInput
                {...p}
                value={p.value === 'upper'}
                onChange={(on) => p.onChange(on ? 'upper' : '')}
                disabled={!allowed}
                label="Viết hoa chữ đầu: “Về công tác…”"
              />
            )}
          </Field>
        )}
        {party && (
          <Field form={form} name="basesItalic" label="Căn cứ">
            {(p) => <CheckInput {...p} disabled={!allowed} label="In nghiêng, không gạch đầu dòng" />}
          </Field>
        )}
        <Field form={form} name="proofMark" label="Mã kiểm tra">
          {(p) => <CheckInput {...p} disabled={!allowed} label="In ô vuông và mã ở chân trang đầu khi ban hành" />}
        </Field>
        <Field form={form} name="dateRight" label="Địa danh, ngày tháng">
          {(p) => <CheckInput {...p} disabled={!allowed} label="Dồn sát lề phải thay vì ở giữa" />}
        </Field>
      </div>
    </Section>
  );
}
