import { CloseOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState } from 'react';
import { composing } from '../lib/keys';
import { chapters, findChapter } from './guide';
import { Markdown } from './Markdown';

/** The guide beside the work: the chapter of this screen first, all others one click away. Esc or F1 closes it. */
export function HelpPanel({ chapter, onClose }: { chapter: string; onClose: () => void }) {
  const [name, setName] = useState(chapter);
  const panel = useRef<HTMLElement>(null);
  const found = findChapter(name);
  useEffect(() => setName(chapter), [chapter]);
  useEffect(() => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    panel.current?.focus();
    return () => before?.focus();
  }, []);
  return (
    <aside
      ref={panel}
      className="cn-help"
      aria-label="Hướng dẫn"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || composing(event)) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="cn-sheet-head">
        <h2>Hướng dẫn</h2>
        <button type="button" className="cn-icon-button" aria-label="Đóng hướng dẫn" onClick={onClose}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      <div className="cn-help-body">
        {found ? (
          <Markdown text={found.text} onChapter={setName} />
        ) : (
          <p>Chưa có chương riêng cho màn hình này. Chọn một chương dưới đây.</p>
        )}
        <h3>Các chương</h3>
        <ul>
          {chapters.map((each) => (
            <li key={each.name}>
              <button type="button" className="cn-link" onClick={() => setName(each.name)}>
                {each.title}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
