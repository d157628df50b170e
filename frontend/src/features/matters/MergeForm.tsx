import { matters } from '../../api/client';
import { DateField } from '../../pickers/DateField';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import type { InputProps } from '../../ui/Field';
import { ActionDrawer, idsOf, type ActionProps } from './ActionDrawer';
import { TextInput } from '../../ui/inputs';
import { brief } from './labels';
import type { Row } from './queries';

/** One matter, by words of its text or place, or by its number. */
export function MatterPicker({ without, ...input }: InputProps<Picked | null> & { without: string[] }) {
  const search = async (text: string) =>
    text.trim() === ''
      ? []
      : (await matters.Search(text))
          .filter((each: Row) => !without.includes(each.id))
          .slice(0, 20)
          .map((each: Row) => ({ id: each.id, name: `${each.no} · ${brief(each.summary, 60)}`, note: each.place }));
  return (
    <SearchPicker
      {...input}
      search={search}
      placeholder="Gõ số hoặc vài chữ của nội dung"
      nothing="Không có kiến nghị nào như vậy."
    />
  );
}

/** Duplicates go into one matter: voices are summed, nothing is deleted, and it can be taken back. */
export function MergeForm({ rows, onClose }: ActionProps) {
  const { today } = useDesk();
  const first = rows.length > 1 ? rows[0]! : null;
  return (
    <ActionDrawer
      event="MERGE"
      rows={rows}
      onClose={onClose}
      title="Nhập vào ý kiến trùng"
      said="Đã nhập; số ý kiến được cộng lại."
      saveLabel="Nhập"
      initial={{
        into: first && ({ id: first.id, name: `${first.no} · ${brief(first.summary, 60)}` } as Picked | null),
        day: today,
      }}
      check={(v): Record<string, string> => (v.into ? {} : { into: 'Hãy chọn kiến nghị để nhập vào.' })}
      write={(v) =>
        matters.Merge({
          intoId: v.into?.id ?? '',
          matterIds: idsOf(rows).filter((id) => id !== v.into?.id),
          day: v.day,
        })
      }
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="into"
            label="Nhập vào kiến nghị"
            required
            hint="Không việc nào bị xóa; số ý kiến được cộng vào việc này và có thể tách lại."
          >
            {(p) => <MatterPicker {...p} without={rows.length > 1 ? [] : idsOf(rows)} />}
          </Field>
          <Field form={form} name="day" label="Ngày" required>
            {(p) => <DateField {...p} today={today} />}
          </Field>
        </>
      )}
    </ActionDrawer>
  );
}

/** Takes the last step back, as a further step that says why. */
export function UndoForm({ rows, what, onClose }: ActionProps & { what: string }) {
  const row = rows[0]!;
  return (
    <ActionDrawer
      event="UNDO"
      rows={rows}
      onClose={onClose}
      title="Hủy bước trước"
      said="Đã hủy bước trước; cả hai vẫn còn trong diễn biến."
      saveLabel="Hủy bước này"
      initial={{ reason: '' }}
      check={(v): Record<string, string> => (v.reason.trim() ? {} : { reason: 'Hãy ghi lý do hủy bước trước.' })}
      write={(v) => matters.Undo({ matterId: row.id, reason: v.reason })}
    >
      {(form) => (
        <>
          <p>
            Bước bị hủy: <strong>{what}</strong>.
          </p>
          <Field form={form} name="reason" label="Lý do" required>
            {(p) => <TextInput {...p} placeholder="ví dụ: nhầm số công văn" />}
          </Field>
        </>
      )}
    </ActionDrawer>
  );
}
