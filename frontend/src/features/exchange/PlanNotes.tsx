import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';

/** The units that end by what is chosen now. */
export const endingOf = (plan: Go.exchange.Preview) => plan.closing + plan.replaced + plan.below;

/** What one answer for many rows does, in numbers. */
export function endingSentence(plan: Go.exchange.Preview): string {
  return `sẽ kết thúc ${showNumber(endingOf(plan))} trong ${showNumber(plan.units)} đơn vị, ${showNumber(plan.records)} bản ghi đang gắn với chúng`;
}

/** What a person should know before importing: what cannot be, what ends, and what of the file was read otherwise or not at all. */
export function PlanNotes({ plan }: { plan: Go.exchange.Preview }) {
  return (
    <>
      {plan.repeated !== '' && (
        <div className="cn-import-result" role="status">
          {plan.repeated}
        </div>
      )}
      {plan.blocked !== '' && (
        <div className="cn-import-result cn-import-stop" role="alert">
          {plan.blocked}
        </div>
      )}
      {endingOf(plan) > 0 && (
        <div className="cn-import-result" role="status">
          <span>
            Lựa chọn hiện nay <strong>{endingSentence(plan)}</strong>
            {plan.ending.length > 0 && ` (${plan.ending.slice(0, 5).join(', ')}${endingOf(plan) > 5 ? '…' : ''})`}.
          </span>
        </div>
      )}
      {plan.notes.length > 0 && (
        <ul className="cn-import-notes" aria-label="Lưu ý về tệp">
          {plan.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
