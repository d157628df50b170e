import { officers } from '../../api/client';
import { GuardReasonField } from '../../pickers/GuardReasonField';
import { DateField } from '../../pickers/DateField';
import { UnitPicker } from '../../pickers/UnitPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { TextArea, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { postWords } from './labels';
import { useAlike, useRefresh, type Detail } from './queries';

interface Props {
  officer: Detail['officer'] | null;
  /** A picker lacks this name: only this one is added, or one of those already there is taken instead. */
  missing?: { name: string; onTaken: (id: string, name: string) => void };
  onClose: () => void;
  onSaved: (saved: Detail) => void;
}

interface Values {
  fullName: string;
  workPhone: string;
  note: string;
  guardReason: string;
  'post.label': string;
  'post.orgId': Picked | null;
  'post.orgText': string;
  'post.validFrom': string;
}

const blank: Values = {
  fullName: '',
  workPhone: '',
  note: '',
  guardReason: '',
  'post.label': '',
  'post.orgId': null,
  'post.orgText': '',
  'post.validFrom': '',
};

/** Adds an officer with the post held now, or corrects name, phone and note. Nothing else about a person is asked. */
export function OfficerForm({ officer, missing, onClose, onSaved }: Props) {
  const { today } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const form = useForm<Values, Detail>({
    draftKey: `officers.${officer?.id ?? (missing ? `missing.${missing.name}` : 'new')}`,
    initial: officer
      ? { ...blank, fullName: officer.fullName, workPhone: officer.workPhone, note: officer.note }
      : { ...blank, fullName: missing?.name ?? '' },
    check: (v): FieldErrors => (v.fullName.trim() === '' ? { fullName: 'Hãy nhập họ và tên cán bộ.' } : {}),
    save: (v) =>
      officers.Save({
        id: officer?.id ?? '',
        fullName: v.fullName,
        workPhone: v.workPhone,
        note: v.note,
        guardReason: v.guardReason,
        post: {
          id: '',
          officerId: '',
          label: v['post.label'],
          orgId: v['post.orgId']?.id ?? '',
          orgText: v['post.orgText'],
          validFrom: v['post.validFrom'],
          validTo: '',
          rank: 0,
          source: '',
          closePrevious: false,
        },
      }),
  });
  const alike = useAlike(form.values.fullName, officer?.id ?? '').data ?? [];
  const saved = (result: Detail) => {
    const { id, fullName } = result.officer;
    if (officer) say.done(`Đã lưu ${fullName}.`);
    else say.done(`Đã thêm ${fullName}.`, () => officers.Delete(id).then(refresh));
    refresh();
  };
  return (
    <FormDrawer
      title={officer ? 'Sửa thông tin cán bộ' : 'Thêm cán bộ'}
      form={form}
      onClose={onClose}
      onSaved={(result) => {
        saved(result);
        onSaved(result);
      }}
      onNext={
        officer || missing
          ? undefined
          : (result) => {
              saved(result);
              form.reset({
                ...blank,
                'post.orgId': form.values['post.orgId'],
                'post.orgText': form.values['post.orgText'],
              });
            }
      }
    >
      <Field form={form} name="fullName" label="Họ và tên" required>
        {(p) => <TextInput {...p} />}
      </Field>
      {alike.length > 0 && (
        <div className="cn-people-alike" role="status">
          <strong>Đã có người tên giống hoặc gần giống:</strong>
          <ul>
            {alike.slice(0, 5).map((each) => (
              <li key={each.id}>
                {each.name}
                {each.post && <span className="cn-soft"> – {postWords(each.post, each.postOrg)}</span>}
                {missing && (
                  <>
                    {' '}
                    <button type="button" className="cn-link" onClick={() => missing.onTaken(each.id, each.name)}>
                      Chọn {each.name}
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
          {officer === null && <span>Nếu là cùng một người thì không thêm nữa.</span>}
        </div>
      )}
      {officer === null && (
        <>
          <FieldRow>
            <Field form={form} name="post.label" label="Chức vụ hiện nay" hint="Ghi như sẽ in trên văn bản">
              {(p) => <TextInput {...p} placeholder="ví dụ: Phó Bí thư Đảng ủy" />}
            </Field>
            <Field form={form} name="post.validFrom" label="Giữ chức vụ từ ngày">
              {(p) => <DateField {...p} today={today} placeholder="nếu biết" />}
            </Field>
          </FieldRow>
          <FieldRow>
            <Field form={form} name="post.orgId" label="Nơi công tác (chọn)">
              {(p) => <UnitPicker adds {...p} placeholder="Gõ tên tổ chức đảng, xã…" />}
            </Field>
            <Field form={form} name="post.orgText" label="hoặc ghi tên cơ quan">
              {(p) => (
                <TextInput
                  {...p}
                  disabled={form.values['post.orgId'] !== null}
                  placeholder="ví dụ: Văn phòng Huyện ủy"
                />
              )}
            </Field>
          </FieldRow>
        </>
      )}
      <Field form={form} name="workPhone" label="Điện thoại cơ quan">
        {(p) => <TextInput {...p} type="tel" placeholder="ví dụ: 0270 3822 123 máy lẻ 12" />}
      </Field>
      <Field
        form={form}
        name="note"
        label="Ghi chú công tác"
        hint="Không ghi ngày sinh, địa chỉ, số định danh hay nhận xét về con người."
      >
        {(p) => <TextArea {...p} rows={3} />}
      </Field>
      <GuardReasonField form={form} />
    </FormDrawer>
  );
}
