import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { type ActionResult } from './queries';
import { StepText } from './StepText';

const days: Record<
  string,
  {
    title: string;
    call: (input: Parameters<typeof matters.Pause>[0]) => Promise<ActionResult>;
    said: string;
    text: string;
    must: boolean;
  }
> = {
  PAUSE: {
    title: 'Tạm dừng chờ địa bàn bổ sung',
    call: matters.Pause,
    said: 'Đã tạm dừng thời hạn trả lời.',
    text: 'Địa bàn cần bổ sung gì',
    must: true,
  },
  RESUME: {
    title: 'Tiếp tục tính hạn',
    call: matters.Resume,
    said: 'Thời hạn trả lời được tính tiếp.',
    text: 'Ghi chú',
    must: false,
  },
  UNMERGE: {
    title: 'Tách khỏi ý kiến trùng',
    call: matters.Unmerge,
    said: 'Đã tách ra; số ý kiến của việc kia được trừ lại.',
    text: 'Ghi chú',
    must: false,
  },
};

/** A step that is a day and a note. */
export function DayForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today } = useDesk();
  const kind = days[event]!;
  return (
    <ActionDrawer
      event={event}
      rows={rows}
      onClose={onClose}
      title={kind.title}
      said={kind.said}
      initial={{ day: today, text: '', guardReason: '' }}
      check={(v): Record<string, string> =>
        kind.must && !v.text.trim() ? { text: 'Hãy ghi địa bàn cần bổ sung gì.' } : {}
      }
      write={(v) => kind.call({ matterIds: idsOf(rows), ...v })}
    >
      {(form) => (
        <>
          <Field form={form} name="day" label="Từ ngày" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
          <StepText form={form} label={kind.text} required={kind.must} />
        </>
      )}
    </ActionDrawer>
  );
}
