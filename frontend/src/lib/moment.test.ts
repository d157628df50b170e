import { expect, it } from 'vitest';
import { showMoment } from './moment';

it('shows a stored moment by the clock of the country', () => {
  expect(['2026-11-26T18:03:00Z', '2026-02-04T23:59:59Z', '', 'hôm qua'].map(showMoment)).toEqual([
    '01:03 ngày 27/11/2026',
    '06:59 ngày 05/02/2026',
    '',
    '',
  ]);
});
