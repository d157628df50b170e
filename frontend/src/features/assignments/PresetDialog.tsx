import { Button } from 'antd';
import { useId } from 'react';
import type { Go } from '../../api/client';
import { Overlay } from '../../ui/Overlay';
import { useChoices } from './queries';

/** What a new scheme starts from. */
export function PresetDialog({
  onPick,
  onClose,
}: {
  onPick: (scheme: Go.assignments.SchemeIn) => void;
  onClose: () => void;
}) {
  const id = useId();
  const presets = useChoices().data?.presets ?? [];
  return (
    <Overlay kind="dialog" labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Bắt đầu từ mẫu nào?</h2>
      </div>
      <div className="cn-sheet-body">
        <ul className="cn-assign-list">
          {presets.map((preset) => (
            <li key={preset.code}>
              <span className="cn-grow">
                <strong>{preset.name}</strong>
                <br />
                {preset.about}
              </span>
              <Button onClick={() => onPick({ ...preset.scheme, preset: preset.code })}>Chọn {preset.name}</Button>
            </li>
          ))}
        </ul>
      </div>
      <div className="cn-sheet-foot">
        <span />
        <Button onClick={onClose}>Quay lại</Button>
      </div>
    </Overlay>
  );
}
