import { Button } from 'antd';
import { assignments } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { CheckInput, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { editRows } from '../../ui/rows';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { dayAfter, lastDay } from './labels';
import { useRefresh, type Team } from './queries';

interface Member {
  officer: Picked | null;
  lead: boolean;
  validFrom: string;
  validTo: string;
}

/** A team and its members of all times; on every day exactly one of them leads. */
export function TeamForm({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { today } = useDesk();
  const say = useNotice();
  const refresh = useRefresh();
  const form = useForm<{ name: string; members: Member[] }, unknown>({
    draftKey: `assignments.team.${team?.id ?? 'new'}`,
    initial: {
      name: team?.name ?? '',
      members: team?.members.map((m) => ({
        officer: { id: m.officerId, name: m.name, note: m.post },
        lead: m.lead,
        validFrom: m.validFrom,
        validTo: lastDay(m.validTo),
      })) ?? [{ officer: null, lead: true, validFrom: '', validTo: '' }],
    },
    check: (v): FieldErrors => (v.name.trim() === '' ? { name: 'Hãy nhập tên tổ.' } : {}),
    save: (v) =>
      assignments.SaveTeam({
        id: team?.id ?? '',
        name: v.name,
        members: v.members.map((m) => ({
          officerId: m.officer?.id ?? '',
          lead: m.lead,
          validFrom: m.validFrom,
          validTo: dayAfter(m.validTo),
        })),
      }),
  });
  const members = form.values.members;
  return (
    <FormDrawer
      title={team ? 'Sửa tổ' : 'Thêm tổ'}
      form={form}
      wide
      onClose={onClose}
      onSaved={() => {
        say.done('Đã lưu tổ.');
        refresh();
        onClose();
      }}
    >
      <Field form={form} name="name" label="Tên tổ" required>
        {(p) => <TextInput {...p} placeholder="ví dụ: Tổ chỉ đạo xã …" />}
      </Field>
      {form.errors.members && (
        <div className="cn-field-error" role="alert">
          {form.errors.members}
        </div>
      )}
      {editRows(members, (next) => form.set('members', next)).map(({ key, row: member, index, change, remove }) => {
        const error = (field: string) => form.errors[`members.${index}.${field}`];
        const who = `thành viên thứ ${index + 1}`;
        return (
          <fieldset
            key={key}
            className="cn-kind"
            data-bad={error('officerId') || error('validFrom') || error('validTo') ? 'yes' : undefined}
          >
            <legend>Thành viên {index + 1}</legend>
            <OfficerPicker
              adds
              ariaLabel={`Cán bộ, ${who}`}
              value={member.officer}
              onChange={(officer) => change({ officer })}
              invalid={Boolean(error('officerId'))}
            />
            <div className="cn-field-row">
              <CheckInput value={member.lead} onChange={(lead) => change({ lead })} label="Tổ trưởng" />
              <DateField
                ariaLabel={`Từ ngày, ${who}`}
                value={member.validFrom}
                onChange={(validFrom) => change({ validFrom })}
                today={today}
                placeholder="từ ngày"
                invalid={Boolean(error('validFrom'))}
              />
              <DateField
                ariaLabel={`Đến hết ngày, ${who}`}
                value={member.validTo}
                onChange={(validTo) => change({ validTo })}
                today={today}
                placeholder="đến hết ngày"
                invalid={Boolean(error('validTo'))}
              />
              <Button onClick={remove}>Bỏ dòng này</Button>
            </div>
            {['officerId', 'validFrom', 'validTo'].map(
              (field) =>
                error(field) && (
                  <div key={field} className="cn-field-error" role="alert">
                    {error(field)}
                  </div>
                ),
            )}
          </fieldset>
        );
      })}
      <Button
        onClick={() =>
          form.set('members', [
            ...members,
            { officer: null, lead: false, validFrom: members.at(-1)?.validFrom ?? '', validTo: '' },
          ])
        }
      >
        Thêm thành viên
      </Button>
    </FormDrawer>
  );
}
