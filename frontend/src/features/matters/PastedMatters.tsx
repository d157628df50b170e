import { useQueryClient } from '@tanstack/react-query';
import { matters } from '../../api/client';
import { valid } from '../../lib/days';
import { fold, readWhole } from '../../lib/text';
import { askUnit } from '../../pickers/matches';
import { PasteSheet } from '../../pickers/PasteSheet';
import { dayColumn, type Cells, type SheetColumn } from '../../pickers/pasteRows';
import { useDesk } from '../../ui/desk';
import type { GridOption } from '../../ui/gridCells';
import { newItem, toItem } from './itemValues';
import { numbers } from './labels';
import { useVocabulary, useWrite, type Vocabulary } from './queries';

const missing = (said: string) => (text: string) => (text.trim() === '' ? said : undefined);
const whole = (text: string) =>
  text.trim() === '' || readWhole(text) !== null ? undefined : 'Chỉ gõ số; không biết thì để trống.';

/** A column of one of the office's lists; without a heading it is known by what stands in it. */
const listed = (column: Omit<SheetColumn, 'kind' | 'options' | 'like'>, options: GridOption[]): SheetColumn => ({
  ...column,
  kind: 'choice',
  options,
  like: (text) => options.some((each) => fold(each.label) === fold(text)),
});
const optionsOf = (words: { code: string; word: string }[]) =>
  words.map((each) => ({ value: each.code, label: each.word }));

/** The columns of a list of matters, in the order of the register. */
export const matterColumns = (words: Vocabulary, today: string): SheetColumn[] => [
  dayColumn(today, {
    key: 'raisedOn',
    title: 'Ngày nêu',
    width: 11,
    words: ['ngay', 'ngay kien nghi', 'ngay phan anh', 'thoi gian', 'ngay thang', 'ngay ghi nhan'],
    check: missing('Hãy nhập ngày nêu ý kiến.'),
  }),
  {
    key: 'placeId',
    title: 'Nơi nêu',
    words: [
      'dia ban',
      'noi neu y kien',
      'noi kien nghi',
      'don vi',
      'ap',
      'ap khu pho',
      'to',
      'noi',
      'don vi kien nghi',
    ],
    kind: 'choice',
    width: 13,
    asked: (text, row) => askUnit(text, { day: valid(row.raisedOn ?? '') ? row.raisedOn! : '' }),
    check: missing('Hãy ghi nơi nêu ý kiến.'),
  },
  {
    key: 'summary',
    title: 'Nội dung',
    words: [
      'noi dung tom tat',
      'tom tat',
      'kien nghi',
      'noi dung kien nghi',
      'y kien',
      'noi dung phan anh',
      'noi dung y kien',
    ],
    kind: 'text',
    width: 20,
    check: missing('Hãy ghi tóm tắt nội dung.'),
  },
  listed(
    {
      key: 'fieldCode',
      title: 'Lĩnh vực',
      words: ['nhom linh vuc', 'ma linh vuc', 'nganh'],
      width: 12,
      check: missing('Hãy chọn lĩnh vực.'),
    },
    words.fields.map((each) => ({ value: each.code, label: each.name, code: each.code })),
  ),
  listed(
    { key: 'kind', title: 'Loại', words: ['phan loai'], width: 8, check: missing('Hãy chọn loại.') },
    optionsOf(words.kinds),
  ),
  listed(
    {
      key: 'origin',
      title: 'Nguồn',
      words: ['nguon tin', 'kenh', 'hinh thuc tiep nhan', 'nguon tiep nhan'],
      width: 9,
      check: missing('Hãy chọn nguồn: nghe được ở đâu.'),
    },
    optionsOf(words.origins),
  ),
  { key: 'proposal', title: 'Đề nghị', words: ['de xuat', 'yeu cau'], kind: 'text', width: 10, named: true },
  {
    key: 'voices',
    title: 'Số ý kiến',
    words: ['so y kien tuong tu', 'so luot', 'so nguoi'],
    kind: 'number',
    width: 5,
    align: 'right',
    named: true,
    check: whole,
  },
  dayColumn(today, {
    key: 'receivedOn',
    title: 'Ngày tiếp nhận',
    words: ['ngay nhan', 'ngay vao so'],
    named: true,
    like: undefined,
  }),
  { key: 'externalRef', title: 'Số ở sổ khác', words: ['so cu', 'so so cu'], kind: 'text', width: 7, named: true },
];

/** A list of matters pasted from a sheet: recorded together, in its order, by the rules of the form. */
export function PastedMatters({ block, onClose }: { block: string[][]; onClose: () => void }) {
  const { today } = useDesk();
  const client = useQueryClient();
  const words = useVocabulary().data;
  const record = useWrite(matters.RecordMany);
  if (!words) return null;
  const save = async (rows: Cells[], guardReason: string) => {
    const saved = await record.mutateAsync({
      rows: rows.map((row) => ({
        raisedOn: row.raisedOn ?? '',
        receivedOn: row.receivedOn ?? '',
        placeId: row.placeId ?? '',
        meetingId: '',
        receptionId: '',
        origin: row.origin ?? '',
        externalRef: row.externalRef ?? '',
        accepted: [],
        items: [
          toItem(
            newItem({
              kind: row.kind ?? '',
              fieldCode: row.fieldCode ?? '',
              summary: row.summary ?? '',
              proposal: row.proposal ?? '',
              voices: readWhole(row.voices ?? ''),
            }),
            '',
          ),
        ],
      })),
      guardReason,
    });
    return {
      said: `Đã ghi nhận ${numbers(saved)}. Hoàn tác sẽ đưa tất cả ra khỏi phạm vi, lý do “Ghi nhầm”.`,
      undo: async () => {
        await matters.LeaveScope({
          matterIds: saved.map((each) => each.id),
          day: today,
          reason: 'GHI_NHAM',
          text: '',
          guardReason: '',
        });
        await client.invalidateQueries();
      },
    };
  };
  return (
    <PasteSheet
      block={block}
      title="Ghi kiến nghị từ khối dán"
      one="kiến nghị"
      columns={matterColumns(words, today)}
      day={today}
      save={save}
      fieldOf={{
        'items.0.summary': 'summary',
        'items.0.fieldCode': 'fieldCode',
        'items.0.kind': 'kind',
        'items.0.proposal': 'proposal',
        'items.0.voices': 'voices',
      }}
      onClose={onClose}
    />
  );
}
