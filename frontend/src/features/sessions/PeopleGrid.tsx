import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { readFault, sessions } from '../../api/client';
import { composing, ctrl } from '../../lib/keys';
import { ChoiceInput } from '../../ui/inputs';
import { NumberInput } from '../../ui/NumberInput';
import { useNotice } from '../../ui/notices';
import { KeyHint } from '../../ui/StatusTag';
import { changeRow, rowKey } from '../../ui/rows';
import { Cell } from './AgendaLine';
import { errorsOf, fromPerson, moved, newPerson, type PersonRow } from './sessionValues';
import { WhoPicker } from './WhoPicker';
import { useOpenLine } from './useOpenLine';
import type { Words } from './labels';

interface Props {
  rows: PersonRow[];
  onChange: (rows: PersonRow[]) => void;
  errors: Record<string, string>;
  body: string;
  day: string;
  /** Presence is asked for once the session was held. */
  held: boolean;
  words: Words;
  readOnly: boolean;
}

const asOptions = (words: { code: string; word: string }[]) =>
  words.map((each) => ({ value: each.code, label: each.word }));

/** Who takes part: the members by their seats on the day, guests as posts or bodies; presence for the minutes. */
export function PeopleGrid({ rows, onChange, errors, body, day, held, words, readOnly }: Props) {
  const say = useNotice();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (wanted.current === '') return;
    box.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] input`)?.focus();
    wanted.current = '';
  });
  const lines = useOpenLine(box, (key) => {
    wanted.current = key;
  });
  const set = (key: string, part: Partial<PersonRow>) =>
    onChange(rows.map((row) => (rowKey(row) === key ? changeRow(row, part) : row)));
  const add = () => {
    const row = newPerson(null, 'moi');
    wanted.current = rowKey(row);
    lines.open(rowKey(row));
    onChange([...rows, row]);
  };
  const seats = async () => {
    setBusy(true);
    try {
      const found = await sessions.Propose(body, day);
      const known = new Set(rows.map((row) => row.who?.id));
      const fresh = found.people.filter((each) => !known.has(each.officerId)).map(fromPerson);
      const members = rows.filter((row) => row.role !== 'moi' && row.who !== null);
      onChange([...members, ...fresh, ...rows.filter((row) => row.role === 'moi' && row.who !== null)]);
      say.done(
        fresh.length === 0 || found.people.length === 0
          ? found.sentence
          : `Thêm ${fresh.length} thành viên. ${found.sentence}`,
      );
    } catch (thrown) {
      say.failed(readFault(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const allPresent = () => onChange(rows.map((row) => (row.present === '' ? { ...row, present: 'co_mat' } : row)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented || readOnly) return;
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line ?? '';
    if (ctrl(event, 'Enter')) add();
    else if (key !== '' && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      wanted.current = key;
      onChange(moved(rows, key, event.key === 'ArrowDown' ? 1 : -1));
    } else return;
    event.preventDefault();
  };
  const bad = errorsOf(errors, 'people', rows);
  const copies = rows.reduce((sum, row) => sum + (row.who === null ? 0 : (row.copies ?? 0)), 0);
  return (
    <div ref={box} className="cn-agenda cn-agenda-people" onKeyDown={onKeyDown} onFocus={lines.onFocus}>
      {rows.map((row, index) => {
        const name = (what: string) => `${what}, đại biểu ${index + 1}`;
        const wrong = bad.get(rowKey(row)) ?? {};
        const open = !readOnly && (lines.isOpen(rowKey(row)) || row.who === null || Object.keys(wrong).length > 0);
        if (!open) {
          const said = [
            words.roles.find((each) => each.code === row.role)?.word,
            held && (words.presence.find((each) => each.code === row.present)?.word ?? 'Chưa ghi'),
            row.copies !== null && `${row.copies} bản`,
          ]
            .filter(Boolean)
            .join(' · ');
          const what = (
            <>
              <span className="cn-line-main">
                {row.who?.name}
                {row.who?.note && !row.who.id.startsWith('=') && <span className="cn-soft"> – {row.who.note}</span>}
              </span>
              <span className="cn-line-end">{said}</span>
            </>
          );
          return (
            <div
              key={rowKey(row)}
              className="cn-agenda-line"
              data-line={rowKey(row)}
              role="group"
              aria-label={`Đại biểu ${index + 1}`}
            >
              <span className="cn-agenda-number" aria-hidden="true">
                {index + 1}
              </span>
              {readOnly ? (
                <div className="cn-line-shut">{what}</div>
              ) : (
                <button type="button" className="cn-line-shut" aria-label={name(`Sửa ${row.who?.name ?? ''}`)}>
                  {what}
                </button>
              )}
            </div>
          );
        }
        return (
          <div
            key={rowKey(row)}
            className="cn-agenda-line cn-line-opened"
            data-line={rowKey(row)}
            role="group"
            aria-label={`Đại biểu ${index + 1}`}
          >
            <span className="cn-agenda-number" aria-hidden="true">
              {index + 1}
            </span>
            <Cell name="who" error={wrong.label}>
              <WhoPicker
                ariaLabel={name('Họ tên hoặc cơ quan')}
                value={row.who}
                onChange={(who) => set(rowKey(row), { who })}
                day={day}
                placeholder="Cán bộ, hoặc chức vụ, cơ quan được mời"
                invalid={Boolean(wrong.label)}
                disabled={readOnly}
              />
              {row.who?.note && !row.who.id.startsWith('=') && <div className="cn-soft cn-small">{row.who.note}</div>}
            </Cell>
            <Cell name="role" error={wrong.part}>
              <ChoiceInput
                ariaLabel={name('Thành phần')}
                value={row.role}
                onChange={(role) => set(rowKey(row), { role })}
                options={asOptions(words.roles)}
                disabled={readOnly}
              />
            </Cell>
            {held && (
              <Cell name="present" error={wrong.present}>
                <ChoiceInput
                  ariaLabel={name('Có mặt')}
                  value={row.present || 'NONE'}
                  onChange={(next) => set(rowKey(row), { present: next === 'NONE' ? '' : next })}
                  options={[{ value: 'NONE', label: 'Chưa ghi' }, ...asOptions(words.presence)]}
                  disabled={readOnly}
                />
              </Cell>
            )}
            <Cell name="copies" error={wrong.copies}>
              <NumberInput
                ariaLabel={name('Số bản tài liệu')}
                value={row.copies}
                onChange={(n) => set(rowKey(row), { copies: n })}
                unit="bản"
                disabled={readOnly}
              />
            </Cell>
            {!readOnly && (
              <button
                type="button"
                className="cn-icon-button"
                aria-label={name('Xóa')}
                onClick={() => onChange(rows.filter((each) => rowKey(each) !== rowKey(row)))}
              >
                <CloseOutlined aria-hidden="true" />
              </button>
            )}
          </div>
        );
      })}
      <div className="cn-agenda-foot">
        {!readOnly && <Button onClick={add}>Thêm đại biểu</Button>}
        {!readOnly && body !== 'KHAC' && (
          <Button loading={busy} onClick={() => void seats()}>
            Lấy thành viên theo mục Cán bộ
          </Button>
        )}
        {!readOnly && held && <Button onClick={allPresent}>Còn lại có mặt</Button>}
        <span role="status">
          {rows.filter((row) => row.who !== null).length} đại biểu, {copies} bản tài liệu
        </span>
        {!readOnly && (
          <span className="cn-soft cn-small">
            <KeyHint keys="Ctrl+Enter" /> thêm đại biểu · <KeyHint keys="Alt+↑ ↓" /> đổi thứ tự
          </span>
        )}
      </div>
    </div>
  );
}
