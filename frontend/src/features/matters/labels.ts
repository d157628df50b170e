import { showWithWeekday, show } from '../../lib/dates';
import type { Tone } from '../../ui/StatusTag';
import type { Row } from './queries';

/** What a person can do with a matter: its event in Go, and which call does it. */
export const CALLS: Record<string, string> = {
  EDIT: 'Edit',
  SPLIT: 'Split',
  ANSWER_ON_SPOT: 'AnswerOnSpot',
  TAKE_IN_HAND: 'TakeInHand',
  REFER: 'Refer',
  ACKNOWLEDGE: 'Acknowledge',
  NOTICE: 'Notice',
  CHASE: 'Chase',
  REPLY: 'Reply',
  RETURN_REPLY: 'ReturnReply',
  PAUSE: 'Pause',
  RESUME: 'Resume',
  CONVEY: 'Convey',
  FOLLOW_UP: 'FollowUp',
  RECHECK: 'Recheck',
  CLOSE: 'Close',
  REOPEN: 'Reopen',
  MERGE: 'Merge',
  UNMERGE: 'Unmerge',
  LEAVE_SCOPE: 'LeaveScope',
};

/** What is done to several matters at once; the rest is done on the page of one. */
export const FOR_MANY = [
  'REFER',
  'NOTICE',
  'CHASE',
  'REPLY',
  'CONVEY',
  'RECHECK',
  'CLOSE',
  'TAKE_IN_HAND',
  'ACKNOWLEDGE',
  'ANSWER_ON_SPOT',
  'RETURN_REPLY',
  'PAUSE',
  'RESUME',
  'REOPEN',
  'MERGE',
  'LEAVE_SCOPE',
];

/** The words on buttons: short, the verb first. */
export const BUTTONS: Record<string, string> = {
  EDIT: 'Sửa',
  SPLIT: 'Tách',
  ANSWER_ON_SPOT: 'Đã giải trình tại chỗ',
  TAKE_IN_HAND: 'Tự xử lý',
  REFER: 'Chuyển cơ quan',
  ACKNOWLEDGE: 'Cơ quan đã nhận',
  NOTICE: 'Thông báo tiếp nhận',
  CHASE: 'Đôn đốc',
  REPLY: 'Ghi trả lời',
  RETURN_REPLY: 'Trả lại, đề nghị nêu cụ thể',
  PAUSE: 'Tạm dừng chờ bổ sung',
  RESUME: 'Tiếp tục tính hạn',
  CONVEY: 'Phản hồi về cơ sở',
  FOLLOW_UP: 'Theo dõi lời hẹn',
  RECHECK: 'Xem lại tại cơ sở',
  CLOSE: 'Kết thúc',
  REOPEN: 'Mở lại',
  MERGE: 'Nhập vào ý kiến trùng',
  UNMERGE: 'Tách khỏi ý kiến trùng',
  LEAVE_SCOPE: 'Đưa ra khỏi phạm vi',
};

/** What can be done with every one of the matters, the events the person may call only. */
export function possible(rows: Row[], can: (action: string) => boolean): string[] {
  return Object.keys(CALLS).filter(
    (event) => rows.length > 0 && can(`matters.${CALLS[event]}`) && rows.every((row) => fits(row, event)),
  );
}

/** Go's table of the life says what may follow; here only what it would refuse for certain is left out too. */
function fits(row: Row, event: string): boolean {
  if (!row.allowed.includes(event)) return false;
  switch (event) {
    case 'NOTICE':
      return row.noticedOn === '';
    case 'ACKNOWLEDGE':
      return row.acknowledgedOn === '';
    case 'RESUME':
      return row.pausedSince !== '';
    case 'PAUSE':
      return row.pausedSince === '' && !row.late;
    case 'RETURN_REPLY':
      return row.vague;
    case 'REPLY':
      return row.pausedSince === '';
    case 'RECHECK':
      return row.outcome === 'RESOLVED' && row.recheckedOn === '';
    case 'FOLLOW_UP':
      return row.promisedOn !== '';
    case 'REFER':
      return row.state !== 'REPLIED' || row.outcome === 'OUT_OF_COMPETENCE' || row.outcome === 'TRANSFERRED_ON';
    case 'CLOSE':
      return row.state !== 'REPLIED' || !row.outcome.startsWith('OUT_');
    default:
      return true;
  }
}

const order = ['RESUME', 'RETURN_REPLY', 'REFER', 'REPLY', 'CONVEY', 'CLOSE', 'FOLLOW_UP', 'RECHECK', 'UNMERGE'];

/** The one next step of a matter: what its primary button does. '' when nothing is left to do. */
export function nextStep(row: Row, events: string[]): string {
  if (row.state === 'REFERRED' && row.late && !row.vague && row.pausedSince === '' && events.includes('CHASE'))
    return 'CHASE';
  if (row.state === 'CONVEYED' && events.includes('CLOSE')) return 'CLOSE';
  if (row.state === 'REFERRED') return ['RESUME', 'RETURN_REPLY', 'REPLY'].find((each) => events.includes(each)) ?? '';
  return order.find((each) => events.includes(each)) ?? '';
}

const usual = [
  'REPLY',
  'NOTICE',
  'CHASE',
  'FOLLOW_UP',
  'RECHECK',
  'ANSWER_ON_SPOT',
  'TAKE_IN_HAND',
  'CONVEY',
  'REFER',
  'CLOSE',
];

/** The steps in the order a person looks for them: the next one, the usual ones, the rare ones. */
export function ranked(events: string[], next: string): string[] {
  const place = (event: string) => (event === next ? -1 : usual.includes(event) ? usual.indexOf(event) : usual.length);
  return [...events].sort((a, b) => place(a) - place(b));
}

/** Colour and icon of a state; its word comes from Go. */
export function toneOf(row: Row): Tone {
  if (row.late || row.urgentLate) return 'bad';
  switch (row.state) {
    case 'CLOSED':
    case 'CONVEYED':
    case 'ANSWERED_ON_SPOT':
      return 'good';
    case 'REPLIED':
    case 'REOPENED':
      return 'warn';
    case 'MERGED_INTO':
    case 'OUT_OF_SCOPE':
      return 'none';
    default:
      return 'info';
  }
}

/** Colour of the running clock: late, nearly, in time. */
export function clockTone(row: Row): Tone {
  if (row.late) return 'bad';
  if (row.remaining === '' || row.due === '') return 'none';
  return /hôm nay|Còn [1-3] ngày/.test(row.remaining) ? 'warn' : 'info';
}

/** "số 12/2026, 15/2026 và 3 kiến nghị nữa". */
export function numbers(rows: Row[]): string {
  const shown = rows
    .slice(0, 8)
    .map((each) => each.no)
    .join(', ');
  return rows.length > 8 ? `số ${shown} và ${rows.length - 8} kiến nghị nữa` : `số ${shown}`;
}

export const dayWords = (day: string) => (day === '' ? '' : showWithWeekday(day));
export const plainDay = (day: string) => show(day);

/** A text cut for a heading, at a word. */
export function brief(text: string, letters = 90): string {
  const line = text.split('\n')[0] ?? '';
  if ([...line].length <= letters) return line;
  const cut = [...line].slice(0, letters).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
}
