import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { useDesk } from '../../ui/desk';
import { Field, FieldRow } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { BUTTONS } from './labels';
import { chaserOf } from './papers';
import { useNextNumber, type ActionResult } from './queries';
import { StepText } from './StepText';

type Paper = Parameters<typeof matters.Notice>[0];

const papers: Record<
  string,
  { title: string; call: (input: Paper) => Promise<ActionResult>; said: string; must: boolean; text?: string }
> = {
  NOTICE: {
    title: 'Thông báo tiếp nhận về địa bàn',
    call: matters.Notice,
    said: 'Đã ghi thông báo tiếp nhận.',
    must: false,
  },
  ACKNOWLEDGE: {
    title: 'Cơ quan báo đã nhận',
    call: matters.Acknowledge,
    said: 'Đã ghi cơ quan báo nhận.',
    must: false,
  },
  CHASE: { title: 'Công văn đôn đốc', call: matters.Chase, said: 'Đã ghi đôn đốc.', must: true },
  RETURN_REPLY: {
    title: 'Trả lại trả lời chung chung',
    call: matters.ReturnReply,
    said: 'Đã ghi việc trả lại; thời hạn vẫn tính.',
    must: true,
    text: 'Đề nghị nêu thêm',
  },
};

/** A step that is a paper: its number, its day. */
export function PaperForm({ event, rows, onClose }: ActionProps & { event: string }) {
  const { today, can } = useDesk();
  const navigate = useNavigate();
  const kind = papers[event]!;
  // A notice often goes out without a number, and the paper of another body bears its own.
  const next = useNextNumber(kind.must ? event : '');
  return (
    <ActionDrawer
      event={event}
      rows={rows}
      onClose={onClose}
      title={kind.title}
      said={kind.said}
      saveLabel={BUTTONS[event]}
      initial={{ day: today, docNumber: null as string | null, text: '', guardReason: '' }}
      check={(v): Record<string, string> =>
        kind.must && !(v.docNumber ?? next).trim() ? { docNumber: 'Hãy nhập số, ký hiệu văn bản.' } : {}
      }
      write={(v, accepted) =>
        kind.call({ matterIds: idsOf(rows), docDate: '', ...v, docNumber: v.docNumber ?? next, accepted })
      }
    >
      {(form) => (
        <>
          <FieldRow>
            <Field form={form} name="docNumber" label="Số, ký hiệu văn bản" required={kind.must}>
              {(p) => <TextInput {...p} value={p.value ?? next} placeholder="ví dụ: 231-CV/HU" />}
            </Field>
            <Field form={form} name="day" label="Ngày" required>
              {(p) => <DateField {...p} today={today} />}
            </Field>
          </FieldRow>
          {event === 'CHASE' && can('reports.Preview') && (
            <div>
              <Button onClick={() => void navigate(chaserOf(rows[0]!.bodyId, rows[0]!.body))}>
                Xem trang in công văn đôn đốc
              </Button>
            </div>
          )}
          {kind.text && <StepText form={form} label={kind.text} />}
        </>
      )}
    </ActionDrawer>
  );
}
