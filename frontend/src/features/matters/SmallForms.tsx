import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import type { Picked } from '../../pickers/SearchPicker';
import { GuardedText } from '../../pickers/GuardedText';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { CheckInput, ChoiceInput, ChoiceRow, TextInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { officerErrors } from './ConveyForm';
import { BUTTONS } from './labels';
import { options } from './options';
import { chaserOf } from './papers';
import { ResponsiblePicker } from './ResponsiblePicker';
import { useVocabulary, type Done } from './queries';

type Paper = Parameters<typeof matters.Notice>[0];

const papers: Record<string, { title: string; call: (input: Paper) => Promise<Done>; said: string; must: boolean; text?: string }> = {
  NOTICE: { title: 'Thông báo tiếp nhận về địa bàn', call: matters.Notice, said: 'Đã ghi thông báo tiếp nhận.', must: false },
  ACKNOWLEDGE: { title: 'Cơ quan báo đã nhận', call: matters.Acknowledge, said: 'Đã ghi cơ quan báo nhận.', must: false },
  CHASE: { title: 'Công văn đôn đốc', call: matters.Chase, said: 'Đã ghi đôn đốc.', must: true },
  RETURN_REPLY: { title: 'Trả lại trả lời chung chung', call: matters.ReturnReply, said: 'Đã ghi việc trả lại; thời hạn vẫn tính.', must: true, text: 'Đề nghị nêu thêm' },
};

/** A step that is a paper: its number, its day. */
export function PaperForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today, can } = useDesk();
  const navigate = useNavigate();
  const kind = papers[event]!;
  return (
    <ActionDrawer event={event} rows={rows} onClose={onClose} title={kind.title} said={kind.said} saveLabel={BUTTONS[event]}
      initial={{ day: today, docNumber: '', text: '', guardReason: '' }}
      check={(v): Record<string, string> => (kind.must && !v.docNumber.trim() ? { docNumber: 'Hãy nhập số, ký hiệu văn bản.' } : {})}
      write={(v) => kind.call({ matterIds: idsOf(rows), docDate: '', ...v })}>
      {(form) => (
        <>
          <FieldRow>
            <Field form={form} name="docNumber" label="Số, ký hiệu văn bản" required={kind.must}>{(p) => <TextInput {...p} placeholder="231-CV/HU" />}</Field>
            <Field form={form} name="day" label="Ngày" required>{(p) => <DateField {...p} today={today} />}</Field>
          </FieldRow>
          {event === 'CHASE' && can('reports.Preview') && <div><Button onClick={() => void navigate(chaserOf(rows[0]!.bodyId, rows[0]!.body))}>Xem trang in công văn đôn đốc</Button></div>}
          {kind.text && <Field form={form} name="text" label={kind.text}>{(p) => <GuardedText {...p} rows={2} reason={form.values.guardReason} onReason={(code) => form.set('guardReason', code)} />}</Field>}
        </>
      )}
    </ActionDrawer>
  );
}

const days: Record<string, { title: string; call: (input: Parameters<typeof matters.Pause>[0]) => Promise<Done>; said: string; text: string; must: boolean }> = {
  PAUSE: { title: 'Tạm dừng chờ địa bàn bổ sung', call: matters.Pause, said: 'Đã tạm dừng thời hạn trả lời.', text: 'Địa bàn cần bổ sung gì', must: true },
  RESUME: { title: 'Tiếp tục tính hạn', call: matters.Resume, said: 'Thời hạn trả lời được tính tiếp.', text: 'Ghi chú', must: false },
  UNMERGE: { title: 'Tách khỏi ý kiến trùng', call: matters.Unmerge, said: 'Đã tách ra; số ý kiến của việc kia được trừ lại.', text: 'Ghi chú', must: false },
};

/** A step that is a day and a note. */
export function DayForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today } = useDesk();
  const kind = days[event]!;
  return (
    <ActionDrawer event={event} rows={rows} onClose={onClose} title={kind.title} said={kind.said} initial={{ day: today, text: '', guardReason: '' }}
      check={(v): Record<string, string> => (kind.must && !v.text.trim() ? { text: 'Hãy ghi địa bàn cần bổ sung gì.' } : {})} write={(v) => kind.call({ matterIds: idsOf(rows), ...v })}>
      {(form) => (
        <>
          <Field form={form} name="day" label="Từ ngày" required>{(p) => <DateField {...p} today={today} />}</Field>
          <Field form={form} name="text" label={kind.text} required={kind.must}>{(p) => <GuardedText {...p} rows={2} reason={form.values.guardReason} onReason={(code) => form.set('guardReason', code)} />}</Field>
        </>
      )}
    </ActionDrawer>
  );
}

const reasons: Record<string, { title: string; call: (input: Parameters<typeof matters.Close>[0]) => Promise<Done>; said: string }> = {
  CLOSE: { title: 'Kết thúc', call: matters.Close, said: 'Đã kết thúc.' },
  REOPEN: { title: 'Mở lại', call: matters.Reopen, said: 'Đã mở lại; lần kết thúc trước vẫn còn trong diễn biến.' },
  LEAVE_SCOPE: { title: 'Đưa ra khỏi phạm vi', call: matters.LeaveScope, said: 'Đã đưa ra khỏi phạm vi.' },
};

