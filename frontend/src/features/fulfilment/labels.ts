import { NONE, showNumber } from '../../lib/text';
import type { Tone } from '../../ui/StatusTag';
import type { CellsFilter, Tally } from './queries';

/** Narrows nothing but the place: a number elsewhere says what it counts over this. */
export const EVERY_CELL: CellsFilter = {
  filter: {
    span: { from: '', to: '' },
    by: 'unit',
    underId: '',
    officerId: '',
    unitId: '',
    ruleId: '',
    seriesId: '',
    activity: '',
  },
  key: '',
  outcomes: [],
  held: false,
  limit: 0,
};

export type By = 'officer' | 'unit' | 'upper' | 'kind';

export const BY: { value: By; label: string }[] = [
  { value: 'officer', label: 'Cán bộ' },
  { value: 'unit', label: 'Đơn vị' },
  { value: 'upper', label: 'Cấp trên' },
  { value: 'kind', label: 'Loại cuộc họp' },
];

/** A number of the table, the outcomes it counts, and its short heading; the order is that of the paper. */
export interface Count {
  key: keyof Tally;
  title: string;
  /** What the number is called where there is room. */
  whole: string;
  outcomes: string[];
  /** One side of the rate, where an outcome has two. */
  part?: string;
  held?: boolean;
}

const OWED = ['ATTENDED', 'SUBSTITUTED', 'EXCUSED', 'ABSENT', 'NOT_RECORDED'];

export const COUNTS: Count[] = [
  { key: 'expected', title: 'Phải dự', whole: 'phải dự', outcomes: OWED },
  { key: 'attended', title: 'Đã dự', whole: 'đã dự', outcomes: ['ATTENDED'] },
  {
    key: 'substitutedCounted',
    title: 'Dự thay được tính',
    whole: 'dự thay được tính',
    outcomes: ['SUBSTITUTED'],
    part: 'duoc_tinh',
  },
  {
    key: 'substitutedOnly',
    title: 'Dự thay không tính',
    whole: 'dự thay không tính',
    outcomes: ['SUBSTITUTED'],
    part: 'khong_tinh',
  },
  { key: 'excused', title: 'Vắng phép', whole: 'vắng có phép', outcomes: ['EXCUSED'] },
  { key: 'absent', title: 'Vắng', whole: 'vắng', outcomes: ['ABSENT'] },
  {
    key: 'heldNotRecorded',
    title: 'Họp, chưa ghi',
    whole: 'đã họp, chưa ghi kết quả',
    outcomes: ['NOT_RECORDED'],
    held: true,
  },
  {
    key: 'notKnown',
    title: 'Chưa ghi cuộc họp',
    whole: 'chưa ghi cuộc họp',
    outcomes: ['NOT_RECORDED'],
    part: 'chua_ghi_cuoc_hop',
  },
  { key: 'notHeld', title: 'Không tổ chức', whole: 'không tổ chức', outcomes: ['NOT_HELD'] },
  { key: 'suspended', title: 'Tạm dừng', whole: 'tạm dừng', outcomes: ['SUSPENDED'] },
  { key: 'toCome', title: 'Chưa đến', whole: 'chưa đến hạn', outcomes: ['TO_COME'] },
];

/** The columns the rate of a row is counted from. */
export const RATED = COUNTS.filter((each) => !['notHeld', 'suspended', 'toCome'].includes(each.key));

/** The definition of the rate in the words of its columns (fulfilment.RateRule in Go). */
export const RATE_RULE = 'Tỷ lệ dự = (đã dự + dự thay được tính) / (phải dự - chưa ghi cuộc họp).';

/** "–" is none: an empty count is no zero to look at. */
export const count = (n: number) => (n === 0 ? NONE : showNumber(n));

/** "18/20"; without a held meeting there is no rate. */
export const rate = (done: number, held: number) => (held === 0 ? NONE : `${showNumber(done)}/${showNumber(held)}`);

/** Tenths of a percent, rounded half up, as on paper: "90 %", "66,7 %". */
export function percent(done: number, held: number): string {
  return held === 0 ? '' : `${showNumber(Math.floor((done * 2000 + held) / (2 * held)) / 10)} %`;
}

/** Colour of a letter of the year matrix. */
export function toneOfLetter(letter: string): Tone | 'unknown' | 'pause' {
  switch (letter) {
    case 'Đ':
    case 'T':
      return 'good';
    case 't':
    case 'P':
      return 'warn';
    case 'V':
      return 'bad';
    case 'K':
      return 'none';
    case '–':
      return 'pause';
    case 'H':
    case '?':
      return 'unknown';
    default:
      return 'info';
  }
}
