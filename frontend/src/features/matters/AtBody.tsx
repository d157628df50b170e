import { Link } from 'react-router';
import type { Go } from '../../api/client';
import { NONE, showNumber } from '../../lib/text';
import { useDesk } from '../../ui/desk';
import { Section } from '../../ui/PageHeader';
import { NumberLink } from './NumberLink';
import { chaserOf } from './papers';

/** How matters stand at the body that has this one; each number opens its matters. */
export function AtBody({ figures }: { figures: Go.matters.BodyFigures }) {
  const name = figures.body.name;
  const { can } = useDesk();
  return (
    <Section title="Cùng cơ quan này">
      <p className="cn-soft">{name}</p>
      <dl className="cn-pairs">
        <dt>Quá hạn</dt>
        <dd>
          <NumberLink number={figures.overdue} words={`${name}: quá hạn`} />
        </dd>
        <dt>Đang trong hạn</dt>
        <dd>
          <NumberLink number={figures.inTime} words={`${name}: đang trong hạn`} />
        </dd>
        <dt>Trả lời cụ thể ngay lần đầu</dt>
        <dd>
          <NumberLink number={figures.firstTime} words={`${name}: trả lời cụ thể ngay lần đầu`} />
          {' / '}
          <NumberLink number={figures.answered} words={`${name}: đã trả lời`} />
        </dd>
        <dt>Trung vị từ chuyển đến trả lời</dt>
        <dd>{figures.answered.value === 0 ? NONE : `${showNumber(figures.median)} ngày làm việc`}</dd>
      </dl>
      {figures.overdue.value > 0 && can('reports.Preview') && (
        <p>
          <Link to={chaserOf(figures.body.id, name)}>In công văn đôn đốc</Link>
        </p>
      )}
    </Section>
  );
}
