import { Button } from 'antd';
import { DateField } from '../../pickers/DateField';
import { GuardedText } from '../../pickers/GuardedText';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { useSaveOfficeText, type Sentence } from './officeWordsQueries';
import type { Choice } from './queries';

interface Props {
  choice: Choice;
  sentence: Sentence;
  /** back tells that the program's words were taken again. */
  onSaved: (back: boolean) => void;
  onClose: () => void;
}

/** The office's own words for one sentence of a kind of paper, from a day on. */
export function OfficeWordsForm({ choice, sentence, onSaved, onClose }: Props) {
  const { today } = useDesk();
  const store = useSaveOfficeText(choice, sentence);
  const form = useForm({
    draftKey: `reports.officeWords.${choice.report}.${choice.form}.${sentence.place}`,
    initial: { text: sentence.text || sentence.auto, validFrom: today, guardReason: '' },
    check: (v): FieldErrors => ({
      ...(v.text.trim() === '' ? { text: 'Câu này chưa có chữ. Hãy viết, hoặc bấm “Về nguyên bản”.' } : {}),
      ...(v.validFrom === '' ? { validFrom: 'Hãy ghi ngày bắt đầu dùng câu này.' } : {}),
    }),
    save: (v) => store.mutateAsync({ ...v, text: v.text.trim() === sentence.auto ? '' : v.text }),
  });
  const put = (text: string) => form.set('text', text);
  return (
    <FormDrawer
      title={sentence.list ? 'Sửa danh sách' : 'Sửa câu'}
      form={form}
      wide
      onClose={onClose}
      onSaved={() => onSaved(form.values.text.trim() === sentence.auto)}
    >
      <Field
        form={form}
        name="text"
        label="Câu của cơ quan"
        hint={sentence.list ? 'Mỗi dòng một mục, không ghi gạch đầu dòng.' : 'Số liệu đứng giữa hai dấu { và }.'}
        required
      >
        {(p) => (
          <GuardedText
            phrases="van_ban"
            {...p}
            rows={4}
            reason={form.values.guardReason}
            onReason={(code) => form.set('guardReason', code)}
          />
        )}
      </Field>
      <Field form={form} name="validFrom" label="Dùng cho văn bản từ ngày" required>
        {(p) => <DateField {...p} today={today} />}
      </Field>
      <section className="cn-stack-tight" aria-label="Tên dùng được trong câu">
        <p className="cn-soft cn-small">Tên dùng được trong câu, bấm để thêm vào cuối:</p>
        <ul className="cn-wording-fields">
          {sentence.names.map((each) => (
            <li key={each.name}>
              <button type="button" data-stop onClick={() => put(`${form.values.text.trimEnd()} {${each.name}}`)}>
                {each.name}
                <strong>{each.text}</strong>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="cn-stack-tight" aria-label="Câu gốc và các bản">
        <div className="cn-row">
          <span className="cn-soft cn-small cn-grow">Câu gốc của chương trình</span>
          <Button onClick={() => put(sentence.auto)}>Về nguyên bản</Button>
        </div>
        <p className="cn-wording-live">{sentence.auto}</p>
        {sentence.versions.toReversed().map((each) => (
          <div key={each.seq}>
            <div className="cn-row">
              <span className="cn-soft cn-small cn-grow">
                {each.text === '' ? 'Trở lại câu gốc' : 'Câu của cơ quan'} từ ngày {show(each.validFrom)},{' '}
                {each.userName}
              </span>
              {each.text !== '' && <Button onClick={() => put(each.text)}>Lấy lại bản này</Button>}
            </div>
            {each.text !== '' && <p className="cn-wording-live">{each.text}</p>}
          </div>
        ))}
      </section>
    </FormDrawer>
  );
}
