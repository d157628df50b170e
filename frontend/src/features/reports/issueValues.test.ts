import { describe, expect, it } from 'vitest';
import { proposal } from './issueSamples';
import { checkIssue, issueInput, issueValues } from './issueValues';
import { NOTHING } from './usePaperChoice';

describe('the call of issuing', () => {
  const choice = { ...NOTHING, report: 'R20', period: '2026-10', draft: true };
  const start = issueValues(choice, proposal);

  it('sends a changed signer whole, and no body where none belongs to the right to sign', () => {
    const sent = issueInput(choice, proposal, {
      ...start,
      authority: 'truc_tiep',
      position: 'BÍ THƯ',
      name: 'Lê Văn Mẫu',
    });
    expect(sent.input.signAs).toEqual({ authority: '', body: '', position: 'BÍ THƯ', name: 'Lê Văn Mẫu', hint: '' });
  });

  it('refuses what is no number', () => {
    expect(
      ['', '0', '-1', '1a', ' 14 '].map((number) => checkIssue({ ...start, number }).number !== undefined),
    ).toEqual([true, true, true, true, false]);
    expect(checkIssue({ ...start, date: '' }).date).toBe('Hãy ghi ngày ban hành.');
    expect(checkIssue(start)).toEqual({});
  });
});
