import { show } from '../../lib/dates';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import type { Picked } from '../../pickers/SearchPicker';
import { CheckInput, ChoiceRow } from '../../ui/inputs';
import { StatusTag } from '../../ui/StatusTag';
import type { Line, Seat } from './queries';
import type { Choice } from './values';

interface Props {
  choice: Choice;
  /** The one named for all, shown where nobody else is chosen. */
  usual: Picked | null;
  on: string;
  error?: string;
  onChange: (part: Partial<Choice>) => void;
}

const hows = [
  { value: 'give' as const, label: 'Giao' },
  { value: 'vacant' as const, label: 'Chưa có người nhận' },
  { value: 'keep' as const, label: 'Giữ lại' },
];
const seatHows = [
  { value: 'give' as const, label: 'Vào thay' },
  { value: 'vacant' as const, label: 'Không thay người' },
  { value: 'keep' as const, label: 'Giữ lại' },
];

/** One assignment with all that is open at its place, and who gets it. */
export function PlaceRow({ line, choice, usual, on, error, onChange }: Props & { line: Line }) {
  return (
    <li data-bad={error ? 'yes' : undefined}>
      <div className="cn-hand-what">
        <strong>{line.targetLabel}</strong>
        <div className="cn-soft cn-small">
          {line.kindName}
          {!line.primary && ' (phối hợp)'} · từ {show(line.validFrom)}
          {line.decisionNumber !== '' && ` · ${line.decisionNumber}`}
        </div>
        {line.items.length > 0 && <Items items={line.items} />}
      </div>
      <div className="cn-hand-who">
        <ChoiceRow
          ariaLabel={`${line.targetLabel}: giao hay để trống`}
          value={choice.how}
          onChange={(how) => onChange({ how })}
          options={hows}
        />
        {choice.how === 'give' && (
          <Receiver
            name={line.targetLabel}
            choice={choice}
            usual={usual}
            on={on}
            offered={line.suggestions}
            onChange={onChange}
          />
        )}
        {choice.how === 'vacant' && line.required && <StatusTag tone="bad">Nơi này sẽ trống từ {show(on)}</StatusTag>}
        {choice.how === 'vacant' && line.binding !== '' && (
          <CheckInput
            value={choice.nothingOpen}
            onChange={(nothingOpen) => onChange({ nothingOpen })}
            label={`Còn ${line.binding}; xác nhận không có việc tồn cần bàn giao`}
          />
        )}
        {error && (
          <div className="cn-field-error" role="alert">
            {error}
          </div>
        )}
      </div>
    </li>
  );
}

function Items({ items }: { items: Line['items'] }) {
  return (
    <details>
      <summary>{items.length} việc đang có ở đây</summary>
      <ul>
        {items.map((each) => (
          <li key={`${each.code}/${each.id}`}>
            {each.word}: {each.text}
            {each.day !== '' && ` (${show(each.day)})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The officer's seat in a team. */
export function SeatRow({ seat, choice, usual, on, error, onChange }: Props & { seat: Seat }) {
  return (
    <li data-bad={error ? 'yes' : undefined}>
      <div className="cn-hand-what">
        <strong>{seat.teamName}</strong> {seat.lead && <StatusTag tone="info">Tổ trưởng</StatusTag>}
        <div className="cn-soft cn-small">
          {seat.targets.join('; ')}
          {seat.members.length > 0 && ` · thành viên khác: ${seat.members.map((each) => each.name).join(', ')}`}
        </div>
      </div>
      <div className="cn-hand-who">
        <ChoiceRow
          ariaLabel={`${seat.teamName}: thay người hay không`}
          value={choice.how}
          onChange={(how) => onChange({ how })}
          options={seatHows}
        />
        {choice.how === 'give' && (
          <Receiver
            name={seat.teamName}
            choice={choice}
            usual={usual}
            on={on}
            offered={seat.members}
            onChange={onChange}
          />
        )}
        {error && (
          <div className="cn-field-error" role="alert">
            {error}
          </div>
        )}
      </div>
    </li>
  );
}

function Receiver({
  name,
  choice,
  usual,
  on,
  offered,
  onChange,
}: Omit<Props, 'error'> & { name: string; offered: { id: string; name: string }[] }) {
  const others = offered.filter((each) => each.id !== (choice.successor ?? usual)?.id);
  return (
    <>
      <OfficerPicker
        adds
        ariaLabel={`Người nhận ${name}`}
        asOf={on}
        value={choice.successor}
        onChange={(successor) => onChange({ successor })}
        placeholder={usual ? `như trên: ${usual.name}` : 'Gõ tên người nhận'}
      />
      {others.length > 0 && (
        <span className="cn-small">
          Gợi ý:{' '}
          {others.map((each, nth) => (
            <span key={each.id}>
              {nth > 0 && ', '}
              <button
                type="button"
                className="cn-link"
                onClick={() => onChange({ successor: { id: each.id, name: each.name } })}
              >
                {each.name}
              </button>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
