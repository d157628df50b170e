import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import type { Go } from '../../api/client';
import { CheckInput, ChoiceRow, TextInput } from '../../ui/inputs';

interface Props {
  kind: Go.assignments.KindIn;
  number: number;
  types: Go.units.Type[];
  error: (field: string) => string | undefined;
  onChange: (part: Partial<Go.assignments.KindIn>) => void;
  onRemove: () => void;
}

/** One kind of assignment: how it is called, what it is given for, and its rules. */
export function KindFields({ kind, number, types, error, onChange, onRemove }: Props) {
  const id = useId();
  const field = (name: string, label: string, input: (invalid: boolean) => ReactNode) => (
    <div className={error(name) ? 'cn-field cn-field-bad' : 'cn-field'} data-bad={error(name) ? 'yes' : undefined}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {input(Boolean(error(name)))}
      {error(name) && (
        <div className="cn-field-error" role="alert">
          {error(name)}
        </div>
      )}
    </div>
  );
  const toggle = (code: string, on: boolean) =>
    onChange({ targetTypes: on ? [...kind.targetTypes, code] : kind.targetTypes.filter((each) => each !== code) });
  return (
    <fieldset className="cn-kind">
      <legend>
        Hình thức {number}
        {kind.name && `: ${kind.name}`}
      </legend>
      <div className="cn-field-row">
        {field('code', 'Mã', (invalid) => (
          <TextInput id={`${id}-code`} value={kind.code} invalid={invalid} onChange={(code) => onChange({ code })} />
        ))}
        {field('name', 'Tên', (invalid) => (
          <TextInput
            id={`${id}-name`}
            value={kind.name}
            invalid={invalid}
            onChange={(name) => onChange({ name })}
            placeholder="ví dụ: Phụ trách ấp, khu phố"
          />
        ))}
        {field('verb', 'Ghi trên văn bản', (invalid) => (
          <TextInput
            id={`${id}-verb`}
            value={kind.verb}
            invalid={invalid}
            onChange={(verb) => onChange({ verb })}
            placeholder="ví dụ: phụ trách"
          />
        ))}
      </div>
      {field('targetTree', 'Giao cho', () => (
        <ChoiceRow
          id={`${id}-targetTree`}
          value={kind.targetTree}
          onChange={(targetTree) => onChange({ targetTree, targetTypes: [] })}
          options={[
            { value: 'hanhchinh', label: 'Địa bàn' },
            { value: 'dang', label: 'Tổ chức đảng' },
          ]}
        />
      ))}
      <div data-bad={error('targetTypes') ? 'yes' : undefined}>
        <div id={`${id}-types`} className="cn-field-label">
          Loại đơn vị (không chọn là mọi loại)
        </div>
        <div className="cn-kind-types" role="group" aria-labelledby={`${id}-types`}>
          {types
            .filter((type) => type.tree === kind.targetTree)
            .map((type) => (
              <CheckInput
                key={type.code}
                value={kind.targetTypes.includes(type.code)}
                onChange={(on) => toggle(type.code, on)}
                label={type.word}
              />
            ))}
        </div>
        {error('targetTypes') && (
          <div className="cn-field-error" role="alert">
            {error('targetTypes')}
          </div>
        )}
      </div>
      <div className="cn-kind-types">
        <CheckInput
          value={kind.exactlyOne}
          onChange={(exactlyOne) => onChange({ exactlyOne })}
          label="Mỗi nơi chỉ một người chính"
        />
        <CheckInput
          value={kind.coverage}
          onChange={(coverage) => onChange({ coverage })}
          label="Phải phủ kín mọi nơi"
        />
        <CheckInput value={kind.team} onChange={(team) => onChange({ team })} label="Giao cho tổ công tác" />
      </div>
      <span>
        <Button onClick={onRemove}>Bỏ hình thức này</Button>
      </span>
    </fieldset>
  );
}
