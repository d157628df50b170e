import { show } from '../../lib/dates';
import { reprinted } from '../../lib/papers';
import { fold, NONE } from '../../lib/text';
import type { Issued } from '../../pickers/useSealed';
import type { Column } from '../../ui/DataTable';
import { StatusTag } from '../../ui/StatusTag';
import { formWord } from './labels';

/** "Báo cáo về công tác tháng 9"; a subject that names its type itself, or stands as a title of its own, is left so. */
export function titleOf({ typeName, subject }: Issued): string {
  if (typeName === '' || fold(subject).startsWith(fold(typeName))) return subject;
  return `${typeName}${/^\p{Lu}/u.test(subject) ? ': ' : ' '}${subject}`;
}

const subject = (p: Issued) => (
  <>
    <span className="cn-clip">{titleOf(p)}</span>
    <div className="cn-soft cn-small">
      {[p.issuer, p.origin === 'ngoai' ? 'ngoài chương trình' : '', reprinted(p.reprints)].filter(Boolean).join(' · ')}
    </div>
  </>
);
const cancelled = (p: Issued) =>
  p.cancelledAt !== '' && (
    <div>
      <StatusTag tone="bad">Đã hủy</StatusTag>
    </div>
  );

/** The columns of the register; where there is no room, day and signer stand under the number. */
export function columnsOf(narrow: boolean): Column<Issued>[] {
  if (narrow) {
    return [
      {
        key: 'symbol',
        title: 'Số, ký hiệu',
        width: 9,
        render: (p) => (
          <>
            <strong className="cn-nowrap">{p.symbol}</strong>
            <div className="cn-soft cn-small">{show(p.day)}</div>
            {cancelled(p)}
          </>
        ),
      },
      {
        key: 'subject',
        title: 'Trích yếu',
        render: (p) => (
          <>
            {subject(p)}
            <div className="cn-soft cn-small">{p.signer}</div>
          </>
        ),
      },
    ];
  }
  return [
    {
      key: 'symbol',
      title: 'Số, ký hiệu',
      width: 9,
      render: (p) => (
        <>
          <strong className="cn-nowrap">{p.symbol}</strong>
          {cancelled(p)}
        </>
      ),
      sortBy: (p) => `${p.series} ${String(p.number).padStart(6, '0')}${p.suffix}`,
    },
    {
      key: 'day',
      title: 'Ngày',
      width: 7.5,
      render: (p) => <span className="cn-nowrap">{show(p.day)}</span>,
      sortBy: (p) => p.day,
    },
    { key: 'subject', title: 'Trích yếu, cơ quan ban hành', render: subject, sortBy: (p) => p.subject },
    { key: 'signer', title: 'Người ký', width: 12, render: (p) => p.signer || NONE, sortBy: (p) => p.signer },
    {
      key: 'to',
      title: 'Nơi nhận',
      width: 13,
      render: (p) => (p.recipients.length > 0 ? <span className="cn-clip">{p.recipients.join('; ')}</span> : NONE),
    },
    { key: 'copies', title: 'Số bản', width: 5.5, align: 'right', render: (p) => (p.copies > 0 ? p.copies : '') },
  ];
}

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
    text: (p) => [p.note, p.cancelledAt !== '' ? `đã hủy: ${p.cancelReason}` : ''].filter(Boolean).join('; '),
  },
];
