import './fulfilment.css';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { show, weekdayShort } from '../../lib/dates';
import { composing } from '../../lib/keys';
import { toneOf } from '../../ui/outcomes';
import { StatusTag } from '../../ui/StatusTag';
import { cellAddress } from './CellsSheet';
import { percent, rate, toneOfLetter } from './labels';
import { monthMarks, stepAt, type At } from './matrixKeys';
import type { Matrix } from './queries';

const share = (part: number) => `${(100 * part).toFixed(3)}%`;

/**
 * A year as a picture: a line for each duty, a coloured cell with letters for each turn. Cells lie over the days they really
 * take, so that thirteen lunar months, and two lunar meetings in one solar month, each have their own.
 */
export function YearMatrix({ matrix }: { matrix: Matrix }) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At>({ line: 0, cell: 0 });
  const [opened, setOpened] = useState<At | null>(null);
  const move = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = event.key === 'Escape' && opened ? at : stepAt(matrix, at, event.key);
    if (next === undefined) return;
    if (event.key === 'Escape') setOpened(null);
    setAt(next);
    box.current?.querySelector<HTMLElement>(`[data-at="${next.line}.${next.cell}"]`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const used = new Set(matrix.lines.flatMap((line) => line.cells.flatMap((cell) => [...cell.letters])));
  return (
    <div className="cn-matrix" ref={box} onKeyDown={move}>
      <p className="cn-matrix-key" aria-label="Chú thích">
        {matrix.letters
          .filter((each) => used.has(each.code))
          .map((each) => (
            <span key={each.code}>
              <b className={`cn-matrix-letter cn-matrix-${toneOfLetter(each.code)}`}>{each.code}</b>{' '}
              {each.word.toLowerCase()}
            </span>
          ))}
      </p>
      <div className="cn-matrix-line cn-matrix-head" aria-hidden="true">
        <span className="cn-matrix-name">Nhiệm vụ</span>
        <span className="cn-matrix-strip">
          {monthMarks(matrix.year, matrix.days).map((each) => (
            <span
              key={each.month}
              className="cn-matrix-month"
              style={{ insetInlineStart: share(each.from), inlineSize: share(each.size) }}
            >
              {each.month}
            </span>
          ))}
        </span>
        <span className="cn-matrix-rate">dự/họp</span>
      </div>
      {matrix.lines.map((line, l) => (
        <div
          key={`${line.seriesId}/${line.officerId}/${line.officer}`}
          className="cn-matrix-line"
          role="group"
          aria-label={`${line.ruleName}, ${line.officer}`}
        >
          <span className="cn-matrix-name">
            {line.ruleName}
            <span className="cn-soft cn-small">
              {' '}
              {line.cadence}
              {line.officer !== '' && ` · ${line.officer}`}
            </span>
          </span>
          <span className="cn-matrix-strip">
            {line.cells.map((cell, c) => (
              <button
                key={cell.from}
                type="button"
                data-at={`${l}.${c}`}
                tabIndex={l === at.line && c === at.cell ? 0 : -1}
                aria-label={`${cell.turn}: ${cell.word}`}
                aria-expanded={opened?.line === l && opened.cell === c}
                className="cn-matrix-cell"
                style={{
                  insetInlineStart: share(cell.fromDay / matrix.days),
                  inlineSize: share((cell.toDay - cell.fromDay) / matrix.days),
                }}
                onClick={() => {
                  setAt({ line: l, cell: c });
                  setOpened(opened?.line === l && opened.cell === c ? null : { line: l, cell: c });
                }}
              >
                {[...cell.letters].map((letter, nth) => (
                  <span key={nth} className={`cn-matrix-part cn-matrix-${toneOfLetter(letter)}`}>
                    {letter}
                  </span>
                ))}
                {line.lunar && <small>{cell.short}</small>}
              </button>
            ))}
          </span>
          <span className="cn-matrix-rate">
            <span className="cn-matrix-said">dự/họp </span>
            {rate(line.tally.done, line.tally.held)}{' '}
            <span className="cn-soft cn-small">{percent(line.tally.done, line.tally.held)}</span>
          </span>
          {opened?.line === l && line.cells[opened.cell] && (
            <ul className="cn-matrix-open" aria-live="polite">
              <li>
                <strong>{line.cells[opened.cell]!.turn}</strong>
              </li>
              {line.cells[opened.cell]!.cells.map((each, nth) => (
                <li key={nth}>
                  {each.meetingId === '' && each.due === ''
                    ? 'Trong kỳ'
                    : `${weekdayShort(each.day)} ${show(each.day)} (${each.lunar})`}
                  <StatusTag tone={toneOf(each.outcome)}>{each.outcomeWord}</StatusTag>
                  <Link to={cellAddress(each)}>{each.meetingId === '' ? 'Ghi ở lưới tháng' : 'Mở bản ghi'}</Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {matrix.lines.some((line) => line.lunar) && (
        <p className="cn-soft cn-small">
          Ô của nhiệm vụ âm lịch nằm đúng những ngày của tháng âm lịch; số nhỏ là tháng âm lịch, N là tháng nhuận.
        </p>
      )}
    </div>
  );
}
