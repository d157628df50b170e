import { Button } from 'antd';
import { useId, useRef } from 'react';
import { PeriodPicker } from '../../pickers/PeriodPicker';
import { UnitPicker } from '../../pickers/UnitPicker';
import { useDesk } from '../../ui/desk';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { MineFilter } from '../../ui/MineFilter';
import { MoreFilters } from '../../ui/MoreFilters';
import { useShortcut } from '../../ui/useShortcut';
import { BodyPicker } from './BodyPicker';
import { fromChoice, options, orNone, toChoice } from './options';
import { useVocabulary } from './queries';
import { thisYear, type MatterChoice } from './useMatterFilter';

interface Props {
  choice: MatterChoice;
  change: (part: Partial<MatterChoice>) => void;
  clear: () => void;
}

/** Words, place, body, field and period. F3 goes to the words. */
export function MatterFilters({ choice, change, clear }: Props) {
  const { asOf } = useDesk();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const words = useVocabulary().data;
  const narrowed = [choice.unit, choice.body, choice.fieldCode, choice.outcome, choice.period].filter(Boolean).length;
  const some = narrowed > 0 || choice.mine || choice.text !== '' || choice.linked !== null;
  useShortcut('f3', () => box.current?.querySelector<HTMLElement>('[data-find] input')?.focus());
  return (
    <div className="cn-filters" ref={box} role="search">
      <div data-find="yes" className="cn-matter-find">
        <label htmlFor={`${id}-text`}>Tìm chữ</label>
        <TextInput
          id={`${id}-text`}
          value={choice.text}
          placeholder="Tìm nội dung, địa bàn"
          onChange={(text) => change({ text })}
        />
      </div>
      {!choice.linked && (
        <div>
          <label htmlFor={`${id}-unit`}>Thuộc địa bàn</label>
          <UnitPicker
            id={`${id}-unit`}
            value={choice.unit}
            onChange={(unit) => change({ unit })}
            placeholder="Mọi địa bàn"
          />
        </div>
      )}
      {!choice.linked && <MineFilter on={choice.mine} onChange={(mine) => change({ mine })} />}
      {!choice.linked && (
        <MoreFilters
          name="matters.filter"
          active={narrowed - (choice.unit ? 1 : 0)}
          saved={{
            list: 'kien-nghi',
            value: {
              worklist: choice.worklist,
              mine: choice.mine,
              unit: choice.unit,
              body: choice.body,
              fieldCode: choice.fieldCode,
            },
            onTake: change,
          }}
        >
          <div>
            <label htmlFor={`${id}-body`}>Cơ quan</label>
            <BodyPicker
              id={`${id}-body`}
              value={choice.body}
              onChange={(body) => change({ body })}
              placeholder="Mọi cơ quan"
            />
          </div>
          <div>
            <label htmlFor={`${id}-field`}>Lĩnh vực</label>
            <ChoiceInput
              id={`${id}-field`}
              value={toChoice(choice.fieldCode)}
              onChange={(code) => change({ fieldCode: fromChoice(code) })}
              options={orNone(
                (words?.fields ?? []).map((each) => ({ value: each.code, label: each.name })),
                'Mọi lĩnh vực',
              )}
            />
          </div>
          <div>
            <label htmlFor={`${id}-outcome`}>Kết quả trả lời</label>
            <ChoiceInput
              id={`${id}-outcome`}
              value={toChoice(choice.outcome)}
              onChange={(code) => change({ outcome: fromChoice(code) })}
              options={orNone(options(words?.outcomes), 'Mọi kết quả')}
            />
          </div>
          <div>
            <label htmlFor={`${id}-period`}>Tiếp nhận trong</label>
            <span className="cn-row">
              {choice.period !== '' && (
                <PeriodPicker
                  id={`${id}-period`}
                  value={choice.period}
                  onChange={(period) => change({ period })}
                  kinds={['MONTH', 'QUARTER', 'HALF', 'YEAR']}
                />
              )}
              <CheckInput
                value={choice.period === ''}
                label="Mọi thời gian"
                onChange={(on) => change({ period: on ? '' : thisYear(asOf) })}
              />
            </span>
          </div>
        </MoreFilters>
      )}
      {some && <Button onClick={clear}>Bỏ lọc</Button>}
    </div>
  );
}
