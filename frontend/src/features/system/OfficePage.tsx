import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { units, type Go } from '../../api/client';
import { useDesk } from '../../ui/desk';
import { DraftBar } from '../../ui/DraftBar';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field, FieldRow } from '../../ui/Field';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { ChoiceRow, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { useForm } from '../../ui/useForm';

/** What stands on every paper of this office. */
export function OfficePage() {
  const office = useQuery({ queryKey: ['units.office'], queryFn: () => units.Office() });
  if (office.error)
    return (
      <div className="cn-page">
        <ErrorNotice error={office.error} onRetry={() => void office.refetch()} />
      </div>
    );
  return office.data ? (
    <OfficeForm key={JSON.stringify(office.data)} office={office.data} />
  ) : (
    <p className="cn-empty" role="status">
      Đang tải…
    </p>
  );
}

const levels = [
  { value: 'tinh', label: 'Tỉnh' },
  { value: 'huyen', label: 'Huyện' },
  { value: 'xa', label: 'Xã, phường, đặc khu' },
];

function OfficeForm({ office }: { office: Go.units.Office }) {
  const { can } = useDesk();
  const say = useNotice();
  const client = useQueryClient();
  const form = useForm<Go.units.Office, Go.units.Office>({
    draftKey: 'units.office',
    initial: office,
    save: (values) => units.SaveOffice(values),
  });
  const save = async () => {
    if ((await form.submit()) === null) return;
    say.done('Đã lưu thông tin cơ quan.');
    await Promise.all([
      client.invalidateQueries({ queryKey: ['units.office'] }),
      client.invalidateQueries({ queryKey: ['desk.status'] }),
    ]);
  };
  const allowed = can('units.SaveOffice');
  const line = (
    name: keyof Go.units.Office &
      (
        | 'name'
        | 'superior'
        | 'place'
        | 'symbol'
        | 'stateSuperior'
        | 'stateName'
        | 'stateSymbol'
        | 'stateSignPosition'
        | 'stateSignName'
        | 'signAuthority'
        | 'signPosition'
        | 'signName'
        | 'archive'
        | 'bookSignPosition'
        | 'bookSignName'
        | 'contact'
      ),
    label: string,
    hint?: string,
  ) => (
    <Field form={form} name={name} label={label} hint={hint}>
      {(p) => <TextInput {...p} disabled={!allowed} />}
    </Field>
  );
  return (
    <FormPage form={form} save={allowed ? () => void save() : undefined}>
      <PageHeader
        title="Cơ quan"
        sub="Những dòng này được in trên mọi văn bản"
        actions={
          allowed && (
            <Button type="primary" data-save loading={form.busy} onClick={() => void save()}>
              Lưu
            </Button>
          )
        }
      />
      <DraftBar form={form} />
      <FormFault form={form} />
      <Section title="Văn bản của Đảng">
        <div className="cn-stack">
          <Field form={form} name="level" label="Cấp">
            {(p) => <ChoiceRow {...p} options={levels} disabled={!allowed} />}
          </Field>
          <FieldRow>
            {line('name', 'Tên cơ quan', 'Viết như trong câu, ví dụ: Đảng ủy xã …')}
            {line('superior', 'Cấp trên trực tiếp', 'Dòng đầu ở góc trái, ví dụ: Đảng bộ tỉnh …')}
          </FieldRow>
          <FieldRow>
            {line('place', 'Địa danh', 'Ghi trước ngày tháng')}
            {line('symbol', 'Ký hiệu cơ quan', 'Sau số văn bản, ví dụ: ĐU')}
          </FieldRow>
          <FieldRow>
            {line('archive', 'Nơi lưu', 'Dòng cuối của Nơi nhận')}
            {line(
              'contact',
              'Thông tin liên hệ',
              'Địa chỉ, điện thoại, thư điện tử; in ở chân công văn, thông báo. Trống thì không in',
            )}
          </FieldRow>
        </div>
      </Section>
      <Section title="Người ký thường dùng">
        <div className="cn-stack">
          <FieldRow>
            {line('signAuthority', 'Quyền hạn', 'Ví dụ: T/M BAN THƯỜNG VỤ')}
            {line('signPosition', 'Chức vụ', 'Ví dụ: PHÓ BÍ THƯ')}
            {line('signName', 'Họ và tên')}
          </FieldRow>
          <FieldRow>
            {line(
              'bookSignPosition',
              'Chức vụ người ký sổ, biểu',
              'Bên phải người lập; để trống thì Chánh Văn phòng ký',
            )}
            {line('bookSignName', 'Họ và tên người ký sổ, biểu')}
          </FieldRow>
        </div>
      </Section>
      <Section title="Văn bản theo thể thức nhà nước">
        <div className="cn-stack">
          <FieldRow>
            {line('stateSuperior', 'Cơ quan chủ quản', 'Để trống thì không in')}
            {line('stateName', 'Tên cơ quan')}
            {line('stateSymbol', 'Ký hiệu')}
          </FieldRow>
          <FieldRow>
            {line(
              'stateSignPosition',
              'Chức vụ người ký',
              'Chủ tịch ký TM.; cấp phó ký TM., KT. – ví dụ: PHÓ CHỦ TỊCH',
            )}
            {line('stateSignName', 'Họ và tên người ký')}
          </FieldRow>
        </div>
      </Section>
    </FormPage>
  );
}
