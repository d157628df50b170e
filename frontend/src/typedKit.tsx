import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { EntryForm } from './app/EntryForm';
import { DateField } from './pickers/DateField';
import { PeriodPicker } from './pickers/PeriodPicker';
import { SearchPicker, SearchPickerMany, type Picked } from './pickers/SearchPicker';
import { Field } from './ui/Field';
import { FormDrawer } from './ui/FormDrawer';
import { FormPage } from './ui/FormPage';
import { TextArea, TextInput } from './ui/inputs';
import { NumberInput } from './ui/NumberInput';
import { useForm, type Form } from './ui/useForm';

// The real inputs in the real forms, and the keys and presses by which they are saved: what typed.test.tsx goes through.

export interface Values {
  first: string;
  day: string;
  count: number | null;
  period: string;
  unit: Picked | null;
  people: Picked[];
  text: string;
  note: string;
}

export const BEFORE: Values = {
  first: '',
  day: '2026-11-30',
  count: 7,
  period: '2026',
  unit: { id: 'a', name: 'Ấp Đông' },
  people: [],
  text: 'cũ',
  note: 'cũ',
};
const places: Picked[] = [
  { id: 'a', name: 'Ấp Đông' },
  { id: 'b', name: 'Ấp Đoài' },
];
const search = async (text: string) => places.filter((each) => each.name.includes(text));

export interface Kind {
  name: keyof Values;
  input: (form: Form<Values>) => ReactNode;
  /** Typed in place of what stands there; without it the kind reads everything. */
  wrong?: string;
  right: string;
  saved: Partial<Values>;
  /** Enter makes a new line here: it is no way of saving. */
  lines?: boolean;
}

const field = (form: Form<Values>, name: keyof Values, draw: (p: never) => ReactNode) => (
  <Field form={form} name={name} label="Ô thử">
    {(p) => draw(p as never)}
  </Field>
);
type P<T> = { id: string; value: T; onChange: (value: T) => void };

export const kinds: Kind[] = [
  {
    name: 'day',
    input: (form) => field(form, 'day', (p: P<string>) => <DateField {...p} today="2026-12-15" />),
    wrong: '31/2/2026',
    right: '27/11',
    saved: { day: '2026-11-27' },
  },
  {
    name: 'day',
    input: (form) => field(form, 'day', (p: P<string>) => <DateField {...p} today="2026-12-15" lazy />),
    wrong: '32',
    right: '16/6 âl',
    saved: { day: '2026-07-29' },
  },
  {
    name: 'count',
    input: (form) => field(form, 'count', (p: P<number | null>) => <NumberInput {...p} />),
    wrong: '24 ng',
    right: '1.024',
    saved: { count: 1024 },
  },
  {
    name: 'count',
    input: (form) => field(form, 'count', (p: P<number | null>) => <NumberInput {...p} />),
    wrong: '99999999999999999999',
    right: '0',
    saved: { count: 0 },
  },
  {
    name: 'period',
    input: (form) => field(form, 'period', (p: P<string>) => <PeriodPicker {...p} kinds={['YEAR']} />),
    wrong: '20267',
    right: '2027',
    saved: { period: '2027' },
  },
  {
    name: 'unit',
    input: (form) =>
      field(form, 'unit', (p: P<Picked | null>) => <SearchPicker {...p} search={search} placeholder="Gõ tên" />),
    wrong: 'Ấp Xa',
    right: '',
    saved: { unit: null },
  },
  {
    name: 'people',
    input: (form) =>
      field(form, 'people', (p: P<Picked[]>) => <SearchPickerMany {...p} search={search} placeholder="Gõ tên" />),
    wrong: 'Ấp Xa',
    right: '',
    saved: { people: [] },
  },
  {
    name: 'text',
    input: (form) => field(form, 'text', (p: P<string>) => <TextInput {...p} />),
    right: 'Nguyễn Mẫu'.normalize('NFD'),
    saved: { text: 'Nguyễn Mẫu'.normalize('NFC') },
  },
  {
    name: 'note',
    input: (form) => field(form, 'note', (p: P<string>) => <TextArea {...p} />),
    right: 'hai\ndòng',
    saved: { note: 'hai\ndòng' },
    lines: true,
  },
];

type Save = (values: Values) => Promise<unknown>;
interface ShellProps {
  save: Save;
  children: (form: Form<Values>) => ReactNode;
}
const firstField = (form: Form<Values>) => (
  <Field form={form} name="first" label="Ô đầu">
    {(p) => <TextInput {...p} />}
  </Field>
);

export function Drawer({ save, children }: ShellProps) {
  const form = useForm<Values, unknown>({ initial: BEFORE, save });
  return (
    <FormDrawer title="Biểu" form={form} onClose={() => {}} onSaved={() => {}}>
      {firstField(form as Form<Values>)}
      {children(form as Form<Values>)}
    </FormDrawer>
  );
}

function Page({ save, children }: ShellProps) {
  const form = useForm<Values, unknown>({ initial: BEFORE, save });
  return (
    <FormPage form={form} save={() => void form.submit()}>
      {firstField(form as Form<Values>)}
      {children(form as Form<Values>)}
      <button type="button" data-save onClick={() => void form.submit()}>
        Lưu
      </button>
    </FormPage>
  );
}

function Entry({ save, children }: ShellProps) {
  const form = useForm<Values, unknown>({ initial: BEFORE, save });
  return (
    <EntryForm title="Cửa" office="" form={form} submit="Lưu" labelId="cua">
      {firstField(form as Form<Values>)}
      {children(form as Form<Values>)}
    </EntryForm>
  );
}

export const shells = { drawer: Drawer, page: Page, entry: Entry };
export const user = () => userEvent.setup({ delay: null });
type User = ReturnType<typeof user>;
/** The button that saves; while it does, its sign is read out, too. */
export const button = () => screen.getByRole('button', { name: /^(loading )?Lưu$/ });

/** The last way: Enter goes on behind the last field, to the button, which the next Enter presses; at sign-in it submits. */
export const ways: Record<string, (user: User) => Promise<void>> = {
  'Ctrl+S': (user) => user.keyboard('{Control>}s{/Control}'),
  'Ctrl+Enter': (user) => user.keyboard('{Control>}{Enter}{/Control}'),
  click: (user) => user.click(button()),
  Enter: async (user) => {
    await user.keyboard('{Enter}');
    if (document.activeElement === button()) await user.keyboard('{Enter}');
  },
};
export const saves: Record<keyof typeof shells, string[]> = {
  drawer: ['Ctrl+S', 'Ctrl+Enter', 'click', 'Enter'],
  page: ['Ctrl+S', 'click', 'Enter'],
  entry: ['click', 'Enter'],
};

export const input = () => screen.getByLabelText('Ô thử') as HTMLInputElement;

export async function typeInto(user: User, text: string) {
  await user.click(input());
  await user.clear(input());
  if (text !== '') await user.paste(text);
  // A list that still answers an earlier text is not picked from.
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
}
