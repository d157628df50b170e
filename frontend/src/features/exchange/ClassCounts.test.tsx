import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Go } from '../../api/client';
import { ClassCounts } from './ClassCounts';
import { PlanNotes } from './PlanNotes';
import { bulkChoices, classes, decisionWord } from './labels';

const plan: Go.exchange.Preview = {
  file: 'a.csv',
  sheet: '',
  headerRow: 1,
  unused: [],
  rowCount: 1_204,
  rows: { moi: 900, chua_ro: 300, bo_qua: 4 },
  derived: { moi: 7 },
  open: 300,
  marked: 0,
  closing: 2,
  below: 0,
  replaced: 1,
  repeated: '',
  assignments: 0,
  records: 41_000,
  units: 1_039,
  confirm: false,
  known: 0,
  blocked: '',
  notes: [],
  lines: [],
  askDays: '',
  ending: ['Xã A', 'Xã B'],
};

test('the counts of the classes add up to the rows of the file, and each is a filter', () => {
  const onShown = vi.fn();
  render(<ClassCounts plan={plan} shown={{ class: '', search: 'xa', offset: 400 }} onShown={onShown} />);
  const counted = screen
    .getAllByRole('button')
    .slice(1)
    .map((each) => Number(each.querySelector('strong')!.textContent!.replaceAll('.', '')));
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe(plan.rowCount);
  screen.getByRole('button', { name: /Chưa rõ/ }).click();
  expect(onShown).toHaveBeenCalledWith({ class: 'chua_ro', search: 'xa', offset: 0 });
  expect(screen.getByText(/được thay/).textContent).toContain('Kết thúc 3');
});

test('what an answer for many rows ends is said in numbers, with what was read otherwise', () => {
  render(
    <PlanNotes
      plan={{ ...plan, notes: ['Trang “B” (3 dòng) không được đọc.'], blocked: 'Mã 1 đang là của “Xã A”.' }}
    />,
  );
  expect(screen.getByText(/sẽ kết thúc 3 trong 1\.039 đơn vị, 41\.000 bản ghi đang gắn với chúng/)).toBeTruthy();
  expect(screen.getByText(/Trang “B”/)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Mã 1');
});

test('every class and decision has its words', () => {
  expect(classes.map((each) => each.value)).toEqual(['loi', 'chua_ro', 'thay_doi', 'moi', 'khong_doi', 'bo_qua']);
  for (const kind of ['workbook', 'units', 'officers'] as const) {
    expect(bulkChoices(kind)).toHaveLength(4);
    expect(decisionWord(kind, 'doi')).not.toBe('');
  }
});
