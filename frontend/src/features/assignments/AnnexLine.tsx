import { CloseOutlined } from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import { assignments } from '../../api/client';
import { show } from '../../lib/dates';
import { fold } from '../../lib/text';
import { DateField } from '../../pickers/DateField';
import { OfficerPicker } from '../../pickers/OfficerPicker';
import { SearchPicker, type Picked } from '../../pickers/SearchPicker';
import type { Missing } from '../../pickers/sources';
import { useDesk } from '../../ui/desk';
import type { Meant } from '../../ui/candidates';
import { FieldError } from '../../ui/FieldError';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/inputs';
import { PastedWords } from '../../ui/PastedWords';
import { rowKey } from '../../ui/rows';
import type { AnnexRow } from './annexRows';
import { takeMeant, wordTitles, type WordField } from './annexWords';
import { showTime } from './labels';
import { Holder } from './Holder';
import type { Kind, Team } from './queries';
import { findTargets } from './targets';

interface Props {
  row: AnnexRow;
  number: number;
  errors: Record<string, string>;
  action: string;
  kinds: Kind[];
  teams: Team[];
  reasons: { value: string; label: string }[];
  effective: string;
  onChange: (key: string, part: Partial<AnnexRow>) => void;
  onRemove: (key: string) => void;
  /** What the words of its unclear cells may mean; undefined when it has none. */
  meant?: Record<string, Meant | undefined>;
  /** A change of an unclear cell that may take its words away. */
  onSettle: (key: string, cell: string, part: Partial<AnnexRow>) => void;
}

const kindChoice = (kind: Kind): Picked => ({ id: kind.id, name: `${kind.code} ${kind.name}` });
const ORG: Missing[] = ['org'];
const PLACE: Missing[] = ['place'];
const acts = [
  { value: 'giao' as const, label: 'Giao' },
  { value: 'thoi' as const, label: 'Thôi' },
];

