import type { Go } from '../../api/client';
import { NONE, showNumber } from '../../lib/text';
import { Section } from '../../ui/PageHeader';
import { NumberLink } from './NumberLink';

/** The closed loop as numbers: how many answers came back to their place, in time, and how long each leg takes. */
export function LoopSection({ loop, where }: { loop: Go.matters.LoopFigures; where: string }) {
  const rate = (part: Go.matters.Number, of: Go.matters.Number, words: string, all: string) => (
    <>
      <NumberLink number={part} words={`${words}, ${where}`} /> / <NumberLink number={of} words={`${all}, ${where}`} />
      {of.value > 0 && <span className="cn-soft"> ({percent(part.value, of.value)})</span>}
    </>
  );
  return (
    <div className="cn-figures">
      <Section title="Khép vòng">
        <dl className="cn-pairs">
          <dt>Đã phản hồi về cơ sở / có trả lời</dt>
          <dd>{rate(loop.toldBack, loop.answered, 'Đã phản hồi về cơ sở', 'Có trả lời')}</dd>
          <dt>Thông báo tiếp nhận đúng hạn / phải thông báo</dt>
          <dd>{rate(loop.noticeInTime, loop.noticeOf, 'Thông báo đúng hạn', 'Phải thông báo')}</dd>
          <dt>Cơ quan trả lời cụ thể ngay / cơ quan đã trả lời</dt>
          <dd>{rate(loop.firstTime, loop.byBodies, 'Trả lời cụ thể ngay lần đầu', 'Cơ quan đã trả lời')}</dd>
          <dt>Xem lại: đã chuyển biến / chưa, phải mở lại / đến hạn xem lại</dt>
          <dd>
            <NumberLink number={loop.rechecked} words={`Xem lại, đã chuyển biến, ${where}`} /> /{' '}
            <NumberLink number={loop.noEffect} words={`Xem lại, chưa chuyển biến, ${where}`} /> /{' '}
            <NumberLink number={loop.toRecheck} words={`Đến hạn xem lại, ${where}`} />
          </dd>
          <dt>Mở lại</dt>
          <dd>
            <NumberLink number={loop.again} words={`Mở lại, ${where}`} />
          </dd>
        </dl>
      </Section>
      <Section title="Trung vị từng chặng">
        <dl className="cn-pairs">
          {loop.legs.map((leg) => (
            <div key={leg.code} className="cn-pair">
              <dt>{leg.name}</dt>
              <dd>
                {leg.done.value === 0 ? (
                  NONE
                ) : (
                  <>
                    <strong>{showNumber(leg.median)}</strong> ngày làm việc <span className="cn-soft">của </span>
                    <NumberLink number={leg.done} words={`${leg.name}, ${where}`} /> việc
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}

function percent(part: number, of: number): string {
  return `${showNumber(Math.round((part / of) * 1000) / 10)} %`;
}
