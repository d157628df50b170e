import type { InputHTMLAttributes } from 'react';
import type { InputProps } from './Field';

type Given = Pick<InputProps<unknown>, 'id' | 'invalid' | 'describedBy' | 'disabled' | 'ariaLabel'>;

interface Props extends Given, Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'size' | 'title' | 'value'> {
  /** Of a list that is fixed, or of names that are searched. */
  kind: 'choice' | 'name';
  listId: string;
  open: boolean;
  /** Place of the marked line in the open list; undefined where there is none. */
  active: number | undefined;
  onText: (text: string) => void;
  onKeyDown: React.KeyboardEventHandler;
  onMouseDown?: () => void;
  onBlur: () => void;
}

/** The field of a combobox. Its list, and what its letters mean, are its owner's. */
export function ComboInput({ kind, listId, open, active, ariaLabel, invalid, describedBy, onText, ...rest }: Props) {
  return (
    <input
      {...rest}
      className="cn-input"
      role="combobox"
      data-typed={kind}
      aria-autocomplete="list"
      aria-expanded={open}
      aria-controls={listId}
      aria-label={ariaLabel}
      aria-activedescendant={open && active !== undefined ? `${listId}-${active}` : undefined}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

/** What is wrong with letters of which no line was taken; "" where there are none. */
export const unchosen = (text: string | null): string =>
  text === null || text.trim() === ''
    ? ''
    : `“${text.trim()}” chưa được chọn. Hãy chọn một dòng trong danh sách, hoặc nhấn Esc để bỏ chữ đã gõ.`;

/** The line marked after ↓ or ↑ in a list of `count`. */
export const nextLine = (active: number, key: string, count: number): number =>
  Math.min(Math.max(active + (key === 'ArrowDown' ? 1 : -1), 0), Math.max(count - 1, 0));
