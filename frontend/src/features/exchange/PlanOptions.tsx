import { useId } from 'react';
import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { GuardReason } from '../../pickers/GuardReason';
import { useDesk } from '../../ui/desk';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { bulkChoices, dayOrders, scopes } from './labels';
import type { Choices, Opened } from './queries';

interface Props {
  file: Opened;
  choices: Choices;
  onChange: (next: Choices) => void;
  plan: Go.exchange.Preview | undefined;
  schemes: { value: string; label: string }[];
}

/** What holds for the whole list: its day, its paper, the answer to all unclear rows, what ends. */
export function PlanOptions({ file, choices, onChange, plan, schemes }: Props) {
  const { today } = useDesk();
  const id = useId();
  const set = (part: Partial<Choices>) => onChange({ ...choices, ...part });
  const unclear = (plan?.rows.chua_ro ?? 0) + (plan?.derived.chua_ro ?? 0);
  return (
    <div className="cn-import-options">
      <div className="cn-field">
        <label htmlFor={`${id}-day`}>
          Tính đến ngày <span className="cn-field-must">(bắt buộc)</span>
        </label>
        <DateField id={`${id}-day`} value={choices.asOf} onChange={(asOf) => set({ asOf })} today={today} lazy />
      </div>
      <div className="cn-field cn-grow">
        <label htmlFor={`${id}-source`}>Căn cứ</label>
        <TextInput
          id={`${id}-source`}
          value={choices.source}
          onChange={(source) => set({ source })}
          placeholder="ví dụ: Nghị quyết, quyết định ban hành danh sách"
        />
      </div>
      {file.assign && (
        <div className="cn-field cn-grow">
          <label htmlFor={`${id}-scheme`}>Chủ trương của các phân công</label>
          <ChoiceInput
            id={`${id}-scheme`}
            value={choices.scheme}
            onChange={(scheme) => set({ scheme })}
            options={schemes}
          />
        </div>
      )}
      {unclear > 0 && (
        <div className="cn-field">
          <label htmlFor={`${id}-bulk`}>Với {showNumber(unclear)} dòng chưa rõ</label>
          <ChoiceInput
            id={`${id}-bulk`}
            value={choices.bulk || '-'}
            onChange={(bulk) => set({ bulk: bulk === '-' ? '' : bulk })}
            options={bulkChoices(file.kind)}
          />
        </div>
      )}
      {plan !== undefined && (plan.askDays !== '' || choices.dayOrder !== '') && (
        <div className="cn-field cn-grow">
          <label htmlFor={`${id}-days`}>
            {plan.askDays || 'Cách đọc ngày viết bằng số'} <span className="cn-field-must">(bắt buộc)</span>
          </label>
          <ChoiceInput
            id={`${id}-days`}
            value={choices.dayOrder || '-'}
            onChange={(order) => set({ dayOrder: order === '-' ? '' : order })}
            options={dayOrders}
          />
        </div>
      )}
      {plan !== undefined && plan.marked > 0 && (
        <div className="cn-field cn-grow">
          <label htmlFor={`${id}-kept`}>
            {showNumber(plan.marked)} dòng có chữ giống thông tin của người dân; giữ nguyên vì
          </label>
          <GuardReason id={`${id}-kept`} value={choices.guardReason} onChange={(guardReason) => set({ guardReason })} />
        </div>
      )}
      {file.kind === 'units' && (
        <div className="cn-field cn-grow">
          <label htmlFor={`${id}-close`}>Đơn vị không còn trong danh sách</label>
          <ChoiceInput id={`${id}-close`} value={choices.close} onChange={(close) => set({ close })} options={scopes} />
        </div>
      )}
      {plan !== undefined && plan.below > 0 && (
        <CheckInput
          value={choices.closeBelow}
          onChange={(closeBelow) => set({ closeBelow })}
          label={`Kết thúc cả ${showNumber(plan.below)} đơn vị cấp dưới của các đơn vị kết thúc`}
        />
      )}
      {(plan?.rows.loi ?? 0) + (plan?.derived.loi ?? 0) > 0 && (
        <CheckInput
          value={choices.skipErrors}
          onChange={(skipErrors) => set({ skipErrors })}
          label="Bỏ qua dòng lỗi, nhập các dòng còn lại"
        />
      )}
    </div>
  );
}
