import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { showNumber } from '../../lib/text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { NumberInput } from '../../ui/NumberInput';
import { PageHeader } from '../../ui/PageHeader';
import { takeTyped } from '../../ui/typed';
import { ClassCounts } from './ClassCounts';
import { PlanLines } from './PlanLines';
import { endingOf, endingSentence, PlanNotes } from './PlanNotes';
import { PlanOptions } from './PlanOptions';
import { freshChoices, useImport, usePreview, useSchemeChoices, type Opened, type Shown } from './queries';

interface Props {
  file: Opened;
  onBack: () => void;
  onDone: (batch: Go.exchange.Batch) => void;
}

/** The whole list before anything happens: what each row would do, and what the person decides about it. */
export function ImportPlan({ file, onBack, onDone }: Props) {
  const { today } = useDesk();
  const [typed, setChoices] = useSessionState(`import.choices.${file.token}`, freshChoices(file.asOf || today));
  const schemes = useSchemeChoices(file.assign);
  const choices = { ...typed, scheme: typed.scheme || (schemes.data?.[0]?.value ?? '') };
  const [shown, setShown] = useSessionState<Shown>(`import.shown.${file.token}`, { class: '', search: '', offset: 0 });
  const [asking, setAsking] = useState(false);
  const [confirmed, setConfirmed] = useState<number | null>(null);
  const preview = usePreview(file, choices, shown, !file.assign || schemes.data !== undefined);
  const run = useImport(file);
  const plan = preview.data?.preview;
  const count = (name: string) => (plan?.rows[name] ?? 0) + (plan?.derived[name] ?? 0);
  const decided = count('chua_ro') - (plan?.open ?? 0);
  const blocked =
    plan === undefined ||
    preview.isError ||
    preview.isPlaceholderData ||
    plan.repeated !== '' ||
    plan.blocked !== '' ||
    plan.open > 0 ||
    (count('loi') > 0 && !choices.skipErrors) ||
    (plan.below > 0 && !choices.closeBelow);
  return (
    <div className="cn-page cn-page-scroll cn-import-plan">
      <PageHeader
        title="Xem trước khi nhập"
        aside={file.name}
        back={{ label: 'Chọn tệp khác', onClick: onBack }}
        sub={
          plan &&
          `${showNumber(plan.rowCount)} dòng có nội dung${plan.sheet ? `, trang “${plan.sheet}”` : ''}${file.kind === 'workbook' ? '' : `, tiêu đề ở dòng ${plan.headerRow}`}${plan.unused.length > 0 ? `; không đọc: ${plan.unused.join(', ')}` : ''}`
        }
        actions={
          <Button
            type="primary"
            disabled={blocked}
            onClick={() => {
              if (!takeTyped()) return;
              setConfirmed(null);
              setAsking(true);
            }}
          >
            Nhập…
          </Button>
        }
      />
      {preview.error && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      <PlanOptions file={file} choices={choices} onChange={setChoices} plan={plan} schemes={schemes.data ?? []} />
      {plan && (
        <>
          <PlanNotes plan={plan} />
          <ClassCounts plan={plan} shown={shown} onShown={setShown} />
          <PlanLines
            file={file}
            page={preview.data!}
            loading={preview.isFetching}
            shown={shown}
            onShown={setShown}
            onDecide={(key, decision) =>
              setChoices({ ...choices, decisions: { ...choices.decisions, [key]: decision } })
            }
          />
        </>
      )}
      {asking && plan && (
        <ConfirmDialog
          title="Nhập danh sách này?"
          confirm="Nhập"
          onCancel={() => setAsking(false)}
          danger={plan.confirm}
          onConfirm={async () =>
            onDone(await run.mutateAsync({ ...choices, confirmed: plan.confirm ? (confirmed ?? 0) : endingOf(plan) }))
          }
        >
          <p>
            {showNumber(count('moi'))} mới, {showNumber(count('thay_doi'))} thay đổi, {showNumber(decided)} theo lựa
            chọn. Nhập tất cả hoặc không gì cả; sau đó vẫn hoàn tác được.
          </p>
          {endingOf(plan) > 0 && (
            <p>
              Lần nhập này <strong>{endingSentence(plan)}</strong>.
            </p>
          )}
          {plan.confirm && (
            <div className="cn-field">
              <label htmlFor="import-ending">
                Đây là một phần lớn của sổ. Gõ số đơn vị sẽ kết thúc để xác nhận{' '}
                <span className="cn-field-must">(bắt buộc)</span>
              </label>
              <NumberInput id="import-ending" value={confirmed} onChange={setConfirmed} unit="đơn vị" />
            </div>
          )}
          {plan.assignments > 0 && (
            <p>
              Có {showNumber(plan.assignments)} phân công đang có hiệu lực ở các đơn vị kết thúc; hãy lập quyết định kết
              thúc hoặc giao lại sau khi nhập.
            </p>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
