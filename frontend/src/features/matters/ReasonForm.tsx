import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { ChoiceInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { options } from './options';
import { useVocabulary, type ActionResult } from './queries';
import { StepText } from './StepText';

const reasons: Record<
  string,
  { title: string; call: (input: Parameters<typeof matters.Close>[0]) => Promise<ActionResult>; said: string }
> = {
  CLOSE: { title: 'Kết thúc kiến nghị', call: matters.Close, said: 'Đã kết thúc.' },
  REOPEN: {
    title: 'Mở lại kiến nghị',
    call: matters.Reopen,
    said: 'Đã mở lại; lần kết thúc trước vẫn còn trong diễn biến.',
  },
  LEAVE_SCOPE: { title: 'Đưa ra khỏi phạm vi', call: matters.LeaveScope, said: 'Đã đưa ra khỏi phạm vi.' },
};

/** A step that needs a reason of the list. Closing what was told back needs none. */
export function ReasonForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today } = useDesk();
  const words = useVocabulary().data;
  const kind = reasons[event]!;
  const list =
    event === 'CLOSE' ? words?.closeReasons : event === 'REOPEN' ? words?.reopenReasons : words?.scopeReasons;
  const asked = event !== 'CLOSE' || rows.some((each) => each.state === 'REPLIED');
  return (
    <ActionDrawer
      event={event}
      rows={rows}
      onClose={onClose}
      title={kind.title}
      said={kind.said}
      saveLabel={kind.title}
      initial={{ day: today, reason: '', text: '', guardReason: '' }}
      check={(v): Record<string, string> => (asked && !v.reason ? { reason: 'Hãy chọn lý do.' } : {})}
      write={(v) => kind.call({ matterIds: idsOf(rows), ...v })}
    >
      {(form) => (
        <>
          {event === 'CLOSE' && asked && (
            <p>Trong số này có kiến nghị chưa phản hồi về cơ sở. Chỉ kết thúc khi không xác định được nơi phản hồi.</p>
          )}
          {asked && (
            <Field form={form} name="reason" label="Lý do" required>
              {(p) => <ChoiceInput {...p} options={options(list)} />}
            </Field>
          )}
          <Field form={form} name="day" label="Ngày" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
          <StepText form={form} label="Ghi chú" />
        </>
      )}
    </ActionDrawer>
  );
}
