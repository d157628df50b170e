import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import { GuardedText } from '../../pickers/GuardedText';
import { FieldError } from '../../ui/FieldError';
import { TextInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { rowKey } from '../../ui/rows';
import { PaperLines } from './PaperLines';
import { ShutAgendaLine } from './ShutAgendaLine';
import { WhoPicker } from './WhoPicker';
import type { Line } from './queries';
import type { ItemRow } from './sessionValues';

interface Props {
  row: ItemRow;
  number: number;
  last: boolean;
  startsAt: string;
  day: string;
  held: boolean;
  catalog: Line[];
  period: string;
  reason: string;
  onReason: (code: string) => void;
  readOnly: boolean;
  /** Typed into; the others are read. */
  open: boolean;
  errors: Record<string, string>;
  onChange: (key: string, part: Partial<ItemRow>) => void;
  onRemove: (key: string) => void;
  onShift: (key: string, by: 1 | -1) => void;
}

/** One point of the agenda with its papers and, once held, its conclusion. Drawn again only when it changes. */
export const AgendaLine = memo(function AgendaLine({
  row,
  number,
  last,
  startsAt,
  day,
  held,
  catalog,
  period,
  reason,
  onReason,
  readOnly,
  open,
  errors,
  onChange,
  onRemove,
  onShift,
}: Props) {
  const set = (part: Partial<ItemRow>) => onChange(rowKey(row), part);
  const name = (what: string) => `${what}, nội dung ${number}`;
  if (!open) return <ShutAgendaLine row={row} number={number} startsAt={startsAt} held={held} readOnly={readOnly} />;
  return (
    <div className="cn-agenda-line" data-line={rowKey(row)} role="group" aria-label={`Nội dung ${number}`}>
      <span className="cn-agenda-number">
        <strong>{number}</strong>
        {startsAt && <span className="cn-soft cn-small">{startsAt}</span>}
      </span>
      <Cell name="title" error={errors.title}>
        <TextInput
          ariaLabel={name('Nội dung')}
          value={row.title}
          onChange={(title) => set({ title })}
          placeholder="Nội dung"
          invalid={Boolean(errors.title)}
          disabled={readOnly}
        />
      </Cell>
      <Cell name="presenter" error={errors.presenter}>
        <WhoPicker
          ariaLabel={name('Người trình bày')}
          value={row.presenter}
          onChange={(presenter) => set({ presenter })}
          day={day}
          placeholder="Người, cơ quan trình bày"
          invalid={Boolean(errors.presenter)}
          disabled={readOnly}
        />
      </Cell>
      <Cell name="minutes" error={errors.minutes}>
        <NumberInput
          ariaLabel={name('Số phút')}
          value={row.minutes}
          onChange={(minutes) => set({ minutes })}
          unit="phút"
          invalid={Boolean(errors.minutes)}
          disabled={readOnly}
        />
      </Cell>
      {!readOnly && (
        <span className="cn-agenda-moves">
          <button
            type="button"
            className="cn-icon-button"
            aria-label={name('Đưa lên')}
            disabled={number === 1}
            onClick={() => onShift(rowKey(row), -1)}
          >
            <ArrowUpOutlined aria-hidden="true" />
          </button>
          <button
            type="button"
            className="cn-icon-button"
            aria-label={name('Đưa xuống')}
            disabled={last}
            onClick={() => onShift(rowKey(row), 1)}
          >
            <ArrowDownOutlined aria-hidden="true" />
          </button>
          <button
            type="button"
            className="cn-icon-button"
            aria-label={name('Xóa')}
            onClick={() => onRemove(rowKey(row))}
          >
            <CloseOutlined aria-hidden="true" />
          </button>
        </span>
      )}
      <PaperLines
        rows={row.papers}
        onChange={(papers) => set({ papers })}
        number={number}
        catalog={catalog}
        period={period}
        errors={errors}
        readOnly={readOnly}
      />
      {held && (
        <Cell name="conclusion" error={errors.conclusion}>
          <GuardedText
            phrases="van_ban"
            ariaLabel={name('Kết luận')}
            value={row.conclusion}
            onChange={(conclusion) => set({ conclusion })}
            reason={reason}
            onReason={onReason}
            rows={2}
            placeholder="Kết luận của hội nghị về nội dung này"
            notice={false}
            disabled={readOnly}
          />
        </Cell>
      )}
    </div>
  );
});

export function Cell({ name, error, children }: { name: string; error?: string; children: ReactNode }) {
  return (
    <div className="cn-cell cn-agenda-cell" data-cell={name} data-bad={error ? 'yes' : undefined}>
      {children}
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
