import { Button } from 'antd';
import { Section } from '../../ui/PageHeader';
import type { ProfileVersion } from './queries';
import { spanWords } from './versions';

interface Props {
  list: ProfileVersion[];
  shown: string;
  onShow: (from: string) => void;
  /** Absent where the person may not change the form. */
  onDrop?: (version: ProfileVersion) => void;
}

/** How papers looked, look and will look: one line for each time, oldest first. A click shows and edits that time. */
export function VersionList({ list, shown, onShow, onDrop }: Props) {
  return (
    <Section title="Mẫu theo ngày của văn bản" flush>
      <ul className="cn-form-versions">
        {list.map((each) => (
          <li key={each.from}>
            <button
              type="button"
              className="cn-form-version"
              aria-pressed={each.from === shown}
              onClick={() => onShow(each.from)}
            >
              <strong>{spanWords(each)}</strong>
              {each.now && <span className="cn-form-version-now">đang áp dụng</span>}
              <span className="cn-soft">{each.rule}</span>
              {each.differs.length > 0 && (
                <span className="cn-form-version-own">Cơ quan chọn: {each.differs.join('; ')}</span>
              )}
            </button>
            {each.own && onDrop && (
              <Button onClick={() => onDrop(each)} aria-label={`Bỏ mẫu riêng ${spanWords(each).toLowerCase()}`}>
                Bỏ mẫu riêng
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
