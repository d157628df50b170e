import { describe, expect, it } from 'vitest';
import { AppError } from '../../api/client';
import type { Plan } from './queries';
import { blank, plain, receiver, rename, tally, toInput } from './values';

const plan = {
  officer: { id: 'o' },
  lines: [{ assignmentId: 'a1' }, { assignmentId: 'a2' }],
  seats: [{ teamId: 't1' }],
  decision: { symbol: 'QĐ/HU', docDate: '2026-11-22', issuer: 'Ban Thường vụ' },
} as unknown as Plan;
const anna = { id: 'n', name: 'Cán bộ mẫu 09' };
const other = { id: 'k', name: 'Cán bộ mẫu 04' };

describe('a handover', () => {
  it('gives every place to the one named, but where somebody else, nobody or oneself is chosen', () => {
    const values = {
      ...blank('2026-11-22'),
      successor: anna,
      number: '41',
      choices: { a2: { ...plain, successor: other }, t1: { ...plain, how: 'vacant' as const, successor: other } },
    };
    expect([receiver(values, 'a1'), receiver(values, 'a2'), receiver(values, 't1')]).toEqual([anna, other, undefined]);
    expect(tally(values, ['a1', 'a2', 't1'])).toEqual({ given: 2, vacant: 1, kept: 0, open: 0 });
    const sent = toInput(plan, values);
    expect(sent).toMatchObject({
      officerId: 'o',
      successorId: 'n',
      decision: { number: '41', symbol: 'QĐ/HU', issuer: 'Ban Thường vụ', docDate: '2026-11-22' },
    });
    expect(sent.lines.map((each) => each.successorId)).toEqual(['', 'k']);
    expect(sent.seats).toEqual([{ teamId: 't1', successorId: '', vacant: true, keep: false }]);
    expect(tally(blank('2026-11-22'), ['a1'])).toEqual({ given: 0, vacant: 0, kept: 0, open: 1 });
  });

  it('says beside each place what is wrong with it', () => {
    const wrong = rename(
      plan,
      new AppError({
        code: 'invalid',
        message: 'x',
        id: '',
        fields: {
          'decision.number': 'Hãy nhập số.',
          'lines.1.successorId': 'Hãy chọn.',
          'seats.0.successorId': 'Cần tổ trưởng.',
          on: 'Sai ngày.',
        },
      }),
    );
    expect(wrong.fields).toEqual({
      number: 'Hãy nhập số.',
      'at.a2': 'Hãy chọn.',
      'at.t1': 'Cần tổ trưởng.',
      on: 'Sai ngày.',
    });
  });
});
