import './assignments.css';
import { useParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { DecisionEditor } from './DecisionEditor';
import { IssuedDecision } from './IssuedDecision';
import { useChoices, useDecision, useOffice, useSchemes, useTeams } from './queries';

/** One decision: typed while a draft, read once issued. */
export function DecisionPage() {
  const { id = 'moi' } = useParams();
  const fresh = id === 'moi';
  const one = useDecision(fresh ? '' : id);
  const schemes = useSchemes();
  const teams = useTeams();
  const choices = useChoices();
  const office = useOffice();
  const problem = one.error ?? schemes.error ?? teams.error ?? choices.error ?? office.error;
  if (problem)
    return (
      <div className="cn-page">
        <ErrorNotice
          error={problem}
          onRetry={() => {
            void one.refetch();
            void schemes.refetch();
            void teams.refetch();
            void choices.refetch();
            void office.refetch();
          }}
        />
      </div>
    );
  if ((!fresh && !one.data) || !schemes.data || !teams.data || !choices.data || !office.data)
    return <EmptyState title="Đang tải…" />;
  if (one.data?.decision.state === 'ban_hanh') return <IssuedDecision annex={one.data} />;
  return (
    <DecisionEditor
      key={id}
      annex={one.data ?? null}
      schemes={schemes.data}
      teams={teams.data}
      choices={choices.data}
      office={office.data}
    />
  );
}
