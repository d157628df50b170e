import { CheckOutlined, ClockCircleOutlined, ExclamationOutlined, MinusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { show } from '../../lib/dates';
import type { Go } from '../../api/client';

type Leg = Go.matters.Leg;

const looks: Record<string, { tone: string; icon: ReactNode; word: string }> = {
  xong: { tone: 'good', icon: <CheckOutlined aria-hidden="true" />, word: 'xong' },
  tre: { tone: 'warn', icon: <CheckOutlined aria-hidden="true" />, word: 'xong, trễ hạn' },
  qua_han: { tone: 'bad', icon: <ExclamationOutlined aria-hidden="true" />, word: 'quá hạn' },
  dang: { tone: 'now', icon: <ClockCircleOutlined aria-hidden="true" />, word: 'đang chờ' },
  chua: { tone: 'none', icon: null, word: 'chưa đến' },
  bo_lo: { tone: 'bad', icon: <ExclamationOutlined aria-hidden="true" />, word: 'không thực hiện' },
  khong_can: { tone: 'none', icon: <MinusOutlined aria-hidden="true" />, word: 'không cần' },
};

/** The five legs of a matter as one line: where it has been, where it waits, and how long each leg took. */
export function Legs({ legs }: { legs: Leg[] }) {
  return (
    <ol className="cn-legs" aria-label="Năm chặng của kiến nghị">
      {legs.map((leg) => {
        const look = looks[leg.state] ?? looks.chua!;
        return (
          <li key={leg.key} className={`cn-leg cn-leg-${look.tone}`}>
            <span className="cn-leg-point" aria-hidden="true">
              {look.icon}
            </span>
            <strong>{leg.title}</strong>
            <span className="cn-leg-say">{say(leg, look.word)}</span>
            {leg.text !== '' && <span className="cn-leg-say">{leg.text}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function say(leg: Leg, word: string): string {
  if (leg.day !== '') {
    const took = leg.key === 'ghi_nhan' ? '' : ` · ${leg.took} ngày làm việc`;
    return `${show(leg.day)}${took}${leg.state === 'tre' ? ` · trễ, hạn ${show(leg.due)}` : ''}`;
  }
  const clock = leg.clock === '' || leg.title.includes('—') ? '' : leg.clock;
  if (leg.state === 'qua_han' || leg.state === 'dang')
    return [clock, leg.due === '' ? '' : `hạn ${show(leg.due)}`].filter(Boolean).join(' · ') || word;
  if (leg.state === 'bo_lo') return `hạn ${show(leg.due)}`;
  return word;
}
