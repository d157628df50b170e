import { Button } from 'antd';
import { useState } from 'react';
import { officers, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { dayAfter, lastDay } from './labels';
import { useRefresh } from './queries';

interface Values {
  label: string;
  orgId: Picked | null;
  orgText: string;
  validFrom: string;
  validTo: string;
  rank: number | null;
  source: string;
  closePrevious: boolean;
}

/** Adds a post or corrects one. */
export function PostForm({
  officerId,
  post,
  hasOpen,
  onClose,
}: {
  officerId: string;
  post: Go.officers.PostRow | null;
  hasOpen: boolean;
  onClose: () => void;
}) {
  const { today, can } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const [deleting, setDeleting] = useState(false);
  const form = useForm<Values, unknown>({
    draftKey: `officers.post.${post?.id ?? officerId}`,
    initial: {
      label: post?.label ?? '',
      orgId: post?.orgId ? { id: post.orgId, name: post.org } : null,
      orgText: post?.orgText ?? '',
      validFrom: post?.validFrom ?? '',
      validTo: lastDay(post?.validTo ?? ''),
      rank: post?.rank || null,
      source: post?.source ?? '',
      closePrevious: post === null && hasOpen,
    },
    check: (v): FieldErrors => (v.label.trim() === '' ? { label: 'Hãy nhập chức vụ như sẽ in trên văn bản.' } : {}),
    save: (v) =>
      officers.SavePost({
        id: post?.id ?? '',
        officerId,
        label: v.label,
        orgId: v.orgId?.id ?? '',
        orgText: v.orgText,
        validFrom: v.validFrom,
        validTo: dayAfter(v.validTo),
        rank: v.rank ?? 0,
        source: v.source,
        closePrevious: v.closePrevious,
      }),
  });
  const saved = () => {
    say.done('Đã lưu chức vụ.');
    refresh();
    onClose();
  };
  return (
    <FormDrawer title={post ? 'Sửa chức vụ' : 'Thêm chức vụ'} form={form} onClose={onClose} onSaved={saved}>
      <Field
        form={form}
        name="label"
        label="Chức vụ"
        required
        hint="Ghi như sẽ in trên văn bản; kiêm nhiệm tại một cơ quan ghi chung một dòng."
      >
        {(p) => <TextInput {...p} placeholder="ví dụ: Phó Bí thư Đảng ủy, Chủ tịch UBND xã" />}
      </Field>
      <FieldRow>
        <Field form={form} name="orgId" label="Cơ quan, tổ chức (chọn)">
          {(p) => <UnitPicker adds {...p} asOf={form.values.validFrom} placeholder="Gõ tên đơn vị" />}
        </Field>
        <Field form={form} name="orgText" label="hoặc ghi tên cơ quan">
          {(p) => <TextInput {...p} disabled={form.values.orgId !== null} />}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field form={form} name="validFrom" label="Từ ngày">
          {(p) => <DateField {...p} today={today} placeholder="nếu biết" />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="đang giữ" />}
        </Field>
      </FieldRow>
      {post === null && hasOpen && (
        <Field form={form} name="closePrevious" label="Chức vụ đang giữ">
          {(p) => <CheckInput {...p} label="Thôi giữ các chức vụ trước từ ngày giữ chức vụ này" />}
        </Field>
      )}
      <FieldRow>
        <Field form={form} name="rank" label="Thứ tự khi xếp tên" hint="1 là đầu danh sách; để trống nếu không xếp">
          {(p) => <NumberInput {...p} />}
        </Field>
        <Field form={form} name="source" label="Căn cứ">
          {(p) => <TextInput {...p} placeholder="ví dụ: QĐ 12-QĐ/ĐU, 05/01/2026" />}
        </Field>
      </FieldRow>
      {post !== null && can('officers.DeletePost') && (
        <Button danger onClick={() => setDeleting(true)}>
          Xóa dòng ghi nhầm này
        </Button>
      )}
      {deleting && post !== null && (
        <ConfirmDialog
          title="Xóa chức vụ ghi nhầm?"
          confirm="Xóa dòng này"
          danger
          onCancel={() => setDeleting(false)}
          onConfirm={async () => {
            await officers.DeletePost(post.id);
            saved();
          }}
        >
          “{post.label}” sẽ không còn in trên văn bản của bất cứ ngày nào. Nếu chỉ là thôi giữ chức vụ, hãy nhập “Đến
          hết ngày”.
        </ConfirmDialog>
      )}
    </FormDrawer>
  );
}
