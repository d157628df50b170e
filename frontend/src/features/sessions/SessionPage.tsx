import './sessions.css';
import { useParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useCatalog, useSession, useWords } from './queries';
import { SessionEditor } from './SessionEditor';

/** One session, or a new one. */
export function SessionPage() {
  const { id = 'moi' } = useParams();
  const fresh = id === 'moi';
  const one = useSession(fresh ? '' : id);
  const words = useWords();
  const catalog = useCatalog();
  const problem = one.error ?? words.error ?? catalog.error;
  if (problem)
    return (
      <div className="cn-page">
        <ErrorNotice
          error={problem}
          onRetry={() => {
            void one.refetch();
            void words.refetch();
            void catalog.refetch();
          }}
        />
      </div>
    );
  if ((!fresh && !one.data) || !words.data || !catalog.data) return <EmptyState title="Đang tải…" />;
  return <SessionEditor key={id} view={one.data ?? null} words={words.data} catalog={catalog.data} />;
}
