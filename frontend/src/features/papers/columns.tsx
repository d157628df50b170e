import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { reprinted } from '../../lib/papers';
import { fold, NONE } from '../../lib/text';
import type { Issued } from '../../pickers/useSealed';
import { Second } from '../../ui/Second';
import type { Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';
import { formWord } from './labels';

/** "Báo cáo về công tác tháng 9"; a subject that names its type itself, or stands as a title of its own, is left so. */
export function titleOf({ typeName, subject }: Issued): string {
  if (typeName === '' || fold(subject).startsWith(fold(typeName))) return subject;
  return `${typeName}${/^\p{Lu}/u.test(subject) ? ': ' : ' '}${subject}`;
}

/** "Thay thế 12-BC/HU, ngày 05/02/2026"; seen from the other paper "Được thay thế bởi …". */
export const relatedWord = ({ word, symbol, day }: Go.papers.Related) => `${word} ${symbol}, ngày ${show(day)}`;

const about = (p: Issued) =>
  [
    p.origin === 'ngoai' ? 'ngoài chương trình' : '',
    p.estimate === true ? 'số liệu ước' : '',
    ...(p.related ?? []).map(relatedWord),
    reprinted(p.reprints),
    p.signedAt !== '' ? 'đã ký số' : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** The columns of the register. */
export const columns: Column<Issued>[] = [
  {
    key: 'symbol',
    title: 'Số, ký hiệu',
    kind: 'symbol',
    render: (p) => (
      <>
        <strong>{p.symbol}</strong>
        {p.cancelledAt !== '' && (
          <>
            {' '}
            <StatusTag tone="bad">Đã hủy</StatusTag>
          </>
        )}
      </>
    ),
    sortBy: (p) => `${p.series} ${String(p.number).padStart(6, '0')}${p.suffix}`,
  },
  { key: 'day', title: 'Ngày', kind: 'day', render: (p) => show(p.day), sortBy: (p) => p.day },
  {
    key: 'subject',
    title: 'Trích yếu',
    kind: 'text',
    width: 26,
    render: (p) => (
      <>
        {titleOf(p)}
        {about(p) !== '' && <Second>{about(p)}</Second>}
      </>
    ),
    sortBy: (p) => p.subject,
  },
  {
    key: 'issuer',
    title: 'Cơ quan ban hành',
    kind: 'name',
    width: 11,
    render: (p) => p.issuer,
    sortBy: (p) => p.issuer,
  },
  {
    key: 'signer',
    title: 'Người ký',
    kind: 'name',
    width: 10,
    render: (p) => p.signer || NONE,
    sortBy: (p) => p.signer,
  },
  {
    key: 'to',
    title: 'Nơi nhận',
    kind: 'text',
    width: 10,
    render: (p) => (p.recipients.length > 0 ? p.recipients.join('; ') : NONE),
  },
  { key: 'copies', title: 'Số bản', kind: 'number', render: (p) => (p.copies > 0 ? p.copies : '') },
];

/** The register as a sheet, in the columns of "sổ đăng ký văn bản đi". */
export const sheet: { title: string; text: (p: Issued) => string | number; free?: boolean }[] = [
  { title: 'Số, ký hiệu', text: (p) => p.symbol },
  { title: 'Ngày', text: (p) => show(p.day) },
  { title: 'Thể thức', text: (p) => formWord(p.form) },
  { title: 'Loại', text: (p) => p.typeName },
  { title: 'Trích yếu', free: true, text: (p) => p.subject },
  { title: 'Cơ quan ban hành', text: (p) => p.issuer },
  { title: 'Người ký', text: (p) => p.signer },
  { title: 'Nơi nhận', free: true, text: (p) => p.recipients.join('; ') },
  { title: 'Số bản', text: (p) => p.copies || '' },
  { title: 'Số trang', text: (p) => p.pages || '' },
  {
    title: 'Ghi chú',
    free: true,
    text: (p) =>
      [p.note, ...(p.related ?? []).map(relatedWord), p.cancelledAt !== '' ? `đã hủy: ${p.cancelReason}` : '']
        .filter(Boolean)
        .join('; '),
  },
];