/** A step that needs a reason of the list. Closing what was told back needs none. */
export function ReasonForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const kind = reasons[event]!;
  const list = event === 'CLOSE' ? words?.closeReasons : event === 'REOPEN' ? words?.reopenReasons : words?.scopeReasons;
  const asked = event !== 'CLOSE' || rows.some((each) => each.state === 'REPLIED');
  return (
    <ActionDrawer event={event} rows={rows} onClose={onClose} title={kind.title} said={kind.said} saveLabel={kind.title} initial={{ day: today, reason: '', text: '', guardReason: '' }}
      check={(v): Record<string, string> => (asked && !v.reason ? { reason: 'Hãy chọn lý do.' } : {})} write={(v) => kind.call({ matterIds: idsOf(rows), ...v })}>
      {(form) => (
        <>
          {event === 'CLOSE' && asked && <p>Trong số này có kiến nghị chưa phản hồi về cơ sở. Chỉ kết thúc khi không xác định được nơi phản hồi.</p>}
          {asked && <Field form={form} name="reason" label="Lý do" required>{(p) => <ChoiceInput {...p} options={options(list)} />}</Field>}
          <Field form={form} name="day" label="Ngày" required>{(p) => <DateField {...p} today={today} />}</Field>
          <Field form={form} name="text" label="Ghi chú">{(p) => <GuardedText {...p} rows={2} reason={form.values.guardReason} onReason={(code) => form.set('guardReason', code)} />}</Field>
        </>
      )}
    </ActionDrawer>
  );
}

/** Explained where it was raised: by whom, with what result. */
export function OnSpotForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  return (
    <ActionDrawer event="ANSWER_ON_SPOT" rows={rows} onClose={onClose} title="Đã giải trình tại chỗ" said="Đã ghi giải trình tại chỗ."
      initial={{ officer: null as Picked | null, day: rows[0]?.receivedOn ?? today, outcome: 'EXPLAINED', text: '', guardReason: '' }}
      check={(v): Record<string, string> => (v.officer ? {} : { officer: 'Hãy chọn cán bộ đã giải trình tại chỗ.' })}
      write={({ officer, ...v }) => matters.AnswerOnSpot({ matterIds: idsOf(rows), officerId: officer?.id ?? '', ...v })}>
      {(form) => (
        <>
          <Field form={officerErrors(form)} name="officer" label="Ai giải trình" required>{(p) => <ResponsiblePicker {...p} placeId={rows.length === 1 ? rows[0]!.placeId : ''} day={form.values.day} />}</Field>
          <Field form={form} name="outcome" label="Kết quả">{(p) => <ChoiceRow {...p} options={options(words?.outcomes).filter((each) => each.value === 'EXPLAINED' || each.value === 'RESOLVED')} />}</Field>
          <Field form={form} name="day" label="Ngày" required>{(p) => <DateField {...p} today={today} />}</Field>
          <Field form={form} name="text" label="Nội dung giải trình">{(p) => <GuardedText {...p} rows={3} reason={form.values.guardReason} onReason={(code) => form.set('guardReason', code)} />}</Field>
        </>
      )}
    </ActionDrawer>
  );
}

/** The office answers itself. */
export function HandForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  return (
    <ActionDrawer event="TAKE_IN_HAND" rows={rows} onClose={onClose} title="Tự xử lý" said="Đã ghi tự xử lý." initial={{ day: today, dueOn: '' }} write={(v) => matters.TakeInHand({ matterIds: idsOf(rows), ...v })}>
      {(form) => (
        <FieldRow>
          <Field form={form} name="day" label="Từ ngày" required>{(p) => <DateField {...p} today={today} />}</Field>
          <Field form={form} name="dueOn" label="Hạn trả lời">{(p) => <DateField {...p} today={today} placeholder="theo thời hạn đã đặt" />}</Field>
        </FieldRow>
      )}
    </ActionDrawer>
  );
}

/** What became of a promised day. */
export function FollowUpForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const row = rows[0]!;
  return (
    <ActionDrawer event="FOLLOW_UP" rows={rows} onClose={onClose} title="Theo dõi lời hẹn" said="Đã ghi." initial={{ kept: false, day: today, promisedOn: '', text: '', guardReason: '' }}
      check={(v): Record<string, string> => (v.kept || v.promisedOn || v.text.trim() ? {} : { promisedOn: 'Hãy nhập ngày hẹn mới, hoặc ghi vì sao không còn hẹn.' })}
      write={(v) => matters.FollowUp({ matterId: row.id, ...v })}>
      {(form) => (
        <>
          <Field form={form} name="kept" label="Lời hẹn">{(p) => <CheckInput {...p} label="Cơ quan đã làm đúng như hẹn" />}</Field>
          <FieldRow>
            <Field form={form} name="day" label="Ngày ghi" required>{(p) => <DateField {...p} today={today} />}</Field>
            {!form.values.kept && <Field form={form} name="promisedOn" label="Hẹn lại đến ngày">{(p) => <DateField {...p} today={today} />}</Field>}
          </FieldRow>
          <Field form={form} name="text" label="Ghi chú">{(p) => <GuardedText {...p} rows={2} reason={form.values.guardReason} onReason={(code) => form.set('guardReason', code)} />}</Field>
        </>
      )}
    </ActionDrawer>
  );
}
