import { describe, expect, it } from 'vitest';
import { Second } from '../ui/Second';
import { StatusTag } from '../ui/StatusTag';
import { textOf } from './ListExport';

describe('a list as a sheet', () => {
  it.each([
    ['a text', 'Họp chi bộ', 'Họp chi bộ'],
    ['a number', 12, '12'],
    ['nothing', null, ''],
    ['a condition that is false', false, ''],
    ['a state', <StatusTag tone="bad">Vắng</StatusTag>, 'Vắng'],
    [
      'a second line',
      <>
        Cán bộ mẫu
        <Second>Bí thư mẫu, {'xã Mẫu'}</Second>
      </>,
      'Cán bộ mẫu; Bí thư mẫu, xã Mẫu',
    ],
    [
      'an empty second line',
      <>
        Cán bộ mẫu<Second>{''}</Second>
      </>,
      'Cán bộ mẫu',
    ],
  ])('says %s', (_, cell, said) => expect(textOf(cell)).toBe(said));
});
