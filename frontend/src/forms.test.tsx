import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from './lib/fault';
import { DateField } from './pickers/DateField';
import { BEFORE, Drawer, input, kinds, typeInto, user, type Values } from './typedKit';
import { Field } from './ui/Field';
import { FormDrawer } from './ui/FormDrawer';
import { NumberInput } from './ui/NumberInput';
import { useForm, type Form } from './ui/useForm';

describe('a form', () => {
  it('says the fault of Go that belongs to no field of the screen', async () => {
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

  it('drops the messages of rows once rows moved, for they name them by their place', async () => {
    const save = vi.fn(async () => {
      throw new AppError({
        code: 'invalid',
        message: 'Sai.',
        fields: { 'people.1.name': 'Người thứ hai sai.', day: 'Ngày sai.' },
        id: '',
      });
    });
    const people = ['a', 'b'].map((id) => ({ id, name: id }));
    function List() {
      const form = useForm<Values, unknown>({ initial: { ...BEFORE, people }, save });
      return (
        <FormDrawer title="Biểu" form={form} onClose={() => {}} onSaved={() => {}}>
          <button
            type="button"
            onClick={() => form.set('people', [{ ...form.values.people[0]!, name: 'a2' }, people[1]!])}
          >
            Đổi
          </button>
          <button type="button" onClick={() => form.set('people', [people[1]!])}>
            Bỏ
          </button>
          <output>{JSON.stringify(form.errors)}</output>
        </FormDrawer>
      );
    }
    render(<List />);
    const me = user();
    await me.click(screen.getByRole('button', { name: 'Lưu' }));
    await screen.findAllByText(/Người thứ hai sai/);
    await me.click(screen.getByRole('button', { name: 'Đổi' }));
    expect(screen.getByRole('status').textContent).toContain('Người thứ hai sai.');
    await me.click(screen.getByRole('button', { name: 'Bỏ' }));
    expect(screen.getByRole('status').textContent).toBe('{"day":"Ngày sai."}');
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
