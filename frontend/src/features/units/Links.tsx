import { useState } from 'react';
import { units, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { useNotice } from '../../ui/notices';
import { Section } from '../../ui/PageHeader';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { dayAfter, showTime } from './labels';
import { findUnits, useUnitAction } from './queries';

/** Which Party organisations answer for a place, or for which places an organisation answers. */
export function Links({ page, onChoose }: { page: Go.units.Page; onChoose: (id: string) => void }) {
  const { can } = useDesk();
  const say = useNotice();
  const unlink = useUnitAction(units.Unlink);
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<Go.units.Link | null>(null);
  const place = page.unit.tree === 'hanhchinh';
  const edits = can('units.Link') && page.deletedAt === '';
  return (
    <Section
      title={place ? 'Tổ chức đảng phụ trách địa bàn' : 'Địa bàn của tổ chức đảng'}
      extra={
        edits && (
          <button type="button" className="cn-link" onClick={() => setAdding(true)}>
            Thêm liên kết
          </button>
        )
      }
    >
      {page.links.length === 0 && <p className="cn-soft">Chưa ghi liên kết nào.</p>}
      {page.links.map((link) => (
        <div key={link.id} className="cn-units-link">
          <button type="button" className="cn-link" onClick={() => onChoose(link.other.id)}>
            {link.other.label}
          </button>
          <span className="cn-soft cn-grow">{showTime(link.validFrom, link.validTo)}</span>
          {edits && (
            <button
              type="button"
              className="cn-link"
              aria-label={`Bỏ liên kết với ${link.other.label}`}
              onClick={() => setTaking(link)}
            >
              Bỏ liên kết
            </button>
          )}
        </div>
      ))}
      {adding && <LinkForm page={page} onClose={() => setAdding(false)} />}
      {taking && (
        <ConfirmDialog
          title={`Bỏ liên kết với “${taking.other.name}”?`}
          confirm="Bỏ liên kết"
          danger
          onCancel={() => setTaking(null)}
          onConfirm={async () => {
            await unlink(taking.id);
            setTaking(null);
            say.done('Đã bỏ liên kết.');
          }}
        >
          Chỉ bỏ khi liên kết bị ghi nhầm. Hai đơn vị vẫn còn nguyên.
        </ConfirmDialog>
      )}
    </Section>
  );
}

function LinkForm({ page, onClose }: { page: Go.units.Page; onClose: () => void }) {
  const { today, asOf } = useDesk();
  const say = useNotice();
  const link = useUnitAction(units.Link);
  const place = page.unit.tree === 'hanhchinh';
  // Go names the field of the side it refuses: here the other side is the one that was chosen.
  const other = place ? 'orgId' : 'unitId';
  const form = useForm<
    { orgId: Picked | null; unitId: Picked | null; validFrom: string; validTo: string },
    Go.units.Territory
  >({
    draftKey: `units.link.${page.unit.id}`,
    initial: { orgId: null, unitId: null, validFrom: page.versions[0]?.validFrom ?? '', validTo: '' },
    check: (values): FieldErrors =>
      values[other] === null ? { [other]: place ? 'Hãy chọn tổ chức đảng.' : 'Hãy chọn địa bàn.' } : {},
    save: (values) =>
      link({
        id: '',
        orgId: place ? (values.orgId?.id ?? '') : page.unit.id,
        unitId: place ? page.unit.id : (values.unitId?.id ?? ''),
        validFrom: values.validFrom,
        validTo: dayAfter(values.validTo),
      }),
  });
  return (
    <FormDrawer
      title={`Liên kết “${page.unit.name}”`}
      form={form}
      onClose={onClose}
      onSaved={() => {
        say.done('Đã liên kết.');
        onClose();
      }}
    >
      <Field form={form} name={other} label={place ? 'Tổ chức đảng' : 'Địa bàn'} required>
        {(p) => (
          <SearchPicker
            {...p}
            placeholder={place ? 'Gõ tên tổ chức đảng' : 'Gõ tên địa bàn'}
            search={(text) => findUnits(text, place ? 'dang' : 'hanhchinh', [], form.values.validFrom || asOf)}
          />
        )}
      </Field>
      {form.errors[place ? 'unitId' : 'orgId'] && (
        <div className="cn-field-error" role="alert">
          {form.errors[place ? 'unitId' : 'orgId']}
        </div>
      )}
      <FieldRow>
        <Field form={form} name="validFrom" label="Từ ngày">
          {(p) => <DateField {...p} today={today} />}
        </Field>
        <Field form={form} name="validTo" label="Đến hết ngày">
          {(p) => <DateField {...p} today={today} placeholder="chưa kết thúc" />}
        </Field>
      </FieldRow>
    </FormDrawer>
  );
}
