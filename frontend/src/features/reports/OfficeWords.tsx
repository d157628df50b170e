import './wording.css';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { show } from '../../lib/dates';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { Overlay } from '../../ui/Overlay';
import { OfficeWordsForm } from './OfficeWordsForm';
import { useOfficeSentences, type Sentence } from './officeWordsQueries';
import type { Choice } from './queries';

const keyOf = (each: Sentence) => `${each.place} ${each.insteadOf}`;

/** The sentences of the paper at hand: the program's words, or the office's own with the days they count from. */
export function OfficeWords({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const id = useId();
  const { can } = useDesk();
  const say = useNotice();
  const list = useOfficeSentences(choice);
  const [open, setOpen] = useState<Sentence | null>(null);
  return (
    <Overlay kind="drawer" wide labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>Câu chữ của văn bản này</h2>
      </div>
      <div className="cn-sheet-body">
        <p className="cn-soft">
          Câu sửa ở đây dùng cho mọi văn bản cùng loại, cùng thể thức, từ ngày ghi ở câu; văn bản đã ban hành giữ
          nguyên.
        </p>
        {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.length === 0 && <EmptyState title="Văn bản này không có câu cố định để sửa" />}
        <ul className="cn-office-words">
          {list.data?.map((each) => (
            <li key={keyOf(each)}>
              <p className="cn-wording-live">{each.shown}</p>
              <div className="cn-row">
                <span className="cn-soft cn-small cn-grow">{standing(each)}</span>
                {can('reports.SaveOfficeText') && <Button onClick={() => setOpen(each)}>Sửa câu</Button>}
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="cn-sheet-foot">
        <span />
        <Button onClick={onClose} data-autofocus>
          Quay lại
        </Button>
      </div>
      {open && (
        <OfficeWordsForm
          choice={choice}
          sentence={open}
          onClose={() => setOpen(null)}
          onSaved={(back) => {
            setOpen(null);
            say.done(back ? 'Đã trở lại câu gốc.' : 'Đã lưu câu của cơ quan.');
          }}
        />
      )}
    </Overlay>
  );
}

/** Whose words a sentence has now, and since when. */
function standing(each: Sentence): string {
  const newest = each.versions.at(-1);
  if (each.text !== '')
    return `Câu của cơ quan${newest?.text === each.text ? `, từ ngày ${show(newest.validFrom)}, ${newest.userName}` : ''}`;
  if (newest !== undefined && newest.text !== '')
    return `Câu gốc; câu của cơ quan dùng từ ngày ${show(newest.validFrom)}`;
  return newest === undefined ? 'Câu gốc' : `Câu gốc, trở lại từ ngày ${show(newest.validFrom)}`;
}
