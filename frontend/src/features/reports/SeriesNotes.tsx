import type { Go } from '../../api/client';
import { showNo } from './issueValues';

/** What is known of the series before a number is given: the last one, what is missing or doubled. */
export function SeriesNotes({ proposal }: { proposal: Go.issuing.Proposal }) {
  const { lastText, spanWord, number, fixed, faults } = proposal;
  return (
    <div className="cn-series-notes" role="status">
      <p>
        {lastText === '' ? (
          <>Loại này{spanWord !== '' && <> ({spanWord})</>} chưa có số nào.</>
        ) : (
          <>
            Số gần nhất{spanWord !== '' && <> ({spanWord})</>}: <strong>{lastText}</strong>.
          </>
        )}
        {!fixed && number > 0 && (
          <>
            {' '}
            Số kế tiếp: <strong>{showNo(number)}</strong>.
          </>
        )}
      </p>
      {faults.map((fault) => (
        <p key={fault.sentence} className="cn-warn-text">
          {fault.sentence}
        </p>
      ))}
    </div>
  );
}
