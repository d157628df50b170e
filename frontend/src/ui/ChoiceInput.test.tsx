import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { focusNextField } from './formFocus';
import { ChoiceInput } from './ChoiceInput';
import { takeTyped } from './typed';

const OPTIONS = [
  { value: 'TINH', label: 'Tỉnh' },
  { value: 'HUYEN', label: 'Huyện' },
  { value: 'XA', label: 'Xã' },
  { value: 'AP', label: 'Ấp' },
];
let value = '';

function Form({ start = '' }: { start?: string }) {
  const [chosen, setChosen] = useState(start);
  value = chosen;
  return (
    <div onKeyDown={(event) => focusNextField(event, event.currentTarget, () => {})}>
      <ChoiceInput ariaLabel="Loại" value={chosen} onChange={setChosen} options={OPTIONS} />
      <input aria-label="Tên" />
    </div>
  );
}
const field = () => screen.getByRole('combobox') as HTMLInputElement;
const key = (name: string, more = {}) => fireEvent.keyDown(field(), { key: name, ...more });
const marked = () => document.querySelector('[role=option][aria-selected=true]')?.textContent;
const shown = () => screen.queryAllByRole('option').map((each) => each.textContent);
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

describe('a choice', () => {
  it('begins empty and stays so until one is taken', () => {
    render(<Form />);
    expect(field().value).toBe('');
    fireEvent.focus(field());
    fireEvent.blur(field());
    expect(value).toBe('');
  });

  it('is narrowed by letters without accents at once; Enter takes and goes on', () => {
    render(<Form />);
    field().focus();
    type('hu');
    expect(shown()).toEqual(['Huyện']);
    expect(value).toBe('');
    key('Enter');
    expect(value).toBe('HUYEN');
    expect(field().value).toBe('Huyện');
    expect(document.activeElement).toBe(screen.getByLabelText('Tên'));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('opens by Alt+↓ at what is chosen, moves by ↑ ↓ within its ends, and the page never scrolls', () => {
    render(<Form start="XA" />);
    expect(key('ArrowDown', { altKey: true })).toBe(false);
    expect(marked()).toBe('Xã');
    expect(key('ArrowDown')).toBe(false);
    expect(key('ArrowDown')).toBe(false);
    expect(marked()).toBe('Ấp');
    for (let n = 0; n < 9; n++) expect(key('ArrowUp')).toBe(false);
    expect(marked()).toBe('Tỉnh');
    key('Enter');
    expect(value).toBe('TINH');
  });

  it('leaves Enter to the form when nothing was typed', () => {
    render(<Form start="XA" />);
    field().focus();
    key('Enter');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('Tên'));
    expect(value).toBe('XA');
  });

  it('takes nothing while a letter is being put together', () => {
    render(<Form />);
    type('hu');
    key('Enter', { keyCode: 229 });
    key('ArrowDown', { isComposing: true });
    expect(value).toBe('');
    expect(marked()).toBe('Huyện');
  });

  it('keeps letters that are no choice, with a sentence, and nothing is saved meanwhile', () => {
    render(<Form start="XA" />);
    type('zzqx');
    fireEvent.blur(field());
    expect(field().value).toBe('zzqx');
    expect(screen.getByRole('alert').textContent).toContain('“zzqx” chưa được chọn');
    expect(takeTyped(document.body)).toBe(false);
    expect(value).toBe('XA');
    expect(key('Escape')).toBe(false);
    expect(field().value).toBe('Xã');
    expect(takeTyped(document.body)).toBe(true);
  });

  it('takes a label typed in full, and what is marked when Tab leaves', () => {
    render(<Form />);
    type('xã');
    fireEvent.blur(field());
    expect(value).toBe('XA');
    type('ti');
    key('Tab');
    expect(value).toBe('TINH');
  });
});
