import { Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { desk, readFault } from '../api/client';
import { useNotice } from '../ui/notices';
import { applyTextSize, TEXT_SIZES, type TextSize } from '../ui/theme';

/** Text size for this office's screen; works at once and is kept. */
export function TextSizeChoice({ size }: { size: number }) {
  const client = useQueryClient();
  const say = useNotice();
  const change = async (next: TextSize) => {
    applyTextSize(next);
    try {
      await desk.SaveTextSize(next);
      await client.invalidateQueries({ queryKey: ['desk.status'] });
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  return (
    <Select<TextSize>
      className="cn-text-size"
      aria-label="Cỡ chữ"
      value={(size || 100) as TextSize}
      onChange={(next) => void change(next)}
      popupMatchSelectWidth={false}
      labelRender={({ value }) => (Number(value) < 150 ? `Cỡ chữ ${value} %` : `${value} %`)}
      options={TEXT_SIZES.map((each) => ({ value: each, label: `Cỡ chữ ${each} %` }))}
    />
  );
}
