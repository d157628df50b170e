import { phrases } from '../../api/client';
import { GuardedText } from '../../pickers/GuardedText';
import { Field } from '../../ui/Field';
import { FormDrawer } from '../../ui/FormDrawer';
import { ChoiceInput } from '../../ui/inputs';
import { PhraseHost } from '../../ui/phrases';
import { useForm, type FieldErrors } from '../../ui/useForm';
import { useKinds, useWrite, type Phrase } from './queries';

/** "Mọi ô" has the empty code, which a choice reads as not chosen. */
const EVERY = 'MOI';

interface Props {
  phrase: Pick<Phrase, 'id' | 'kind' | 'text'>;
  onSaved: () => void;
  onClose: () => void;
}

/** Adds a phrase, or corrects one. */
export function PhraseForm({ phrase, onSaved, onClose }: Props) {
  const kinds = useKinds().data ?? [];
  const save = useWrite(phrases.Save);
  const form = useForm({
    draftKey: `phrases.${phrase.id || 'new'}`,
    initial: { text: phrase.text, kind: phrase.kind || EVERY, guardReason: '' },
    check: (v): FieldErrors => (v.text.trim() === '' ? { text: 'Hãy nhập câu mẫu.' } : {}),
    save: (v) => save.mutateAsync({ ...v, id: phrase.id, kind: v.kind === EVERY ? '' : v.kind }),
  });
  return (
    // A phrase is not written with phrases.
    <PhraseHost value={null}>
      <FormDrawer
        title={phrase.id === '' ? 'Thêm câu mẫu' : 'Sửa câu mẫu'}
        form={form}
        onClose={onClose}
        onSaved={onSaved}
      >
        <Field form={form} name="text" label="Câu mẫu" required>
          {(p) => (
            <GuardedText
              {...p}
              rows={4}
              reason={form.values.guardReason}
              onReason={(code) => form.set('guardReason', code)}
            />
          )}
        </Field>
        <Field form={form} name="kind" label="Hiện trước ở" hint="Ở các ô khác câu này vẫn có, đứng sau.">
          {(p) => (
            <ChoiceInput {...p} options={kinds.map((each) => ({ value: each.code || EVERY, label: each.word }))} />
          )}
        </Field>
      </FormDrawer>
    </PhraseHost>
  );
}
