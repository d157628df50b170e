import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DoorForm } from './app/DoorForm';
import { DateField } from './pickers/DateField';
import { PeriodPicker } from './pickers/PeriodPicker';
import { SearchPicker, SearchPickerMany, type Picked } from './pickers/SearchPicker';
import { Field } from './ui/Field';
import { FormDrawer } from './ui/FormDrawer';
import { FormPage } from './ui/FormPage';
import { TextArea, TextInput } from './ui/inputs';
import { NumberInput } from './ui/NumberInput';
import { useForm, type Form } from './ui/useForm';

// What is typed is what is saved: every kind of input, in every kind of form, by every way of saving, at once after the
// last letter, with a value that can be read and one that cannot. The inputs are the real ones, and so are the keys.

interface Values {
  first: string;
  day: string;
  count: number | null;
  period: string;
  unit: Picked | null;
  people: Picked[];
  text: string;
  note: string;
}

const BEFORE: Values = {
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

interface Kind {
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

const kinds: Kind[] = [
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

function Drawer({ save, children }: ShellProps) {
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

function Door({ save, children }: ShellProps) {
  const form = useForm<Values, unknown>({ initial: BEFORE, save });
  return (
    <DoorForm title="Cửa" office="" form={form} submit="Lưu" labelId="cua">
      {firstField(form as Form<Values>)}
      {children(form as Form<Values>)}
    </DoorForm>
  );
}

const shells = { drawer: Drawer, page: Page, door: Door };
const user = () => userEvent.setup({ delay: null });
type User = ReturnType<typeof user>;
const button = () => screen.getByRole('button', { name: 'Lưu' });

/** The last way: Enter goes on behind the last field, to the button, which the next Enter presses; at the door it submits. */
const ways: Record<string, (user: User) => Promise<void>> = {
  'Ctrl+S': (user) => user.keyboard('{Control>}s{/Control}'),
  'Ctrl+Enter': (user) => user.keyboard('{Control>}{Enter}{/Control}'),
  click: (user) => user.click(button()),
  Enter: async (user) => {
    await user.keyboard('{Enter}');
    if (document.activeElement === button()) await user.keyboard('{Enter}');
  },
};
const saves: Record<keyof typeof shells, string[]> = {
  drawer: ['Ctrl+S', 'Ctrl+Enter', 'click', 'Enter'],
  page: ['Ctrl+S', 'click', 'Enter'],
  door: ['click', 'Enter'],
};

const input = () => screen.getByLabelText('Ô thử') as HTMLInputElement;

async function typeInto(user: User, text: string) {
  await user.click(input());
  await user.clear(input());
  if (text !== '') await user.paste(text);
  // A list that still answers an earlier text is not picked from.
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
}

const cases = (Object.keys(shells) as (keyof typeof shells)[]).flatMap((shell) =>
  saves[shell].flatMap((way) =>
    kinds
      .filter((kind) => !(kind.lines && way === 'Enter'))
      .map((kind) => ({ shell, way, kind, title: `${shell}, ${kind.name}, ${way}` })),
  ),
);

describe('what is typed is what is saved', () => {
  it.each(cases)('$title: $kind.right', async ({ shell, way, kind }) => {
    const save = vi.fn(async (_: Values) => true);
    const Shell = shells[shell];
    render(<Shell save={save}>{(form) => kind.input(form)}</Shell>);
    const me = user();
    await typeInto(me, kind.right);
    await ways[way]!(me);
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(save.mock.calls[0]![0]).toEqual({ ...BEFORE, ...kind.saved });
  });

  it.each(cases.filter(({ kind }) => kind.wrong !== undefined))(
    '$title: $kind.wrong is refused with the cause, nothing is sent',
    async ({ shell, way, kind }) => {
      const save = vi.fn(async (_: Values) => true);
      const Shell = shells[shell];
      render(<Shell save={save}>{(form) => kind.input(form)}</Shell>);
      const me = user();
      await typeInto(me, kind.wrong!);
      await ways[way]!(me);
      await act(async () => {});
      expect(save).not.toHaveBeenCalled();
      expect(input().value).toBe(kind.wrong);
      expect(document.activeElement).toBe(input());
      expect(screen.getByRole('alert').textContent).not.toBe('');
      // Once it is put right, the same form is saved.
      await typeInto(me, kind.right);
      await ways[way]!(me);
      await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
      expect(save.mock.calls[0]![0]).toEqual({ ...BEFORE, ...kind.saved });
    },
  );
});

describe('a form', () => {
  it('says the fault of Go that belongs to no field of the screen', async () => {
    const { AppError } = await import('./lib/fault');
    const save = vi.fn(async () => {
      throw new AppError({
        code: 'invalid',
        message: 'Còn 2 ô cần sửa.',
        fields: { day: 'Ngày sai.', gone: 'Ô không có trên màn hình.' },
        id: '',
      });
    });
    render(<Drawer save={save}>{(form) => kinds[0]!.input(form)}</Drawer>);
    const me = user();
    await me.click(input());
    await me.keyboard('{Control>}s{/Control}');
    await screen.findByText('Ngày sai.');
    expect(document.activeElement).toBe(input());
    expect(screen.getByText('Ô không có trên màn hình.')).toBeTruthy();
  });

  it('goes to the first of several faults, in the order of the screen', async () => {
    const save = vi.fn(async () => true);
    render(
      <Drawer save={save}>
        {(form) => (
          <>
            <Field form={form} name="count" label="Số đầu">
              {(p) => <NumberInput {...p} />}
            </Field>
            <Field form={form} name="day" label="Ngày sau">
              {(p) => <DateField {...p} today="2026-12-15" />}
            </Field>
          </>
        )}
      </Drawer>,
    );
    const me = user();
    await me.clear(screen.getByLabelText('Ngày sau'));
    await me.type(screen.getByLabelText('Ngày sau'), '31/2');
    await me.clear(screen.getByLabelText('Số đầu'));
    await me.type(screen.getByLabelText('Số đầu'), '24 ng');
    screen.getByLabelText('Ô đầu').focus();
    await me.keyboard('{Control>}s{/Control}');
    expect(save).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByLabelText('Số đầu'));
    expect(screen.getAllByRole('alert').length).toBe(2);
  });

  it('below a dialog gets none of its keys, and a question is left by what its answers name', async () => {
    const save = vi.fn(async (_: Values) => true);
    const closed = vi.fn();
    function Closable() {
      const form = useForm<Values, unknown>({ draftKey: 'hoi', initial: BEFORE, save });
      const [open, setOpen] = useState(true);
      if (!open) return null;
      return (
        <FormDrawer
          title="Biểu"
          form={form}
          onClose={() => {
            closed();
            setOpen(false);
          }}
          onSaved={() => setOpen(false)}
        >
          {kinds[0]!.input(form as Form<Values>)}
        </FormDrawer>
      );
    }
    const start = async (text: string) => {
      cleanup();
      render(<Closable />);
      const me = user();
      await typeInto(me, text);
      await me.keyboard('{Escape}');
      screen.getByRole('dialog', { name: 'Quay lại khi chưa lưu?' });
      return me;
    };
    let me = await start('27/11');
    await me.keyboard('{Control>}s{/Control}');
    await me.keyboard('{Control>}{Enter}{/Control}');
    await act(async () => {});
    expect(save).not.toHaveBeenCalled();
    await me.click(screen.getByRole('button', { name: 'Ở lại' }));
    expect(closed).not.toHaveBeenCalled();
    expect(input().value).toBe('27/11/2026');

    me = await start('27/11');
    await me.click(screen.getByRole('button', { name: 'Bỏ thay đổi' }));
    expect(closed).toHaveBeenCalledTimes(1);
    expect(save).not.toHaveBeenCalled();
    render(<Closable />);
    await act(async () => {});
    expect(screen.queryByText(/bản nháp/i)).toBeNull();

    me = await start('31/2');
    await me.click(screen.getByRole('button', { name: 'Lưu rồi quay lại' }));
    await act(async () => {});
    expect(save).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(input());
    await typeInto(me, '27/11');
    await me.keyboard('{Escape}');
    await me.click(screen.getByRole('button', { name: 'Lưu rồi quay lại' }));
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(save.mock.calls[0]![0].day).toBe('2026-11-27');
  });

  it('asks before it is left with letters that are no value yet', async () => {
    const closed = vi.fn();
    function Typed() {
      const form = useForm<Values, unknown>({ initial: BEFORE, save: async () => true });
      return (
        <FormDrawer title="Biểu" form={form} onClose={closed} onSaved={() => {}}>
          {kinds.find((kind) => kind.name === 'people')!.input(form as Form<Values>)}
        </FormDrawer>
      );
    }
    render(<Typed />);
    const me = user();
    await typeInto(me, 'Ấp Đo');
    fireEvent.blur(input());
    await me.click(screen.getAllByRole('button', { name: 'Quay lại' })[0]!);
    expect(closed).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog', { name: 'Quay lại khi chưa lưu?' })).toBeTruthy();
  });
});
