import { officers } from '../../api/client';
import { showNumber } from '../../lib/text';
import { askOfficer, askUnit, matchWords } from '../../pickers/matches';
import { PasteSheet } from '../../pickers/PasteSheet';
import { dayColumn, type Cells, type SheetColumn } from '../../pickers/pasteRows';
import { useDesk } from '../../ui/desk';
import { useRefresh } from './queries';

/** Only what the form of an officer asks: birth days, addresses and identity numbers have no column to go into. */
const columnsOf = (today: string): SheetColumn[] => [
  {
    key: 'fullName',
    title: 'Họ và tên',
    words: ['ho ten', 'ten', 'ten can bo', 'ho va ten can bo', 'can bo', 'dong chi'],
    kind: 'text',
    width: 14,
    check: (text) => (text.trim() === '' ? 'Hãy nhập họ và tên cán bộ.' : undefined),
  },
  {
    key: 'label',
    title: 'Chức vụ',
    words: ['chuc danh', 'chuc vu hien nay', 'chuc vu cong tac'],
    kind: 'text',
    width: 16,
  },
  {
    key: 'org',
    title: 'Cơ quan',
    words: ['don vi', 'co quan don vi', 'don vi cong tac', 'noi cong tac', 'cong tac tai', 'to chuc'],
    kind: 'text',
    width: 14,
  },
  dayColumn(today, {
    key: 'validFrom',
    title: 'Giữ chức vụ từ ngày',
    words: ['tu ngay', 'ngay giu chuc vu', 'tu'],
    width: 9,
  }),
  {
    key: 'workPhone',
    title: 'Điện thoại cơ quan',
    words: ['dien thoai', 'so dien thoai', 'dt co quan', 'sdt', 'dien thoai cong vu'],
    kind: 'text',
    width: 10,
    like: (text) => /^[0-9 .()+-]{8,20}$/.test(text),
  },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 10, named: true },
];

const fieldOf = {
  'post.label': 'label',
  'post.orgId': 'org',
  'post.orgText': 'org',
  'post.validFrom': 'validFrom',
};

/** A list of officers pasted from a sheet: added together by the rules of the form. */
export function PastedOfficers({ block, onClose }: { block: string[][]; onClose: () => void }) {
  const { today } = useDesk();
  const refresh = useRefresh();
  const save = async (rows: Cells[]) => {
    // A known organisation is linked, any other stays as written, as in the form.
    const orgs = await matchWords(
      rows.map((row) => askUnit(row.org ?? '')),
      today,
    );
    const ids = await officers.SaveMany(
      rows.map((row, at) => ({
        id: '',
        fullName: row.fullName ?? '',
        workPhone: row.workPhone ?? '',
        note: row.note ?? '',
        guardReason: '',
        post: {
          id: '',
          officerId: '',
          label: row.label ?? '',
          orgId: orgs[at]?.sure ? orgs[at].found[0]!.id : '',
          orgText: orgs[at]?.sure ? '' : (row.org ?? ''),
          validFrom: row.validFrom ?? '',
          validTo: '',
          rank: 0,
          source: '',
          closePrevious: false,
        },
      })),
    );
    refresh();
    return {
      said: `Đã thêm ${showNumber(rows.length)} cán bộ.`,
      undo: () => officers.DeleteMany(ids).then(refresh),
    };
  };
  const question = async (rows: Cells[]) => {
    const found = await matchWords(
      rows.map((row) => askOfficer(row.fullName ?? '')),
      today,
    );
    const there = rows.filter((_, at) => found[at]!.found.some((each) => each.reason.startsWith('đúng tên')));
    const names = there.slice(0, 5).map((row) => row.fullName);
    return there.length === 0
      ? ''
      : `${showNumber(there.length)} người trùng tên với người đã có trong sổ: ${names.join(', ')}${there.length > 5 ? '…' : ''}. Nếu là cùng một người, hãy bỏ dòng đó trước khi thêm.`;
  };
  return (
    <PasteSheet
      block={block}
      title="Thêm cán bộ từ khối dán"
      one="cán bộ"
      columns={columnsOf(today)}
      day={today}
      question={question}
      save={save}
      fieldOf={fieldOf}
      onClose={onClose}
    />
  );
}
