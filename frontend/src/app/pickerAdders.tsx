import { lazy, Suspense, type ComponentType } from 'react';
import { units } from '../api/client';
import type { AddFormProps, Adder, Missing } from '../pickers/sources';

const OfficerForm = lazy(async () => ({ default: (await import('../features/officers/OfficerForm')).OfficerForm }));
const UnitForm = lazy(async () => ({ default: (await import('../features/units/UnitForm')).UnitForm }));
const BodyForm = lazy(async () => ({ default: (await import('../features/matters/BodiesPage')).BodyForm }));

function AddOfficer({ name, onAdded, onClose }: AddFormProps) {
  const take = (id: string, fullName: string) => onAdded({ id, name: fullName });
  return (
    <OfficerForm
      officer={null}
      missing={{ name, onTaken: take }}
      onClose={onClose}
      onSaved={({ officer }) => take(officer.id, officer.fullName)}
    />
  );
}

const addUnit = (tree: 'hanhchinh' | 'dang') =>
  function AddUnit({ name, onAdded, onClose }: AddFormProps) {
    // The form closes by itself after saving; the label of the new unit, with the place above it, comes from Go.
    const added = async (id: string) => onAdded({ id, name: (await units.Page(id, '')).unit.label });
    return <UnitForm tree={tree} missing={name} onClose={onClose} onSaved={(id) => void added(id)} />;
  };

function AddBody({ name, onAdded, onClose }: AddFormProps) {
  return (
    <BodyForm body={null} missing={{ name, onAdded: (id, saved) => onAdded({ id, name: saved }) }} onClose={onClose} />
  );
}

/** A form that is fetched when it is first wanted. */
const fetched = (Form: ComponentType<AddFormProps>) =>
  function Fetched(props: AddFormProps) {
    return (
      <Suspense fallback={null}>
        <Form {...props} />
      </Suspense>
    );
  };

/** What adds a record that a picker lacks. */
export const adders: Record<Missing, Adder> = {
  officer: { word: 'cán bộ', needs: 'officers.Save', Form: fetched(AddOfficer) },
  place: { word: 'địa bàn', needs: 'units.Create', Form: fetched(addUnit('hanhchinh')) },
  org: { word: 'tổ chức đảng', needs: 'units.Create', Form: fetched(addUnit('dang')) },
  body: { word: 'cơ quan', needs: 'matters.SaveBody', Form: fetched(AddBody) },
};
