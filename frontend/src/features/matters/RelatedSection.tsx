import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { matters, readFault, type Go } from '../../api/client';
import type { Picked } from '../../pickers/SearchPicker';
import { useDesk } from '../../ui/desk';
import { Section } from '../../ui/PageHeader';
import { useNotice } from '../../ui/notices';
import { brief } from './labels';
import { MatterPicker } from './MergeForm';
import { useWrite, type Row } from './queries';

/** Duplicates merged into this matter, the other parts of the same statement, and what belongs with it. */
export function RelatedSection({ row }: { row: Go.matters.MatterDetail }) {
  const { can } = useDesk();
  const say = useNotice();
  const [adding, setAdding] = useState(false);
  const relate = useWrite((other: string) => matters.Relate(row.id, other));
  const unrelate = useWrite((other: string) => matters.Unrelate(row.id, other));
  const writes = can('matters.Relate');
  const run = async (call: (id: string) => Promise<unknown>, id: string, said: string) => {
    try {
      await call(id);
      say.done(said);
      setAdding(false);
    } catch (error) {
      say.failed(readFault(error).message);
    }
  };
  const line = (each: Row) => (
    <li key={each.id}>
      <Link to={`/kien-nghi/${each.id}`}>{each.no}</Link> {brief(each.summary, 70)}{' '}
      <span className="cn-soft">– {each.stateWord.toLowerCase()}</span>
    </li>
  );
  return (
    <Section
      title="Liên quan"
      extra={writes && !adding && <Button onClick={() => setAdding(true)}>Thêm liên kết</Button>}
    >
      {adding && (
        <MatterPicker
          value={null as Picked | null}
          ariaLabel="Kiến nghị có liên quan"
          without={[row.id]}
          onChange={(picked) => picked && void run(relate.mutateAsync, picked.id, 'Đã ghi liên kết.')}
        />
      )}
      {row.mergedInto !== '' && (
        <p>
          Đã nhập vào <Link to={`/kien-nghi/${row.mergedInto}`}>kiến nghị này</Link>; số ý kiến được cộng ở đó.
        </p>
      )}
      {row.merged.length > 0 && (
        <>
          <h3>Ý kiến trùng đã nhập vào đây</h3>
          <ul className="cn-matter-links">{row.merged.map(line)}</ul>
        </>
      )}
      {row.parts.length > 0 && (
        <>
          <h3>Cùng một lần nêu</h3>
          <ul className="cn-matter-links">{row.parts.map(line)}</ul>
        </>
      )}
      {row.links.length > 0 && (
        <ul className="cn-matter-links">
          {row.links.map((each) => (
            <li key={each.otherId}>
              <Link to={`/kien-nghi/${each.otherId}`}>{each.number}</Link> {brief(each.summary, 70)}{' '}
              {writes && (
                <button
                  type="button"
                  className="cn-link"
                  onClick={() => void run(unrelate.mutateAsync, each.otherId, 'Đã bỏ liên kết.')}
                >
                  Bỏ
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {row.mergedInto === '' && row.merged.length + row.parts.length + row.links.length === 0 && !adding && (
        <p className="cn-soft">Chưa có ý kiến trùng hay việc liên quan.</p>
      )}
    </Section>
  );
}
