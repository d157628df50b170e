import { Button } from 'antd';
import { useId, useRef } from 'react';
import type { Go } from '../../api/client';
import { periodOf } from '../../lib/periods';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { CheckInput, ChoiceInput } from '../../ui/inputs';
import { MineFilter } from '../../ui/MineFilter';
import { MoreFilters } from '../../ui/MoreFilters';
import { PausedInput } from '../../ui/PausedInput';
import { useNarrow } from '../../ui/useNarrow';
import { useShortcut } from '../../ui/useShortcut';
import type { LogChoice } from './useLogFilter';

interface Props {
  choice: LogChoice;
  change: (part: Partial<LogChoice>) => void;
  clear: () => void;
  words: Go.activities.Vocabulary | undefined;
}

const all = (words: Go.store.Word[] | undefined, none: string) => [
  { value: 'ALL', label: none },
  ...(words ?? []).map((each) => ({ value: each.code, label: each.word })),
];

/** Period, place, person, kind, outcome and words: what the log is narrowed to. F3 goes to the words. */
export function LogFilters({ choice, change, clear, words }: Props) {
  const { asOf, mine } = useDesk();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const behind = [narrow ? choice.unit : null, choice.officer, choice.kind, choice.outcome].filter(Boolean).length;
  const narrowed = behind > 0 || choice.unit !== null || choice.text !== '';
  const place = (
    <div>
      <label htmlFor={`${id}-unit`}>Địa bàn, tổ chức đảng</label>
      <UnitPicker
        id={`${id}-unit`}
        value={choice.unit}
        onChange={(unit) => change({ unit })}
        placeholder="Mọi địa bàn, tổ chức"
      />
    </div>
  );
  useShortcut('f3', () => box.current?.querySelector<HTMLElement>('[data-find] input')?.focus());
  return (
    <div className="cn-filters" ref={box} role="search">
      <div data-find="yes">
        <label htmlFor={`${id}-text`}>Tìm chữ</label>
        <PausedInput
          id={`${id}-text`}
          value={choice.text}
          placeholder="Tìm nơi, cán bộ, nội dung"
          onChange={(text) => change({ text })}
        />
      </div>
      {!choice.linked && (
        <div>
          <label htmlFor={`${id}-period`}>Kỳ</label>
          {choice.period === '' ? (
            <Button onClick={() => change({ period: periodOf('MONTH', asOf) })}>Mọi thời gian</Button>
          ) : (
            <PeriodPicker
              id={`${id}-period`}
              value={choice.period}
              onChange={(period) => change({ period })}
              kinds={['MONTH', 'QUARTER', 'HALF', 'YEAR']}
            />
          )}
        </div>
      )}
      {!choice.linked && !narrow && place}
      {!choice.linked && (
        <MineFilter
          on={mine !== undefined && choice.officer?.id === mine.id}
          onChange={(on) => change({ officer: on ? mine : null })}
        />
      )}
      {!choice.linked && (
        <MoreFilters
          name="activities.filter"
          active={behind}
          saved={{
            list: 'nhat-ky',
            value: { unit: choice.unit, officer: choice.officer, kind: choice.kind, outcome: choice.outcome },
            onTake: change,
          }}
        >
          {narrow && place}
          <div>
            <label htmlFor={`${id}-who`}>Cán bộ</label>
            <OfficerPicker
              id={`${id}-who`}
              value={choice.officer}
              onChange={(officer) => change({ officer })}
              placeholder="Mọi cán bộ"
            />
          </div>
          <div>
            <label htmlFor={`${id}-kind`}>Loại</label>
            <ChoiceInput
              id={`${id}-kind`}
              value={choice.kind || 'ALL'}
              options={all(words?.kinds, 'Mọi loại')}
              onChange={(kind) => change({ kind: kind === 'ALL' ? '' : kind })}
            />
          </div>
          <div>
            <label htmlFor={`${id}-outcome`}>Kết quả</label>
            <ChoiceInput
              id={`${id}-outcome`}
              value={choice.outcome || 'ALL'}
              options={all(words?.outcomes, 'Mọi kết quả')}
              onChange={(outcome) => change({ outcome: outcome === 'ALL' ? '' : outcome })}
            />
          </div>
          <CheckInput
            value={choice.period === ''}
            label="Mọi thời gian"
            onChange={(on) => change({ period: on ? '' : periodOf('MONTH', asOf) })}
          />
        </MoreFilters>
      )}
      {!choice.linked && narrowed && <Button onClick={clear}>Bỏ lọc</Button>}
    </div>
  );
}
