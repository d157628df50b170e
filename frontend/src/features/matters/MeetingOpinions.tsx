import './matters.css';
import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { AppError, matters, readFault, type Go } from '../../api/client';
import { EVERY_MATTER } from '../../api/filters';
import type { Picked } from '../../pickers/SearchPicker';
import { ChoiceInput } from '../../ui/inputs';
import { editRows } from '../../ui/rows';
import { missing, newItem, toItem, type ItemValues } from './itemValues';
import { ItemFields } from './ItemFields';
import { brief, numbers } from './labels';
import { isRecheck, RecheckRows, type Looked } from './MeetingRechecks';
import { useRecord, useRegister, useWrite, type ActionResult } from './queries';
import { Slot } from './Slot';

/** An opinion noted inside a meeting's log: a matter, and at which of the hosts it was raised ('' = the first). */
interface Opinion extends ItemValues {
  placeId: string;
}

interface RowsProps {
  rows: object[];
  onChange: (rows: object[]) => void;
  errors: Record<string, string>;
  hosts: Picked[];
  day: string;
  meetingId: string;
}

/** The opinions of one meeting, on the screen of its log. */
function OpinionRows({ rows, onChange, errors, hosts, day, meetingId }: RowsProps) {
  const looked = rows.filter(isRecheck);
  const opinions = rows.filter((each) => !isRecheck(each)) as Opinion[];
  const write = (list: object[]) => onChange([...list, ...looked]);
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(opinions.length);
  useEffect(() => {
    // A new opinion is written at once.
    if (opinions.length > before.current)
      [...(box.current?.querySelectorAll<HTMLElement>('fieldset') ?? [])].at(-1)?.querySelector('textarea')?.focus();
    before.current = opinions.length;
  }, [opinions.length]);
  return (
    <div className="cn-stack-tight" ref={box}>
      {meetingId !== '' && <NotedBefore meetingId={meetingId} />}
      {editRows(opinions, write).map(({ key, row: each, index, change, remove }) => (
        <fieldset key={key} className="cn-matter-item">
          <legend className="cn-row">
            Ý kiến thứ {index + 1}{' '}
            <button type="button" className="cn-link" onClick={remove}>
              Bỏ ý kiến này
            </button>
          </legend>
          {hosts.length > 1 && (
            <Slot label="Nêu ở" error={errors[`opinions.${index}.placeId`]}>
              {(p) => (
                <ChoiceInput
                  {...p}
                  value={each.placeId || hosts[0]!.id}
                  onChange={(placeId) => change({ placeId })}
                  options={hosts.map((host) => ({ value: host.id, label: host.name }))}
                />
              )}
            </Slot>
          )}
          <ItemFields
            item={each}
            onChange={change}
            errors={errors}
            at={`opinions.${index}.`}
            placeId={each.placeId || (hosts[0]?.id ?? '')}
            day={day}
            recording
          />
        </fieldset>
      ))}
      <div>
        <Button onClick={() => write([...opinions, { ...newItem(), placeId: '' }])}>+ Ghi ý kiến, kiến nghị</Button>
      </div>
      {hosts.map((host) => (
        <RecheckRows
          key={host.id}
          place={host}
          looked={looked}
          onChange={(list) => onChange([...opinions, ...list])}
          error={errors['opinions.0.result']}
        />
      ))}
    </div>
  );
}

function NotedBefore({ meetingId }: { meetingId: string }) {
  const rows = useRegister({ ...EVERY_MATTER, meetingId, limit: 20 }).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="cn-matter-links">
      {rows.map((each) => (
        <li key={each.id}>
          <Link to={`/kien-nghi/${each.id}`}>{each.no}</Link> {brief(each.summary)}{' '}
          <span className="cn-soft">– {each.stateWord.toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}

const origins: Record<string, string> = { VISIT: 'VISIT', DIALOGUE: 'DIALOGUE', RECEPTION: 'RECEPTION' };

/** Lets the log form note opinions: what it draws, checks and stores. */
export function useMeetingOpinions() {
  const { mutateAsync } = useRecord();
  const { mutateAsync: recheck } = useWrite(matters.Recheck);
  return useMemo(
    () => ({
      Rows: OpinionRows,
      check,
      record: (rows: object[], meeting: Meeting, accepted: string[]) =>
        recordAll(mutateAsync, recheck, rows as (Opinion | Looked)[], meeting, accepted),
    }),
    [mutateAsync, recheck],
  );
}

type Meeting = Pick<Go.activities.Entry, 'id' | 'kind' | 'heldOn' | 'hosts'>;

function check(rows: object[]): Record<string, string> {
  const opinions = rows.filter((each) => !isRecheck(each)) as Opinion[];
  return Object.assign({}, ...opinions.map((each, index) => missing(each, `opinions.${index}.`))) as Record<
    string,
    string
  >;
}

/** One by one, each with a number of its own; what is stored leaves the form, so that trying again stores nothing twice. */
async function recordAll(
  record: (input: Go.matters.RecordInput) => Promise<ActionResult>,
  recheck: (input: Go.matters.RecheckInput) => Promise<ActionResult>,
  rows: (Opinion | Looked)[],
  meeting: Meeting,
  accepted: string[],
) {
  const stored: ActionResult['items'] = [];
  const notices: string[] = [];
  let again = 0;
  for (const [index, row] of rows.entries()) {
    try {
      if (isRecheck(row)) {
        const { matterId, result } = row;
        const done = await recheck({
          matterIds: [matterId],
          day: meeting.heldOn,
          result,
          meetingId: meeting.id,
          officerId: '',
          text: '',
          guardReason: '',
        });
        again += done.items.length;
        notices.push(...done.notices);
        continue;
      }
      const done = await record({
        raisedOn: meeting.heldOn,
        receivedOn: '',
        placeId: row.placeId || (meeting.hosts[0]?.id ?? ''),
        meetingId: meeting.id,
        receptionId: '',
        origin: origins[meeting.kind] ?? 'MEETING',
        externalRef: '',
        items: [toItem(row, meeting.heldOn)],
        accepted,
      });
      stored.push(...done.items);
      notices.push(...done.notices);
    } catch (thrown) {
      return { notices, left: rows.slice(index), error: named(thrown) };
    }
  }
  const said = [
    stored.length > 0 && `Đã ghi nhận kiến nghị ${numbers(stored)}.`,
    again > 0 && `Đã ghi kết quả xem lại ${again} kiến nghị.`,
  ].filter((each) => each !== false);
  return { notices: [...said, ...notices], left: [], error: null };
}

/** The refused one is now the first of the form. */
function named(thrown: unknown): AppError {
  const fault = readFault(thrown);
  const fields = Object.fromEntries(
    Object.entries(fault.fields).map(([name, text]) => [
      name.startsWith('items.0.') ? name.replace('items.0.', 'opinions.0.') : `opinions.0.${name}`,
      text,
    ]),
  );
  const stored = 'Cuộc họp đã lưu, ý kiến chưa lưu.';
  const questions = fault.questions && [stored, ...fault.questions];
  return new AppError({ ...fault, fields, questions, message: `${stored} ${fault.message}` });
}
