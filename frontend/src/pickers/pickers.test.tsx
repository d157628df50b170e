import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DeskProvider } from '../ui/desk';
import { DateField } from './DateField';
import { makePeriod, partsOf, shiftPeriod, showPeriod } from './period';
import { PeriodPicker } from './PeriodPicker';
import { SearchPicker, type Picked } from './SearchPicker';

const places: Picked[] = [
  { id: 'a', name: 'Ấp Đông' },
  { id: 'b', name: 'Ấp Đoài', note: 'xã Mẫu' },
];
let picked: Picked | null = null;
let day = '';

function Place({ search }: { search: (text: string) => Promise<Picked[]> }) {
  const [value, setValue] = useState<Picked | null>(null);
  picked = value;
  return <SearchPicker id="noi" value={value} onChange={setValue} search={search} placeholder="Gõ tên" />;
}

function Day({ start = '', lazy }: { start?: string; lazy?: boolean }) {
  const [value, setValue] = useState(start);
  day = value;
  return <DateField id="ngay" value={value} onChange={setValue} today="2026-11-22" lazy={lazy} />;
}

describe('SearchPicker', () => {
  it('picks by arrow and Enter only, never by typing or while composing', async () => {
    const search = vi.fn(async (text: string) => places.filter((each) => text === '' || each.name.includes('Đ')));
    render(<Place search={search} />);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    field.focus();
    fireEvent.change(field, { target: { value: 'Đô' } });
    await screen.findByRole('option', { name: /Đoài/ });
    expect(picked).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(picked).toBeNull();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(picked).toEqual(places[1]);
    expect(field.value).toBe('Ấp Đoài');
  });

  it('leaves letters that were not picked with a sentence, shows the old choice by Esc, and gives up a choice when emptied', async () => {
    render(<Place search={async (text) => (text === 'xyz' ? [] : places)} />);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    field.focus();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.click(await screen.findByRole('option', { name: /Đông/ }));
    fireEvent.change(field, { target: { value: 'xyz' } });
    await screen.findByText(/Không tìm thấy/);
    fireEvent.blur(field);
    expect(field.value).toBe('xyz');
    expect(screen.getByRole('alert').textContent).toContain('“xyz” chưa được chọn');
    expect(picked).toEqual(places[0]);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('Ấp Đông');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.change(field, { target: { value: '' } });
    fireEvent.blur(field);
    expect(picked).toBeNull();
  });

  it('lets the last question win when answers come in another order', async () => {
    const waiting: Record<string, (list: Picked[]) => void> = {};
    render(
      <Place
        search={(text) =>
          new Promise((resolve) => {
            waiting[text] = resolve;
          })
        }
      />,
    );
    const field = screen.getByRole('combobox');
    field.focus();
    fireEvent.change(field, { target: { value: 'a' } });
    await waitFor(() => expect(waiting.a).toBeDefined());
    fireEvent.change(field, { target: { value: 'ab' } });
    await waitFor(() => expect(waiting.ab).toBeDefined());
    waiting.ab!([places[1]!]);
    waiting.a!([places[0]!]);
    await screen.findByRole('option', { name: /Đoài/ });
    expect(screen.queryByRole('option', { name: /Đông/ })).toBeNull();
  });
});

describe('DateField', () => {
  const type = (text: string) => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
    fireEvent.blur(screen.getByRole('textbox'));
  };

  it.each([
    ['5/3/26', '2026-03-05', '05/03/2026'],
    ['05032026', '2026-03-05', '05/03/2026'],
    ['29/7', '2026-07-29', '29/07/2026'],
    ['16/6 âl', '2026-07-29', '29/07/2026'],
  ])('reads %s', (text, wanted, shown) => {
    render(<Day />);
    type(text);
    expect(day).toBe(wanted);
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe(shown);
  });

  it('shows weekday and lunar day beside it', () => {
    render(<Day start="2026-07-29" />);
    expect(document.body.textContent).toContain('T4 (16/6 âl)');
  });

  it('leaves what it cannot read as typed, with a sentence, and reports no day', () => {
    render(<Day start="2026-07-29" />);
    type('31/2/2026');
    expect(day).toBe('');
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('31/2/2026');
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });

  it('of a list keeps the day it shows until another one is complete, and says which', () => {
    render(<Day start="2026-07-29" lazy />);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '5/3' } });
    expect(day).toBe('2026-07-29');
    type('5/13');
    expect(day).toBe('2026-07-29');
    expect(screen.getByRole('alert').textContent).toContain('Vẫn đang theo ngày 29/07/2026.');
    type('5/3');
    expect(day).toBe('2026-03-05');
  });

  it('takes a value set from outside in place of what was typed', () => {
    const { rerender } = render(<DateField id="ngay" value="" onChange={() => {}} today="2026-11-22" />);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '31/2' } });
    rerender(<DateField id="ngay" value="2026-07-29" onChange={() => {}} today="2026-11-22" />);
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('29/07/2026');
  });

  it('reports each stroke and never touches the text while it is typed', () => {
    render(<Day />);
    for (const text of ['1', '16', '16/6', '16/6 ', '16/6 a', '16/6 â', '16/6 âl']) {
      fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
      expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe(text);
    }
    expect(day).toBe('2026-07-29');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', keyCode: 229 });
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('16/6 âl');
  });

  it('opens a calendar by Alt+↓ and moves in it by keys', () => {
    render(<Day start="2026-07-29" />);
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'ArrowDown', altKey: true });
    const sheet = screen.getByRole('grid', { name: 'Chọn ngày' });
    fireEvent.keyDown(sheet, { key: 'ArrowRight' });
    fireEvent.keyDown(sheet, { key: 'PageDown' });
    fireEvent.keyDown(sheet, { key: 'Enter' });
    expect(day).toBe('2026-08-30');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});

describe('periods', () => {
  it.each([
    ['2026-01', 'tháng 01 năm 2026', '2025-12', '2026-02'],
    ['2026-Q4', 'quý IV năm 2026', '2026-Q3', '2027-Q1'],
    ['2026-H1', '6 tháng đầu năm 2026', '2025-H2', '2026-H2'],
    ['2026-9T', '9 tháng đầu năm 2026', '2025-9T', '2027-9T'],
    ['2026', 'năm 2026', '2025', '2027'],
  ])('%s', (period, shown, before, after) => {
    expect(showPeriod(period)).toBe(shown);
    expect(shiftPeriod(period, -1)).toBe(before);
    expect(shiftPeriod(period, 1)).toBe(after);
    expect(makePeriod(partsOf(period)!)).toBe(period);
  });

  it('begins at the month of Go’s today, not of the machine', () => {
    const chosen = vi.fn();
    const desk = { today: '2031-01-31', asOf: '', setAsOf: () => {}, can: () => true, office: '', userName: '' };
    render(
      <DeskProvider value={desk}>
        <PeriodPicker value="" onChange={chosen} />
      </DeskProvider>,
    );
    expect((screen.getByLabelText('Năm') as HTMLInputElement).value).toBe('2031');
    fireEvent.click(screen.getByLabelText('Kỳ trước'));
    fireEvent.click(screen.getByLabelText('Kỳ sau'));
    expect(chosen.mock.calls).toEqual([['2030-12'], ['2031-02']]);
    expect([showPeriod(''), shiftPeriod('', 1)]).toEqual(['', '']);
  });
});
