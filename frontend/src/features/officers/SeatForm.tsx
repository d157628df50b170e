import { Button } from 'antd';
import { useState } from 'react';
import { officers, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { bodies, dayAfter, lastDay, levels } from './labels';
import { useRefresh, useTerms } from './queries';
import { TermForm } from './TermForm';

interface Values {
  termId: string;
  body: string;
  position: string;
  rank: number | null;
  validFrom: string;
  validTo: string;
}

/** Adds or corrects a committee seat; a missing term is added from here. */
export function SeatForm({
  officerId,
  seat,
  onClose,
}: {
  officerId: string;
  seat: Go.officers.SeatRow | null;
  onClose: () => void;
}) {
  const { today, can } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const terms = useTerms().data ?? [];
  const [open, setOpen] = useState<'' | 'term' | 'delete'>('');
  const form = useForm<Values, unknown>({
    draftKey: `officers.seat.${seat?.id ?? officerId}`,
    initial: {
      termId: seat?.termId ?? '',
      body: seat?.body ?? '',
      position: seat?.position ?? '',
      rank: seat?.rank || null,
      validFrom: seat?.validFrom ?? '',
      validTo: lastDay(seat?.validTo ?? ''),
    },
    check: (v): FieldErrors => ({
      ...(v.termId === '' && { termId: 'Hãy chọn nhiệm kỳ.' }),
      ...(v.body === '' && { body: 'Hãy chọn cấp ủy.' }),
    }),
    save: (v) =>
      officers.SaveSeat({
        id: seat?.id ?? '',
        officerId,
        termId: v.termId,
        body: v.body,
        position: v.position,
        rank: v.rank ?? 0,
        validFrom: v.validFrom,
        validTo: dayAfter(v.validTo),
      }),
  });
  const saved = () => {
    say.done('Đã lưu.');
    refresh();
    onClose();
  };
  const level = (code: string) => levels.find((each) => each.value === code)?.label.toLowerCase() ?? '';
  return (
    <FormDrawer
      title={seat ? 'Sửa tham gia cấp ủy' : 'Thêm tham gia cấp ủy'}
      form={form}
      onClose={onClose}
      onSaved={saved}
    >
      <FieldRow>
        <Field form={form} name="termId" label="Nhiệm kỳ" required>
          {(p) => (
            <ChoiceInput
              {...p}
              options={terms.map((t) => ({ value: t.id, label: `${t.label} ${level(t.level)}` }))}
              placeholder={terms.length === 0 ? 'Chưa có nhiệm kỳ nào' : 'Chọn…'}
            />
          )}
        </Field>
        <Field form={form} name="body" label="Cấp ủy" required>
          {(p) => <ChoiceInput {...p} options={bodies} />}
        </Field>
      </FieldRow>
      {can('officers.SaveTerm') && (
        <button type="button" className="cn-link" onClick={() => setOpen('term')}>
          + Thêm nhiệm kỳ
        </button>
      )}
      <FieldRow>
        <Field form={form} name="position" label="Chức danh" hint="Để trống nếu là ủy viên">
          {(p) => <TextInput {...p} placeholder="ví dụ: Phó Bí thư Thường trực" />}
        </Field>
        <Field form={form} name="rank" label="Thứ tự trong cấp ủy">
          {(p) => <NumberInput {...p} />}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field form={form} name="validFrom" label="Từ ngày">
          {(p) => <DateField {...p} today={today} placeholder="từ đầu nhiệm kỳ" />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="hết nhiệm kỳ" />}
        </Field>
      </FieldRow>
      {seat !== null && can('officers.DeleteSeat') && (
        <Button danger onClick={() => setOpen('delete')}>
          Xóa dòng ghi nhầm này
        </Button>
      )}
      {open === 'term' && (
        <TermForm
          onClose={() => setOpen('')}
          onSaved={(term) => {
            form.set('termId', term.id);
            setOpen('');
            refresh();
          }}
        />
      )}
      {open === 'delete' && seat !== null && (
        <ConfirmDialog
          title="Xóa dòng cấp ủy ghi nhầm?"
          confirm="Xóa dòng này"
          danger
          onCancel={() => setOpen('')}
          onConfirm={async () => {
            await officers.DeleteSeat(seat.id);
            saved();
          }}
        >
          Nếu chỉ là thôi tham gia, hãy nhập “Đến hết ngày”.
        </ConfirmDialog>
      )}
    </FormDrawer>
  );
}
