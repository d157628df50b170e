import { valid } from '../../lib/days';
import { fold, readWhole, showNumber } from '../../lib/text';
import { askOfficer, askUnit } from '../../pickers/matches';
import { PasteSheet } from '../../pickers/PasteSheet';
import { dayColumn, type Cells, type SheetColumn } from '../../pickers/pasteRows';
import { useDesk } from '../../ui/desk';
import { OUTCOME_CODES, toneOf } from './labels';
import { useSaveMany, useWords, type Vocabulary } from './queries';

/** What a row's result says of its meeting and of its officer. */
const RESULTS: Record<string, { state: string; result: string }> = {
  ATTENDED: { state: 'HELD', result: 'ATTENDED' },
  EXCUSED: { state: 'HELD', result: 'EXCUSED' },
  ABSENT: { state: 'HELD', result: 'ABSENT' },
  HELD: { state: 'HELD', result: '' },
  NOT_HELD: { state: 'CANCELLED', result: '' },
  POSTPONED: { state: 'POSTPONED', result: '' },
  SUSPENDED: { state: 'SUSPENDED', result: '' },
  NOT_RECORDED: { state: 'PLANNED', result: '' },
  TO_COME: { state: 'PLANNED', result: '' },
};

const whole = (text: string) =>
  text.trim() === '' || readWhole(text) !== null ? undefined : 'Chỉ gõ số; không biết thì để trống.';
const missing = (said: string) => (text: string) => (text.trim() === '' ? said : undefined);

/** Why the result of a row cannot stand; a substitute has a name, and a row has no cell for it. */
const resultProblem = (code: string) =>
  code === ''
    ? 'Hãy chọn kết quả; chỉ biết là đã họp thì chọn “Đã họp”, chưa rõ thì “Chưa ghi nhận”.'
    : code in RESULTS
      ? undefined
      : 'Dự thay cần tên người dự thay: hãy bỏ dòng này rồi ghi bằng biểu “Ghi cuộc họp”.';

/** The day of a row once it is known; names are looked up on it. */
const dayOf = (row: Cells) => (valid(row.day ?? '') ? row.day! : '');

/** The columns of a list of meetings, in the order of the register. */
export const meetingColumns = (words: Vocabulary, today: string): SheetColumn[] => [
  dayColumn(today, {
    key: 'day',
    title: 'Ngày',
    width: 11,
    words: ['ngay hop', 'ngay du', 'ngay du hop', 'thoi gian', 'ngay thang', 'ngay thang nam', 'ngay to chuc'],
    check: missing('Hãy nhập ngày họp.'),
  }),
  {
    key: 'kind',
    title: 'Cuộc họp',
    words: ['loai hop', 'loai cuoc hop', 'hinh thuc', 'loai hinh', 'ten cuoc hop'],
    kind: 'choice',
    width: 12,
    options: words.kinds.map((each) => ({ value: each.code, label: each.word })),
    like: (text) => words.kinds.some((each) => fold(each.word) === fold(text)),
    check: missing('Hãy chọn loại cuộc họp.'),
  },
  {
    key: 'unitId',
    title: 'Nơi họp',
    words: ['don vi', 'dia ban', 'chi bo', 'ap', 'ap khu pho', 'to', 'to nhan dan tu quan', 'noi du', 'noi du hop'],
    kind: 'choice',
    width: 14,
    asked: (text, row) => askUnit(text, { day: dayOf(row) }),
    check: missing('Hãy ghi nơi họp.'),
  },
  {
    key: 'officerId',
    title: 'Cán bộ dự',
    words: ['can bo', 'ho va ten', 'ho ten', 'nguoi du', 'can bo du hop', 'dong chi', 'can bo phu trach'],
    kind: 'choice',
    width: 11,
    asked: (text, row) => askOfficer(text, '', dayOf(row)),
  },
  {
    key: 'outcome',
    title: 'Kết quả',
    words: ['ket qua du', 'ket qua du hop', 'du hop', 'tham du', 'tinh trang', 'trang thai'],
    kind: 'choice',
    width: 10.5,
    options: words.outcomes.map((each) => ({
      value: each.code,
      label: each.word,
      code: OUTCOME_CODES[each.code],
      tone: toneOf(each.code),
    })),
    like: (text) => words.outcomes.some((each) => fold(each.word) === fold(text)),
    check: resultProblem,
  },
  { key: 'reason', title: 'Lý do', words: ['ly do vang', 'ly do hoan'], kind: 'text', width: 8, named: true },
  {
    key: 'time',
    title: 'Giờ',
    words: ['gio hop', 'luc'],
    kind: 'text',
    width: 5,
    like: (text) => /^\d{1,2}\s*[hg:]\s*\d{0,2}$/i.test(text),
  },
  { key: 'place', title: 'Địa điểm', words: ['dia diem hop', 'tai'], kind: 'text', width: 9, named: true },
  {
    key: 'present',
    title: 'Có mặt',
    words: ['so co mat', 'so nguoi du', 'so luong'],
    kind: 'number',
    width: 5,
    align: 'right',
    named: true,
    check: whole,
  },
  {
    key: 'total',
    title: 'Tổng số',
    words: ['trieu tap', 'so trieu tap', 'dang vien'],
    kind: 'number',
    width: 5,
    align: 'right',
    named: true,
    check: whole,
  },
  { key: 'note', title: 'Ghi chú', words: ['noi dung', 'noi dung hop', 'dien bien'], kind: 'text', width: 12 },
];

interface Props {
  block: string[][];
  /** The kind the list is narrowed to: that of rows which say none. */
  kind: string;
  onClose: () => void;
}

/** A list of meetings pasted from a sheet: entered together by the rules of the log. */
export function PastedMeetings({ block, kind, onClose }: Props) {
  const { today } = useDesk();
  const words = useWords().data;
  const [saveMany, takeBack] = useSaveMany();
  if (!words) return null;
  // A day to come has no result but one.
  const complete = (row: Cells): Cells => ({
    ...row,
    kind: row.kind || kind,
    outcome: row.outcome || (dayOf(row) > today ? 'TO_COME' : ''),
  });
  const save = async (rows: Cells[], guardReason: string) => {
    const saved = await saveMany({
      rows: rows.map((row) => ({
        kind: row.kind ?? '',
        ...RESULTS[row.outcome ?? '']!,
        day: row.day ?? '',
        time: row.time ?? '',
        place: row.place ?? '',
        unitId: row.unitId ?? '',
        officerId: row.officerId ?? '',
        reason: row.reason ?? '',
        present: readWhole(row.present ?? '') ?? undefined,
        total: readWhole(row.total ?? '') ?? undefined,
        note: row.note ?? '',
      })),
      guardReason,
    });
    return {
      said: [`Đã ghi ${showNumber(saved.ids.length)} cuộc họp.`, ...saved.notices].join(' '),
      undo: () => takeBack(saved.ids),
    };
  };
  return (
    <PasteSheet
      block={block}
      title="Ghi cuộc họp từ khối dán"
      one="dòng"
      columns={meetingColumns(words, today)}
      day={today}
      complete={complete}
      save={save}
      fieldOf={{ state: 'outcome', result: 'outcome' }}
      onClose={onClose}
    />
  );
}
