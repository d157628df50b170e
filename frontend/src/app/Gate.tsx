import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { access, app, desk, officers, onSignedOut } from '../api/client';
import { listOutputs } from '../pickers/ListExport';
import { ListOutputsContext } from '../ui/listPaper';
import { DeskProvider, type DeskView } from '../ui/desk';
import { Drafts } from '../ui/drafts';
import { useNotice } from '../ui/notices';
import { clearSessionState } from '../ui/sessionState';
import { applyTextSize, type TextSize } from '../ui/theme';
import { Phrases } from '../features/phrases/Phrases';
import { Pickers } from '../pickers/sources';
import { CannotOpen } from './CannotOpen';
import { FirstRun } from './FirstRun';
import { loadListSettings } from './listSettings';
import { Locked } from './Locked';
import { keptDrafts } from './keptDrafts';
import { sources } from './pickerSources';
import { Shell } from './Shell';
import { SignIn } from './SignIn';

/** Decides what stands in the window: cannot open, first run, sign-in, locked, or the rooms. */
export function Gate() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const say = useNotice();
  const status = useQuery({ queryKey: ['desk.status'], queryFn: () => desk.Status() });
  const session = useQuery({
    queryKey: ['access.status'],
    queryFn: () => access.Status(),
    enabled: status.data !== undefined && !status.data.needsSetUp,
  });
  const about = useQuery({ queryKey: ['app.about'], queryFn: () => app.About(), staleTime: Infinity });
  const inside = session.data?.signedIn === true && !session.data.session.locked;
  const permitted = useQuery({
    queryKey: ['access.permitted', session.data?.session.userId],
    queryFn: () => access.Permitted(),
    enabled: inside,
  });
  const lists = useQuery({
    queryKey: ['desk.lists', session.data?.session.userId],
    queryFn: () => loadListSettings(say.failed),
    enabled: inside,
    staleTime: Infinity,
  });
  const mine = useQuery({
    queryKey: ['officers', 'mine', session.data?.session.userId],
    queryFn: () => officers.Mine(),
    enabled: inside,
  });
  const [asOf, setAsOf] = useState('');

  useEffect(() => onSignedOut(() => void client.invalidateQueries({ queryKey: ['access.status'] })), [client]);
  const textSize = status.data?.office.textSize;
  useEffect(() => {
    if (textSize) applyTextSize(textSize as TextSize);
  }, [textSize]);
  useEffect(() => {
    if (session.data && !session.data.signedIn) clearSessionState();
  }, [session.data]);

  // Where one person was is nothing the next one at this desk should open.
  const sat = useRef('');
  const person = inside ? (session.data?.session.userId ?? '') : '';
  useEffect(() => {
    if (person === '') return;
    if (sat.current !== '' && sat.current !== person) void navigate('/', { replace: true });
    sat.current = person;
  }, [person, navigate]);

  const office = status.data?.office;
  const user = session.data?.session;
  const drafts = useMemo(
    () => keptDrafts(`${office?.sample ? 'mau' : 'that'}.${user?.userId ?? ''}`, say.failed),
    [office?.sample, user?.userId, say],
  );
  const view = useMemo<DeskView>(() => {
    const today = status.data?.today ?? '';
    const allowed = new Set(permitted.data ?? []);
    return {
      today,
      asOf: asOf || today,
      setAsOf: (day) => setAsOf(day === today ? '' : day),
      can: (action) => allowed.has(action),
      office: office?.name ?? '',
      userName: user?.name ?? '',
      mine: mine.data?.officerId ? { id: mine.data.officerId, name: mine.data.name } : undefined,
    };
  }, [status.data?.today, permitted.data, asOf, office?.name, user?.name, mine.data]);

  // Everything read before belongs to somebody else, or to another office.
  const changed = async () => {
    setAsOf('');
    client.removeQueries({
      predicate: (query) => !['desk.status', 'access.status', 'app.about'].includes(String(query.queryKey[0])),
    });
    await Promise.all([
      client.invalidateQueries({ queryKey: ['desk.status'] }),
      client.invalidateQueries({ queryKey: ['access.status'] }),
    ]);
  };

  // What stops it again is shown by the question after it.
  const reopen = async () => {
    await desk.Reopen().catch(() => null);
    await status.refetch();
  };

  if (status.error)
    return <CannotOpen error={status.error} folder={about.data?.dataFolder ?? ''} onRetry={() => void reopen()} />;
  if (!status.data)
    return (
      <p className="cn-empty" role="status">
        Đang mở…
      </p>
    );
  if (status.data.needsSetUp) return <FirstRun status={status.data} onDone={changed} />;
  if (session.error)
    return (
      <CannotOpen error={session.error} folder={about.data?.dataFolder ?? ''} onRetry={() => void session.refetch()} />
    );
  if (!session.data)
    return (
      <p className="cn-empty" role="status">
        Đang mở…
      </p>
    );
  if (!session.data.signedIn) return <SignIn status={status.data} onDone={changed} />;
  if (session.data.session.locked) return <Locked session={session.data} onDone={changed} />;
  if (permitted.error)
    return (
      <CannotOpen
        error={permitted.error}
        folder={about.data?.dataFolder ?? ''}
        onRetry={() => void permitted.refetch()}
      />
    );
  if (!permitted.data || !lists.data || mine.isPending)
    return (
      <p className="cn-empty" role="status">
        Đang mở…
      </p>
    );
  return (
    <DeskProvider value={view}>
      <Drafts store={drafts}>
        <Phrases>
          <Pickers sources={sources}>
            <ListOutputsContext value={listOutputs}>
              <Shell
                status={status.data}
                session={session.data}
                version={about.data?.version ?? ''}
                onChanged={changed}
              />
            </ListOutputsContext>
          </Pickers>
        </Phrases>
      </Drafts>
    </DeskProvider>
  );
}
