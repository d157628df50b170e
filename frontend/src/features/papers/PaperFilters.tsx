import { Button } from 'antd';
import { useId, useRef } from 'react';
import type { Go } from '../../api/client';
import { PAPER_FORMS } from '../../lib/papers';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { MoreFilters } from '../../ui/MoreFilters';
import { useShortcut } from '../../ui/useShortcut';
import { ANY, chosenOf, seriesWord, withAny } from './labels';
import type { PaperFilter } from './usePaperFilter';

interface Props {
  choice: PaperFilter;
  change: (part: Partial<PaperFilter>) => void;
  clear: () => void;
  thisYear: string;
  /** What there is to choose from; undefined until the register has come. */
  known?: Go.papers.Page;
}

/** Words, period, form, body and type. F3 goes to the words. */
export function PaperFilters({ choice, change, clear, thisYear, known }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useShortcut('f3', () => box.current?.querySelector<HTMLElement>('[data-find] input')?.focus());
  const narrowed = [choice.form, choice.issuerId, choice.series].filter((each) => each !== '').length;
  return (
    <div className="cn-filters" ref={box} role="search">
      <div data-find="yes" className="cn-paper-find">
        <label htmlFor={`${id}-text`}>Tìm chữ</label>
        <TextInput
          id={`${id}-text`}
          value={choice.text}
          placeholder="Tìm số, trích yếu"
          onChange={(text) => change({ text })}
        />
      </div>
      {choice.period !== '' && (
        <PeriodPicker ariaLabel="Ban hành trong kỳ" value={choice.period} onChange={(period) => change({ period })} />
      )}
      <CheckInput
        value={choice.period === ''}
        label="Mọi thời gian"
        onChange={(on) => change({ period: on ? '' : thisYear })}
      />
      <MoreFilters
        name="papers.filter"
        active={narrowed}
        saved={{
          list: 'van-ban',
          value: { form: choice.form, issuerId: choice.issuerId, series: choice.series },
          onTake: change,
        }}
      >
        <div>
          <label htmlFor={`${id}-form`}>Thể thức</label>
          <ChoiceInput
            id={`${id}-form`}
            value={choice.form || ANY}
            onChange={(form) => change({ form: chosenOf(form) })}
            options={withAny('Mọi thể thức', PAPER_FORMS)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-issuer`}>Cơ quan ban hành</label>
          <ChoiceInput
            id={`${id}-issuer`}
            value={choice.issuerId || ANY}
            onChange={(issuerId) => change({ issuerId: chosenOf(issuerId) })}
            options={withAny(
              'Mọi cơ quan',
              (known?.issuers ?? []).map((each) => ({ value: each.id, label: each.name })),
            )}
          />
        </div>
        <div>
          <label htmlFor={`${id}-series`}>Loại</label>
          <ChoiceInput
            id={`${id}-series`}
            value={choice.series || ANY}
            onChange={(series) => change({ series: chosenOf(series) })}
            options={withAny(
              'Mọi loại',
              (known?.series ?? [])
                .filter((each) => each !== '')
                .map((each) => ({ value: each, label: seriesWord(each) })),
            )}
          />
        </div>
      </MoreFilters>
      {(narrowed > 0 || choice.text !== '') && <Button onClick={clear}>Bỏ lọc</Button>}
    </div>
  );
}
