import { linesOf } from '../../lib/papers';
import type { Go } from '../../api/client';
import type { Option } from '../../ui/inputs';
import type { FieldErrors } from '../../ui/useForm';
import type { Choice } from './queries';

/** By what right somebody signs (backend/document/signing.go); `body` is the label of what is signed for. */
export const AUTHORITIES: (Option<string> & { body: string; example: string })[] = [
  { value: 'truc_tiep', label: 'Ký trực tiếp', body: '', example: '' },
  { value: 'thay_mat', label: 'Thay mặt tập thể (T/M)', body: 'Thay mặt', example: 'BAN THƯỜNG VỤ' },
  { value: 'ky_thay', label: 'Ký thay người đứng đầu (K/T)', body: 'Ký thay', example: 'TRƯỞNG BAN' },
  { value: 'thua_lenh', label: 'Thừa lệnh (T/L)', body: 'Thừa lệnh', example: 'BAN THƯỜNG VỤ' },
  { value: 'quyen', label: 'Quyền (Q.)', body: '', example: '' },
  { value: 'kiem', label: 'Kiêm chức vụ trong ban không có con dấu', body: 'Kiêm', example: 'TRƯỞNG BAN CHỈ ĐẠO' },
  { value: 'thua_uy_quy', label: 'Thừa ủy quyền (TUQ)', body: 'Thừa ủy quyền', example: 'CHỦ TỊCH' },
];

/** A Party paper is never signed by mandate, and only Party papers write one post beside another. */
export const authoritiesOf = (form: string) =>
  AUTHORITIES.filter((each) => each.value !== (form === 'dang' ? 'thua_uy_quy' : 'kiem'));

export const none = { value: 'khong', label: 'Không ghi' };
const asWritten = (text: string) => ({ value: text, label: text });
export const URGENCIES: Option<string>[] = [none, ...['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'].map(asWritten)];
export const CIRCULATIONS: Option<string>[] = [
  none,
  ...[
    'TÀI LIỆU HỘI NGHỊ',
    'XONG HỘI NGHỊ TRẢ LẠI',
    'XEM XONG TRẢ LẠI',
    'LƯU HÀNH NỘI BỘ',
    'TÀI LIỆU THU HỒI',
    'KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG',
  ].map(asWritten),
];
/** What a paper may say of one that went out before (backend/papers/relations.go). */
export const RELATIONS: Option<string>[] = [
  none,
  { value: 'thay_the', label: 'Thay thế' },
  { value: 'bo_sung', label: 'Bổ sung' },
];
const said = (value: string) => (value === none.value ? '' : value);

export interface IssueValues {
  /** As typed; null as long as the proposed number is left as it is. */
  number: string | null;
  suffix: string;
  date: string;
  authority: string;
  body: string;
  position: string;
  name: string;
  recipients: string;
  urgency: string;
  circulation: string;
  typist: string;
  copies: number | null;
  note: string;
  /** Why marked text in the note is kept. */
  guardReason: string;
  /** It goes out before its period is over, with figures that are not final. */
  estimate: boolean;
  relation: string;
  /** Id of the paper the relation is to. */
  relatedId: string;
}

/** What the form starts with: the end of the paper as it stands now. */
export function issueValues(choice: Choice, proposal: Go.issuing.Proposal): IssueValues {
  const { signer } = proposal;
  return {
    number: null,
    suffix: '',
    date: proposal.day || choice.date,
    authority: signer.authority || 'truc_tiep',
    body: signer.body,
    position: signer.position,
    name: signer.name,
    recipients: proposal.recipients.join('\n'),
    urgency: choice.urgency || none.value,
    circulation: choice.circulation || none.value,
    typist: choice.typist,
    copies: choice.copies || null,
    note: '',
    guardReason: '',
    estimate: false,
    relation: none.value,
    relatedId: proposal.before[0]?.id ?? '',
  };
}

/** Party numbers below ten are written with a nought before them. */
export const showNo = (number: number) => (number > 0 ? String(number).padStart(2, '0') : '');

export function checkIssue(values: IssueValues): FieldErrors {
  const errors: FieldErrors = {};
  if (values.number !== null && !(Number(values.number.trim()) >= 1 && /^\d+$/.test(values.number.trim())))
    errors.number = 'Hãy ghi số bằng chữ số, từ 01 trở lên.';
  if (values.date === '') errors.date = 'Hãy ghi ngày ban hành.';
  return errors;
}

/** What is issued, before anything was asked. */
type Unasked = Omit<Go.issuing.IssueInput, 'accepted'>;

/** The call. What was left as proposed is not sent: the paper then takes its usual signer and recipients. */
export function issueInput(choice: Choice, proposal: Go.issuing.Proposal, values: IssueValues): Unasked {
  const signer = {
    authority: values.authority === 'truc_tiep' ? '' : values.authority,
    body: needsBody(values.authority) ? values.body : '',
    position: values.position,
    name: values.name,
    hint: proposal.signer.hint,
  };
  const before = proposal.signer;
  const changed =
    signer.authority !== before.authority ||
    signer.body !== before.body ||
    signer.position !== before.position ||
    signer.name !== before.name;
  const recipients = linesOf(values.recipients);
  const input: Choice = {
    ...choice,
    draft: false,
    date: values.date,
    number: values.number === null ? proposal.number : Number(values.number.trim()),
    recipients: recipients.join('\n') === proposal.recipients.join('\n') ? choice.recipients : recipients,
    urgency: said(values.urgency),
    circulation: said(values.circulation),
    typist: values.typist.trim(),
    copies: values.copies ?? 0,
  };
  if (changed) input.signAs = signer;
  if (values.estimate) input.estimate = true;
  if (said(values.relation) !== '') {
    input.relation = values.relation;
    input.relatedId = values.relatedId;
  }
  return { input, suffix: values.suffix.trim(), note: values.note.trim(), guardReason: values.guardReason };
}

export const needsBody = (authority: string) => AUTHORITIES.find((each) => each.value === authority)?.body !== '';

/** Go names the signature as a whole; the screen has a field for each part of it. */
export function signErrors<F extends { errors: FieldErrors }>(form: F): F {
  const { signer, signerName } = form.errors;
  if (signer === undefined && signerName === undefined) return form;
  return {
    ...form,
    errors: {
      ...form.errors,
      ...(signer === undefined ? {} : { authority: signer }),
      ...(signerName === undefined ? {} : { name: signerName }),
    },
  };
}
