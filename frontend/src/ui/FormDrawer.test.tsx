import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../lib/fault';
import { Field } from './Field';
import { FormDrawer } from './FormDrawer';
import { TextArea, TextInput } from './inputs';
import { useForm } from './useForm';

interface Values {
  name: string;
  note: string;
}

function Screen({
  save,
  onNext,
  draftKey,
}: {
  save: (values: Values) => Promise<unknown>;
  onNext?: () => void;
  draftKey?: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Thêm
      </button>
      {open && <Record save={save} onNext={onNext} draftKey={draftKey} onClose={() => setOpen(false)} />}
    </>
  );
}

function Record({
  save,
  onNext,
  draftKey,
  onClose,
}: {
  save: (values: Values) => Promise<unknown>;
  onNext?: () => void;
  draftKey?: string;
  onClose: () => void;
}) {
  const form = useForm<Values, unknown>({
    draftKey,
    initial: { name: '', note: '' },
    check: (values): Record<string, string> => (values.name.trim() ? {} : { name: 'Hãy nhập họ và tên.' }),
    save,
  });
  return (
    <FormDrawer title="Thêm cán bộ" form={form} onClose={onClose} onSaved={onClose} onNext={onNext}>
      <Field form={form} name="name" label="Họ và tên">
        {(p) => <TextInput {...p} />}
      </Field>
      <Field form={form} name="note" label="Ghi chú">
        {(p) => <TextArea {...p} />}
      </Field>
    </FormDrawer>
  );
}

const open = (props: Parameters<typeof Screen>[0]) => {
  render(<Screen {...props} />);
  const button = screen.getByRole('button', { name: 'Thêm' });
  button.focus();
  fireEvent.click(button);
  return button;
};
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('FormDrawer', () => {
  it('focuses the first field, saves by Ctrl+S in NFC and gives the focus back', async () => {
    const save = vi.fn(async (_: Values) => true);
    const button = open({ save });
    expect(document.activeElement).toBe(screen.getByLabelText('Họ và tên'));
    type('Họ và tên', 'Nguyễn Mẫu'.normalize('NFD'));
    fireEvent.keyDown(screen.getByLabelText('Họ và tên'), { key: 's', ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect(save.mock.calls[0]?.[0].name).toBe('Nguyễn Mẫu'.normalize('NFC'));
  });

  it('shows the message of Go beside its field, focuses it and clears nothing', async () => {
    const save = vi.fn(async () => {
      throw new AppError({ code: 'invalid', message: 'Chưa lưu được.', fields: { note: 'Ghi chú quá dài.' }, id: '' });
    });
    open({ save });
    type('Họ và tên', 'Cán bộ mẫu 01');
    type('Ghi chú', 'dài');
    fireEvent.keyDown(screen.getByLabelText('Ghi chú'), { key: 's', ctrlKey: true });
    await screen.findByText('Ghi chú quá dài.');
    expect(document.activeElement).toBe(screen.getByLabelText('Ghi chú'));
    expect((screen.getByLabelText('Họ và tên') as HTMLInputElement).value).toBe('Cán bộ mẫu 01');
  });

  it('does nothing while an input method is composing', () => {
    const save = vi.fn(async () => true);
    open({ save });
    const field = screen.getByLabelText('Họ và tên');
    for (const flags of [{ isComposing: true }, { keyCode: 229 }]) {
      fireEvent.keyDown(field, { key: 's', ctrlKey: true, ...flags });
      fireEvent.keyDown(field, { key: 'Enter', ...flags });
      fireEvent.keyDown(field, { key: 'Escape', ...flags });
    }
    expect(document.activeElement).toBe(field);
    expect(save).not.toHaveBeenCalled();
  });

  it('goes to the next field by Enter and stays in a text of several lines', () => {
    open({ save: async () => true });
    fireEvent.keyDown(screen.getByLabelText('Họ và tên'), { key: 'Enter' });
    expect(document.activeElement).toBe(screen.getByLabelText('Ghi chú'));
    fireEvent.keyDown(screen.getByLabelText('Ghi chú'), { key: 'Enter' });
    expect(document.activeElement).toBe(screen.getByLabelText('Ghi chú'));
  });

  it('saves only once when asked twice', async () => {
    let finish = (_: unknown) => {};
    const save = vi.fn(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    open({ save });
    type('Họ và tên', 'Cán bộ mẫu 01');
    fireEvent.keyDown(screen.getByLabelText('Họ và tên'), { key: 's', ctrlKey: true });
    fireEvent.keyDown(screen.getByLabelText('Họ và tên'), { key: 's', ctrlKey: true });
    await act(async () => finish(true));
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('keeps a draft when the window goes away and offers it again', async () => {
    open({ save: async () => true, draftKey: 'thu' });
    type('Họ và tên', 'Gõ dở');
    cleanup();
    render(<Screen save={async () => true} draftKey="thu" />);
    fireEvent.click(screen.getByRole('button', { name: 'Thêm' }));
    expect((screen.getByLabelText('Họ và tên') as HTMLInputElement).value).toBe('');
    fireEvent.click(await screen.findByRole('button', { name: 'Dùng bản nháp' }));
    expect((screen.getByLabelText('Họ và tên') as HTMLInputElement).value).toBe('Gõ dở');
  });
});
