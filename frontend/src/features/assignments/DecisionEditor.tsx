import { Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { assignments, type Go } from '../../api/client';
import { readFault, renameRows } from '../../lib/fault';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { DraftBar } from '../../ui/DraftBar';
import { FormFault } from '../../ui/FormFault';
import { FormPage } from '../../ui/FormPage';
import { useNotice } from '../../ui/notices';
import { PageHeader, Section } from '../../ui/PageHeader';
import { LeftToSolve } from '../../ui/ProblemBar';
import { KeyHint, StatusTag } from '../../ui/StatusTag';
import { useForm } from '../../ui/useForm';
import { AnnexGrid } from './AnnexGrid';
import { isBlank } from './annexRows';
import { unclearErrors } from './annexWords';
import { DecisionHead } from './DecisionHead';
import { linesOf, startValues, toDecision, type DecisionValues } from './decisionValues';
import { states } from './labels';
import { PrintDecision } from './PrintDecision';
import { useRefresh, type Annex, type Kind, type Scheme, type Team } from './queries';

interface Props {
  annex: Annex | null;
  schemes: Scheme[];
  teams: Team[];
  choices: Go.assignments.Choices;
  office: Go.units.Office;
}

const back = '/phan-cong/quyet-dinh';

/** The kind a new annex most likely lists: the one given most often so far. */
const usual = (kinds: Kind[]) =>
  kinds.reduce<Kind | undefined>(
    (best, each) => (best === undefined || each.assignments > best.assignments ? each : best),
    undefined,
  )?.id ?? '';

/** A decision with its annex, typed from paper: head first, then the lines; Ctrl+S keeps the draft, "Ban hành" brings it into force. */
export function DecisionEditor({ annex, schemes, teams, choices, office }: Props) {
  const navigate = useNavigate();
  const say = useNotice();
  const refresh = useRefresh();
  const { can } = useDesk();
  const [asking, setAsking] = useState(false);
  const issuing = useRef(false);
  const id = annex?.decision.id ?? '';
  const kinds = schemes.flatMap((s) => s.kinds);
  const form = useForm<DecisionValues, Annex>({
    draftKey: `assignments.decision.${id || 'new'}`,
    initial: startValues(annex, office, usual(kinds)),
    check: (v) => unclearErrors(v.rows),
    save: (v, accepted) =>
      (issuing.current ? assignments.IssueDecision : assignments.SaveDecision)({
        ...toDecision(id, v),
        accepted,
      }).catch((thrown: unknown) => {
        throw renameRows(thrown, 'lines', linesOf(v.rows), v.rows);
      }),
  });
  const setRows = useCallback((rows: DecisionValues['rows']) => form.set('rows', rows), [form.set]); // eslint-disable-line react-hooks/exhaustive-deps
  const submit = async (issue: boolean) => {
    issuing.current = issue;
    const saved = await form.submit();
    if (!saved) return;
    refresh();
    say.done(
      issue
        ? `Đã ban hành quyết định ${saved.decision.numberText}: ${saved.decision.lineCount} dòng.`
        : 'Đã lưu dự thảo; chưa có gì thay đổi trong sổ.',
    );
    void navigate(`${back}/${saved.decision.id}`, { replace: true });
  };
  const remove = async () => {
    await assignments.DeleteDecision(id);
    refresh();
    say.done(
      'Đã bỏ dự thảo vào thùng rác.',
      () =>
        void assignments.RestoreDecision(id).then(refresh, (thrown: unknown) => say.failed(readFault(thrown).message)),
    );
    void navigate(back);
  };
  if (kinds.length === 0) {
    return (
      <EmptyState
        title="Chưa có hình thức phân công nào"
        action={
          <Button type="primary" onClick={() => void navigate('/phan-cong/chu-truong')}>
            Lập chủ trương
          </Button>
        }
      >
        Hình thức (phụ trách, theo dõi – hỗ trợ, dự sinh hoạt…) lấy từ chủ trương. Hãy lập chủ trương trước, có sẵn mẫu
        để chọn.
      </EmptyState>
    );
  }
  const filled = form.values.rows.filter((row) => !isBlank(row)).length;
  const unclear = Object.keys(unclearErrors(form.values.rows)).length;
  return (
    <FormPage form={form} save={() => void submit(false)} act="Ban hành">
      <PageHeader
        title={annex ? `Quyết định ${annex.decision.numberText || 'chưa có số'}` : 'Nhập quyết định phân công'}
        back={{ label: 'Danh sách quyết định', onClick: () => void navigate(back) }}
        sub={
          <>
            <StatusTag tone={states.du_thao!.tone}>{states.du_thao!.word}</StatusTag> <KeyHint keys="Ctrl+S" /> lưu dự
            thảo, dù còn thiếu
          </>
        }
        actions={
          <>
            {id !== '' && can('assignments.DeleteDecision') && (
              <Button onClick={() => setAsking(true)}>Bỏ dự thảo</Button>
            )}
            {annex && (
              <PrintDecision
                annex={annex}
                keep={async () => {
                  issuing.current = false;
                  return !form.touched || (await form.submit()) !== null;
                }}
              />
            )}
            <Button data-save loading={form.busy && !issuing.current} onClick={() => void submit(false)}>
              Lưu dự thảo
            </Button>
            <LeftToSolve count={unclear} />
            {can('assignments.IssueDecision') && (
              <Button
                type={unclear === 0 ? 'primary' : 'default'}
                loading={form.busy && issuing.current}
                onClick={() => void submit(true)}
              >
                Ban hành
              </Button>
            )}
          </>
        }
      />
      <DraftBar form={form} />
      <FormFault form={form} />
      <Section title="Quyết định">
        <DecisionHead form={form} actions={choices.actions} />
      </Section>
      <Section
        title="Phụ lục"
        extra={
          <span role="status">
            Đã nhập {filled}
            {form.values.lineTotal !== null && ` / ${form.values.lineTotal}`} dòng
          </span>
        }
      >
        {form.errors.lines && (
          <div className="cn-field-error" role="alert">
            {form.errors.lines}
          </div>
        )}
        <AnnexGrid
          rows={form.values.rows}
          onChange={setRows}
          errors={form.errors}
          refusals={form.refusals}
          action={form.values.action}
          kinds={kinds}
          teams={teams}
          reasons={choices.endReasons.map((r) => ({ value: r.code, label: r.word }))}
          effective={form.values.effectiveDate}
        />
      </Section>
      {asking && (
        <ConfirmDialog
          title="Bỏ dự thảo này?"
          confirm="Bỏ vào thùng rác"
          danger
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          Dự thảo chưa có hiệu lực nên sổ phân công không đổi.
        </ConfirmDialog>
      )}
    </FormPage>
  );
}
