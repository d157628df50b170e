import type { InputProps } from '../ui/Field';
import { ChoiceInput } from '../ui/inputs';
import { useGuardWords } from './guard';

/** Why text that looks like a person's data is kept all the same; shown once Go has asked for it. */
export function GuardReason({ value, onChange, ...input }: InputProps<string>) {
  const reasons = useGuardWords()?.guardReasons ?? [];
  return (
    <ChoiceInput
      {...input}
      value={value === '' ? 'NONE' : value}
      onChange={(code) => onChange(code === 'NONE' ? '' : code)}
      options={[
        { value: 'NONE', label: 'không giữ, sẽ viết lại' },
        ...reasons.map((each) => ({ value: each.code, label: each.word })),
      ]}
    />
  );
}
