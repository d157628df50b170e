import { units } from '../../api/client';
import { fold, readWhole, showNumber } from '../../lib/text';
import { askUnit } from '../../pickers/matches';
import { PasteSheet } from '../../pickers/PasteSheet';
import { dayColumn, type Cells, type SheetColumn } from '../../pickers/pasteRows';
import { useDesk } from '../../ui/desk';
import { capital, treeWords, type Tree } from './labels';
import { useUnitAction, useVocabulary } from './queries';

interface Props {
  block: string[][];
  tree: Tree;
  /** The unit chosen in the tree: rows that say nothing else go under it. */
  parent: { id: string; label: string } | null;
  onClose: () => void;
}

const whole = (text: string) => (text.trim() === '' || readWhole(text) !== null ? undefined : 'Chỉ gõ số.');

/** A list of units pasted from a sheet: entered together by the rules of the form. */
export function PastedUnits({ block, tree, parent, onClose }: Props) {
  const { asOf, today } = useDesk();
  const create = useUnitAction(units.CreateMany);
  const takeBack = useUnitAction(units.DiscardMany);
  const types = (useVocabulary().data?.types ?? []).filter((each) => each.tree === tree);
  if (types.length === 0) return null;
  // The longest word first: "tổ nhân dân tự quản" before "tổ".
  const known = [...types].sort((a, b) => b.word.length - a.word.length);
  const typeOf = (name: string) => known.find((each) => fold(name).startsWith(`${fold(each.word)} `))?.code ?? '';
  const complete = (row: Cells): Cells => ({
    ...row,
    type: row.type || typeOf(row.name ?? ''),
    parentId: row.parentId || (parent?.id ?? ''),
  });
  const columns: SheetColumn[] = [
    {
      key: 'name',
      title: 'Tên',
      words: ['ten don vi', 'don vi', 'dia ban', 'ten dia ban', 'ap khu pho', 'to nhan dan tu quan', 'chi bo'],
      kind: 'text',
      width: 16,
      check: (text) => (text.trim() === '' ? 'Hãy nhập tên đơn vị.' : undefined),
    },
    {
      key: 'type',
      title: 'Loại',
      words: ['cap', 'loai don vi', 'loai hinh'],
      kind: 'choice',
      width: 11,
      options: types.map((each) => ({ value: each.code, label: capital(each.word) })),
      like: (text) => types.some((each) => fold(each.word) === fold(text)),
      check: (text) => (text === '' ? 'Hãy chọn loại đơn vị.' : undefined),
    },
    {
      key: 'parentId',
      title: 'Thuộc',
      words: ['cap tren', 'xa', 'xa phuong', 'thuoc xa', 'truc thuoc', 'don vi cap tren'],
      kind: 'choice',
      width: 16,
      asked: (text) => askUnit(text, { tree }),
    },
    {
      key: 'code',
      title: 'Mã',
      words: ['ma so', 'ma don vi'],
      kind: 'text',
      width: 6,
      like: (text) => /^\d{2,10}$/.test(text),
    },
    { key: 'shortName', title: 'Gọi tắt', words: ['ten tat', 'ten goi tat'], kind: 'text', width: 8, named: true },
    {
      key: 'households',
      title: 'Số hộ',
      words: ['ho', 'so ho dan'],
      kind: 'number',
      width: 6,
      align: 'right',
      named: true,
      check: whole,
    },
    {
      key: 'members',
      title: 'Số đảng viên',
      words: ['dang vien'],
      kind: 'number',
      width: 6,
      align: 'right',
      named: true,
      check: whole,
    },
    dayColumn(today, {
      key: 'validFrom',
      title: 'Từ ngày',
      words: ['ngay thanh lap', 'thanh lap ngay'],
      named: true,
      like: undefined,
    }),
    {
      key: 'source',
      title: 'Căn cứ',
      words: ['van ban', 'quyet dinh', 'nghi quyet'],
      kind: 'text',
      width: 12,
      named: true,
    },
  ];
  const save = async (rows: Cells[]) => {
    const ids = await create(
      rows.map((row) => ({
        id: '',
        tree,
        facts: {
          name: row.name ?? '',
          shortName: row.shortName ?? '',
          type: row.type ?? '',
          code: row.code ?? '',
          parentId: row.parentId ?? '',
          households: readWhole(row.households ?? '') ?? undefined,
          members: readWhole(row.members ?? '') ?? undefined,
          welfare: '',
        },
        validFrom: row.validFrom ?? '',
        validTo: '',
        source: row.source ?? '',
        note: '',
      })),
    );
    return { said: `Đã thêm ${showNumber(rows.length)} ${treeWords(tree).counted}.`, undo: () => takeBack(ids) };
  };
  return (
    <PasteSheet
      block={block}
      title={`Thêm ${treeWords(tree).one} từ khối dán`}
      one={treeWords(tree).counted}
      columns={columns}
      day={asOf}
      known={parent ? { [parent.id]: parent.label } : undefined}
      complete={complete}
      save={save}
      fieldOf={{ parent: 'parentId' }}
      onClose={onClose}
    />
  );
}
