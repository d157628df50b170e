import { units, type Go } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Field, FieldRow } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput, TextArea, TextInput } from '../../ui/inputs';
import { useNotice } from '../../ui/notices';
import { NumberInput } from '../../ui/NumberInput';
import { useForm } from '../../ui/useForm';
import { show } from '../../lib/dates';
import { capital, treeWords, typeInName, typesUnder, type Tree } from './labels';
import { findUnits, picked, useUnit, useUnitAction, useVocabulary } from './queries';
import { blank, endOf, factsOf, missing, valuesOf, type UnitValues } from './unitValues';

/** correct mends what was written wrongly, past included; change makes a new state from a day on and keeps the past. */
export interface Editing {
  how: 'correct' | 'change';
  page: Go.units.Page;
  version: Go.units.VersionView;
}

interface Props {
  tree: string;
  /** Where a new unit goes at first: the unit chosen in the tree. */
  parentId?: string;
  /** A picker lacks this name: the form begins with it, and only this one is added. */
  missing?: string;
  editing?: Editing;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Reads what the form begins with, then shows it: a new unit under its parent, or a version of a unit. */
export function UnitForm(props: Props) {
  const { asOf } = useDesk();
  const vocabulary = useVocabulary();
  const parent = useUnit(props.editing ? '' : (props.parentId ?? ''), asOf);
  if (vocabulary.error) return <ErrorNotice error={vocabulary.error} />;
  if (!vocabulary.data || (!props.editing && props.parentId && parent.isLoading)) return null;
  const above =
    props.editing || parent.data?.unit.tree !== props.tree || !parent.data.inForce ? undefined : parent.data;
  return <Sheet {...props} vocabulary={vocabulary.data} above={above} />;
}

function start({
  editing,
  missing: lacked,
  tree,
  vocabulary,
  above,
}: Props & { vocabulary: Go.units.Vocabulary; above?: Go.units.Page }): UnitValues {
  if (editing)
    return {
      ...valuesOf(editing.version, editing.page.note),
      ...(editing.how === 'change' && { validFrom: '', validTo: '', source: '' }),
    };
  if (lacked !== undefined) return { ...blank(typeInName(vocabulary, tree, lacked), null, ''), name: lacked };
  // A lowest unit can hold nothing: the new one then stands beside it.
  const under = above && typesUnder(vocabulary, tree, above.unit.type).length > 0 ? above.unit : above?.above.at(-1);
  const possible = typesUnder(vocabulary, tree, under?.type ?? '');
  const usual = under?.id === above?.unit.id ? above?.children[0]?.type : above?.unit.type;
  // Where the usual type is not known it is chosen, not taken: a province was saved by an office of a commune.
  const type = possible.find((each) => each.code === usual)?.code ?? (possible.length === 1 ? possible[0]!.code : '');
  return blank(
    type,
    under ? picked(under) : null,
    under?.id === above?.unit.id ? (above?.versions[0]?.validFrom ?? '') : (under?.validFrom ?? ''),
  );
}

function Sheet(props: Props & { vocabulary: Go.units.Vocabulary; above?: Go.units.Page }) {
  const { tree, editing, vocabulary, onClose, onSaved } = props;
  const { asOf, today } = useDesk();
  const say = useNotice();
  const create = useUnitAction(units.Create);
  const discard = useUnitAction(units.Discard);
  const correct = useUnitAction(units.Correct);
  const change = useUnitAction(units.Change);
  const how = editing?.how ?? 'create';
  const form = useForm<UnitValues & { from: string }, string>({
    draftKey: `units.${how}.${editing?.version.id ?? tree}${props.missing === undefined ? '' : `.missing.${props.missing}`}`,
    initial: { ...start(props), from: '' },
    check: (values) => ({
      ...missing(values),
      ...(how === 'change' && values.from === '' && { from: 'Hãy nhập ngày bắt đầu có hiệu lực của thay đổi.' }),
    }),
    save: async (values) => {
      const facts = factsOf(values);
      if (!editing)
        return create({
          id: '',
          tree,
          facts,
          validFrom: values.validFrom,
          validTo: endOf(values),
          source: values.source,
          note: values.note,
        });
      if (how === 'change')
        await change({ unitId: editing.page.unit.id, from: values.from, facts, source: values.source });
      else
        await correct({
          versionId: editing.version.id,
          facts,
          validFrom: values.validFrom,
          validTo: endOf(values),
          source: values.source,
          note: values.note,
        });
      return editing.page.unit.id;
    },
  });
  const type = vocabulary.types.find((each) => each.code === form.values.type);
  const day = how === 'change' ? form.values.from : form.values.validFrom;
  const name = editing?.page.unit.name ?? '';
  const title = {
    create: `Thêm ${treeWords(tree).one}`,
    correct: `Đính chính “${name}”`,
    change: `Thay đổi “${name}” từ ngày…`,
  }[how];
  const saved = (id: string) => {
    if (how === 'create') say.done(`Đã thêm “${form.values.name.trim()}”.`, () => discard(id));
    else say.done(`Đã lưu “${name}”.`);
    onSaved(id);
  };
  const next = (id: string) => {
    say.done(`Đã thêm “${form.values.name.trim()}”. Mời nhập đơn vị tiếp theo.`, () => discard(id));
    const { type: sameType, parentId, validFrom, source } = form.values;
    form.reset({ ...blank(sameType, parentId, validFrom), source, from: '' });
    onSaved(id);
  };
  return (
    <FormDrawer
      title={title}
      form={form}
      onClose={onClose}
      onSaved={(id) => {
        saved(id);
        onClose();
      }}
      onNext={how === 'create' && props.missing === undefined ? next : undefined}
    >
      {how === 'correct' && (
        <p className="cn-soft">
          Dùng khi đã ghi sai; cả quá khứ được sửa theo và việc sửa được ghi vào nhật ký hệ thống. Nếu đơn vị thật sự
          đổi tên, đổi loại hoặc đổi cấp trên, hãy dùng “Thay đổi từ ngày”.
        </p>
      )}
      {how === 'change' && (
        <p className="cn-soft">
          Trước ngày này đơn vị vẫn giữ tên, loại và cấp trên cũ trong mọi danh sách và văn bản.
        </p>
      )}
      {how === 'change' && (
        <Field form={form} name="from" label="Thay đổi có hiệu lực từ ngày" required>
          {(p) => <DateField {...p} today={today} />}
        </Field>
      )}
      <Field
        form={form}
        name="name"
        label="Tên"
        required
        hint={form.values.type === 'HO' ? 'Ghi nhãn nơi chốn như “Hộ số 12”; không ghi tên người.' : undefined}
      >
        {(p) => <TextInput {...p} />}
      </Field>
      <FieldRow>
        <Field form={form} name="type" label="Loại" required>
          {(p) => (
            <ChoiceInput
              {...p}
              options={vocabulary.types
                .filter((each) => each.tree === tree)
                .map((each) => ({ value: each.code, label: capital(each.word) }))}
            />
          )}
        </Field>
        {tree === 'hanhchinh' && (
          <Field form={form} name="code" label="Mã">
            {(p) => <TextInput {...p} />}
          </Field>
        )}
      </FieldRow>
      <Field
        form={form}
        name="parentId"
        label="Cấp trên"
        required={type !== undefined && !type.root}
        hint={type && type.parents.length === 0 ? 'Loại này đứng đầu cây, không có cấp trên.' : undefined}
      >
        {(p) => (
          <SearchPicker
            {...p}
            onChange={(next: (Picked & { validFrom?: string }) | null) => {
              p.onChange(next);
              // A unit cannot be older than what it lies under; with nothing known of it, it begins there.
              if (how === 'create' && form.latest().validFrom === '') form.set('validFrom', next?.validFrom ?? '');
            }}
            placeholder="Gõ tên đơn vị cấp trên"
            search={(text) => findUnits(text, tree as Tree, type?.parents ?? [], day || asOf)}
            nothing={`Không có đơn vị nào như vậy ngày ${show(day || asOf)} có thể làm cấp trên.`}
          />
        )}
      </Field>
      <FieldRow>
        <Field form={form} name="shortName" label="Tên gọi tắt">
          {(p) => <TextInput {...p} />}
        </Field>
        {tree === 'hanhchinh' && form.values.type !== 'HO' && (
          <Field form={form} name="households" label="Số hộ">
            {(p) => <NumberInput {...p} unit="hộ" />}
          </Field>
        )}
        {tree === 'dang' && (
          <Field form={form} name="members" label="Số đảng viên">
            {(p) => <NumberInput {...p} unit="đảng viên" />}
          </Field>
        )}
        {form.values.type === 'HO' && (
          <Field form={form} name="welfare" label="Diện">
            {(p) => (
              <ChoiceInput
                {...p}
                options={vocabulary.welfares.map((each) => ({ value: each.code, label: each.word }))}
                placeholder="Không ghi"
              />
            )}
          </Field>
        )}
      </FieldRow>
      {how !== 'change' && (
        <FieldRow>
          <Field form={form} name="validFrom" label="Có từ ngày" hint="Để trống nếu không rõ">
            {(p) => <DateField {...p} today={today} />}
          </Field>
          <Field form={form} name="validTo" label="Đến hết ngày" hint="Để trống nếu đang hoạt động">
            {(p) => <DateField {...p} today={today} placeholder="chưa kết thúc" />}
          </Field>
        </FieldRow>
      )}
      <Field form={form} name="source" label="Căn cứ" hint="Số, ngày, cơ quan ban hành văn bản">
        {(p) => <TextInput {...p} />}
      </Field>
      {how !== 'change' && (
        <Field form={form} name="note" label="Ghi chú">
          {(p) => <TextArea {...p} rows={2} />}
        </Field>
      )}
    </FormDrawer>
  );
}