/** One line of the annex. Drawn again only when it changes: forty of them stand in one form. */
export const AnnexLine = memo(function AnnexLine({
  row,
  number,
  errors,
  action,
  kinds,
  teams,
  reasons,
  effective,
  onChange,
  onRemove,
  meant,
  onSettle,
}: Props) {
  const { today } = useDesk();
  const set = (part: Partial<AnnexRow>) => onChange(rowKey(row), part);
  const kind = kinds.find((each) => each.id === row.kindId);
  const day = row.from || effective || today;
  const both = action === 'dieu_chinh' || action === 'thay_the';
  const name = (what: string) => `${what}, dòng ${number}`;
  /** The words that were pasted, as long as they name nothing for certain. */
  const words = (field: WordField) =>
    row.words?.[field] ? (
      <PastedWords
        label={name(wordTitles[field])}
        words={row.words[field]}
        meant={meant?.[field]}
        onWords={(text) => onSettle(rowKey(row), field, { words: { ...row.words, [field]: text } })}
        onTake={(one) => onSettle(rowKey(row), field, takeMeant(row, field, one, { kinds, teams, today }))}
      />
    ) : null;
  return (
    <div className="cn-annex-line" data-line={rowKey(row)} role="group" aria-label={`Dòng ${number}`}>
      <span className="cn-annex-number" aria-hidden="true">
        {number}
      </span>
      {(both || errors.act || (action === 'ket_thuc') !== (row.act === 'thoi')) && (
        <Cell name="act" error={errors.act}>
          <ChoiceInput
            ariaLabel={name('Việc')}
            value={row.act}
            onChange={(act) => set({ act })}
            options={acts}
            invalid={Boolean(errors.act)}
          />
        </Cell>
      )}
      {row.act === 'thoi' ? (
        <>
          <Cell name="ended" error={errors.assignmentId} wide>
            <EndedPicker
              label={name('Phân công cần kết thúc')}
              value={row.ended}
              day={day}
              invalid={Boolean(errors.assignmentId)}
              onChange={(ended) => set({ ended })}
            />
          </Cell>
          <Cell name="endReason" error={errors.endReason}>
            <ChoiceInput
              ariaLabel={name('Lý do')}
              value={row.endReason}
              onChange={(endReason) => set({ endReason })}
              options={reasons}
              placeholder="Lý do"
              invalid={Boolean(errors.endReason)}
            />
          </Cell>
        </>
      ) : (
        <>
          <Cell name="kindId" error={errors.kindId}>
            {words('kindId') ?? (
              <SearchPicker
                ariaLabel={name('Hình thức')}
                value={kind ? kindChoice(kind) : null}
                onChange={(next) => set({ kindId: next?.id ?? '' })}
                placeholder="Hình thức"
                invalid={Boolean(errors.kindId)}
                search={async (text) => kinds.map(kindChoice).filter((each) => fold(each.name).includes(fold(text)))}
                nothing="Không có hình thức nào như vậy trong chủ trương."
              />
            )}
          </Cell>
          <Cell name="officer" error={errors.officerId ?? errors.teamId}>
            {words('officer') ??
              (kind?.team ? (
                <ChoiceInput
                  ariaLabel={name('Tổ')}
                  value={row.teamId}
                  onChange={(teamId) => set({ teamId })}
                  placeholder="Chọn tổ"
                  options={teams.map((t) => ({ value: t.id, label: t.name }))}
                  invalid={Boolean(errors.teamId)}
                />
              ) : (
                <OfficerPicker
                  adds
                  ariaLabel={name('Cán bộ')}
                  value={row.officer}
                  onChange={(officer) => set({ officer })}
                  asOf={day}
                  placeholder="Cán bộ"
                  invalid={Boolean(errors.officerId)}
                />
              ))}
          </Cell>
          <Cell name="target" error={errors.targetId}>
            {words('target') ?? (
              <SearchPicker
                ariaLabel={name('Đơn vị')}
                value={row.target}
                onChange={(target) => set({ target, replace: false })}
                placeholder={kind?.targetTree === 'dang' ? 'Chi bộ, tổ chức đảng' : 'Địa bàn'}
                invalid={Boolean(errors.targetId)}
                search={(text) => findTargets(text, kind, day)}
                adds={kind?.targetTree === 'dang' ? ORG : kind ? PLACE : undefined}
                nothing="Không có đơn vị nào như vậy hợp với hình thức này. Thử gõ ít chữ hơn."
              />
            )}
          </Cell>
          <Cell name="primary" error={errors.primary} narrow>
            {words('primary') ?? (
              <CheckInput value={row.primary} onChange={(primary) => set({ primary })} label="Chính" />
            )}
          </Cell>
        </>
      )}
      <Cell name="from" error={errors.from} narrow>
        {words('from') ?? (
          <DateField
            ariaLabel={name('Từ ngày')}
            value={row.from}
            onChange={(from) => set({ from })}
            today={today}
            placeholder={effective ? `từ ${show(effective)}` : 'từ ngày'}
            invalid={Boolean(errors.from)}
          />
        )}
      </Cell>
      <Cell name="duty" error={errors.duty ?? errors.note} wide>
        <TextInput
          ariaLabel={name('Nhiệm vụ, ghi chú')}
          value={row.act === 'thoi' ? row.endNote : row.duty}
          onChange={(text) => set(row.act === 'thoi' ? { endNote: text } : { duty: text })}
          placeholder={row.act === 'thoi' ? 'Ghi chú' : 'Nhiệm vụ'}
        />
      </Cell>
      <button
        type="button"
        className="cn-icon-button"
        tabIndex={-1}
        aria-label={`Bỏ dòng ${number}`}
        onClick={() => onRemove(rowKey(row))}
      >
        <CloseOutlined aria-hidden="true" />
      </button>
      {row.act === 'giao' && row.target !== null && row.primary && kind?.exactlyOne && (
        <Holder row={row} kind={kind} day={day} onReplace={(replace) => set({ replace })} />
      )}
    </div>
  );
});

function Cell({
  name,
  error,
  wide,
  narrow,
  children,
}: {
  name: string;
  error?: string;
  wide?: boolean;
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      data-cell={name}
      data-bad={error ? 'yes' : undefined}
      className={`cn-cell cn-annex-cell ${wide ? 'cn-annex-wide' : ''} ${narrow ? 'cn-annex-narrow' : ''}`}
    >
      {children}
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}

/** An assignment in force on the day, found by officer or place. */
function EndedPicker({
  label,
  value,
  day,
  invalid,
  onChange,
}: {
  label: string;
  value: Picked | null;
  day: string;
  invalid: boolean;
  onChange: (value: Picked | null) => void;
}) {
  const search = async (text: string): Promise<Picked[]> => {
    const found = await assignments.Register({
      day,
      from: '',
      to: '',
      text,
      kindId: '',
      underId: '',
      officerId: '',
      limit: 20,
      offset: 0,
    });
    return found.items.map((r) => ({
      id: r.id,
      name: `${r.officerName} – ${r.targetLabel}`,
      note: `${r.kindName}, ${showTime(r.validFrom, r.validTo)}, ${r.decisionNumber}`,
    }));
  };
  return (
    <SearchPicker
      ariaLabel={label}
      value={value}
      onChange={onChange}
      invalid={invalid}
      search={search}
      placeholder="Phân công cần kết thúc: gõ tên cán bộ hoặc địa bàn"
      nothing="Không có phân công nào như vậy đang hiệu lực."
    />
  );
}
