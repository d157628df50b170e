import type { Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { Field } from '../../ui/Field';
import { ChoiceInput } from '../../ui/inputs';
import type { Form } from '../../ui/useForm';
import { meetingOptions, useMeetingsAt } from './meetingsAt';
import { orNone } from './options';
import { ResponsiblePicker } from './ResponsiblePicker';

/** What is written down of an act at the place of a matter. */
interface AtPlace {
  day: string;
  meetingId: string;
  officer: Picked | null;
}

/** The place all rows were raised at; '' where they are of several. */
export function onePlace(rows: readonly { placeId: string }[]): string {
  const places = new Set(rows.map((each) => each.placeId));
  return places.size === 1 ? rows[0]!.placeId : '';
}

/** The meeting of the log at which it was; choosing one takes over its day. */
export function MeetingField<V extends AtPlace, R>(props: {
  form: Form<V, R>;
  placeId: string;
  today: string;
  label: string;
  /** How no meeting is called. */
  none: string;
  required?: boolean;
}) {
  const { form, placeId, today, label, none, required } = props;
  const meetings: Go.activities.Entry[] = useMeetingsAt(placeId, today);
  return (
    <Field form={form} name="meetingId" label={label} required={required}>
      {(p) => (
        <ChoiceInput
          {...p}
          value={form.values.meetingId}
          onChange={(id) => {
            form.set('meetingId', id as V['meetingId']);
            const held = meetings.find((each) => each.id === id);
            if (held) form.set('day', held.heldOn as V['day']);
          }}
          options={orNone(meetingOptions(meetings), none)}
        />
      )}
    </Field>
  );
}

/** Who did it there; the one in charge of the place on that day is proposed. */
export function OfficerField<V extends AtPlace, R>(props: {
  form: Form<V, R>;
  placeId: string;
  label: string;
  required?: boolean;
}) {
  const { form, placeId, label, required } = props;
  return (
    <Field form={officerErrors(form)} name="officer" label={label} required={required}>
      {(p) => (
        <ResponsiblePicker
          {...p}
          value={form.values.officer}
          onChange={(officer) => form.set('officer', officer as V['officer'])}
          placeId={placeId}
          day={form.values.day}
          propose={(one) => form.propose('officer', one as V['officer'])}
        />
      )}
    </Field>
  );
}

/** Go names the officer by key; the field on the screen holds the officer. */
export function officerErrors<F extends { errors: Record<string, string> }>(form: F): F {
  const said = form.errors.officerId;
  return said === undefined ? form : { ...form, errors: { ...form.errors, officer: said } };
}
