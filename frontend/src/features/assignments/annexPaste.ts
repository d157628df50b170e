import { nfc, showNumber } from '../../lib/text';
import type { Asked } from '../../pickers/matches';
import type { Meant } from '../../ui/candidates';
import { readPaste, type PasteColumn } from '../../ui/pasted';
import { changeRow } from '../../ui/rows';
import { isBlank, rowAfter, type AnnexRow } from './annexRows';
import { askedOf, meantHere, takeMeant, unclearFields, wordFields, type Known, type WordField } from './annexWords';

const role = /^(chính|phụ|phối hợp|hỗ trợ|phụ trách chính|x)$/i;
const day = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

/** What a block from a sheet can fill in a line of the annex, in the order they stand. */
export const pasted: PasteColumn[] = [
  {
    key: 'officer',
    title: 'Cán bộ',
    words: ['ho va ten', 'ho ten', 'ten can bo', 'ho va ten can bo', 'dong chi', 'nguoi phu trach', 'can bo phu trach'],
  },
  {
    key: 'target',
    title: 'Đơn vị',
    words: [
      'dia ban',
      'noi phu trach',
      'dia ban phu trach',
      'don vi phu trach',
      'chi bo',
      'ap',
      'ap khu pho',
      'to',
      'noi',
    ],
  },
  { key: 'duty', title: 'Nhiệm vụ', words: ['nhiem vu ghi chu', 'ghi chu', 'noi dung', 'nhiem vu duoc giao'] },
  { key: 'from', title: 'Từ ngày', words: ['ngay bat dau', 'tu', 'thoi gian'], like: (text) => day.test(text) },
  { key: 'primary', title: 'Vai', words: ['vai tro', 'chinh', 'chinh phu'], like: (text) => role.test(nfc(text)) },
  { key: 'kindId', title: 'Hình thức', words: ['hinh thuc phan cong'], named: true },
  { key: 'post', title: 'Chức vụ', words: ['chuc danh', 'chuc vu cong tac'], named: true },
  {
    key: 'above',
    title: 'Thuộc',
    words: ['xa', 'xa phuong', 'xa phuong thi tran', 'thuoc xa', 'cap tren'],
    named: true,
  },
];

interface Context extends Known {
  action: string;
  match: (words: Asked[]) => Promise<Meant[]>;
}

const isWord = (key: string): key is WordField => (wordFields as readonly string[]).includes(key);

/**
 * Puts a block into the lines from one on, opening lines as needed. A word that means nothing for certain stays in its cell.
 * Gives the lines and what is to be said of the paste.
 */
export async function pasteBlock(
  block: string[][],
  rows: AnnexRow[],
  at: number,
  first: string,
  context: Context,
): Promise<{ rows: AnnexRow[]; said: string }> {
  const read = readPaste(block, pasted, first);
  const out = [...rows];
  let over = 0;
  read.rows.forEach(({ cells }, down) => {
    const index = at + down;
    const there = out[index]?.act === 'giao' ? out[index] : undefined;
    const before = there ?? rowAfter(out[index - 1] ?? out.at(-1), context.action, context.kinds[0]?.id ?? '');
    if (there && !isBlank(there)) over++;
    const row = changeRow(before, { ...pastedPart(before, cells), act: 'giao' });
    if (there) out[index] = row;
    else out.splice(index, 0, row);
  });
  const end = at + read.rows.length;
  // What a line is for decides what its place may be: the kind is taken first.
  for (let index = at; index < end; index++) out[index] = settleHere(out[index]!, ['kindId'], context);
  const asks = out.slice(at, end).flatMap((row, down) =>
    unclearFields(row).flatMap((field) => {
      const asked = askedOf(row, field, context);
      return asked ? [{ index: at + down, field, asked }] : [];
    }),
  );
  const answers = await context.match(asks.map((each) => each.asked));
  asks.forEach(({ index, field }, nth) => {
    const answer = answers[nth];
    if (answer?.sure) out[index] = changeRow(out[index]!, takeMeant(out[index]!, field, answer.found[0]!, context));
  });
  for (let index = at; index < end; index++) out[index] = settleHere(out[index]!, wordFields, context);
  const clear = out.slice(at, end).filter((row) => unclearFields(row).length === 0).length;
  const said = [
    `Đã dán ${showNumber(read.rows.length)} dòng × ${read.columns.filter(Boolean).length} cột: ${showNumber(clear)} dòng khớp.`,
    ...(over > 0 ? [`${showNumber(over)} dòng đã có được ghi đè.`] : []),
    ...read.said,
  ];
  return { rows: out, said: said.join(' ') };
}

/** The cells of a pasted line, as words until it is known what they mean. */
function pastedPart(before: AnnexRow, cells: Record<string, string>): Partial<AnnexRow> {
  const words = { ...before.words };
  const part: Partial<AnnexRow> = {};
  for (const [key, text] of Object.entries(cells)) {
    if (key === 'duty') part.duty = text;
    else if (isWord(key) || key === 'post' || key === 'above') words[key] = text;
    if (key === 'officer') Object.assign(part, { officer: null, teamId: '' });
    if (key === 'target') part.target = null;
  }
  return { ...part, words };
}

/** Takes what the page itself knows for certain. */
function settleHere(row: AnnexRow, fields: readonly WordField[], known: Known): AnnexRow {
  let out = row;
  for (const field of fields) {
    if (!out.words?.[field] || askedOf(out, field, known)) continue;
    const meant = meantHere(out, field, known);
    if (meant.sure) out = changeRow(out, takeMeant(out, field, meant.found[0]!, known));
  }
  return out;
}
