import { useEffect, type ReactNode } from 'react';
import { useNotice } from '../../ui/notices';
import { readFault } from '../../api/client';
import { useMeeting, type Entry } from './queries';

/** Reads an entry before its form opens; says so when it is gone. */
export function OpenedMeeting({
  id,
  onClose,
  children,
}: {
  id: string;
  onClose: () => void;
  children: (entry: Entry) => ReactNode;
}) {
  const { data, error } = useMeeting(id);
  const say = useNotice();
  useEffect(() => {
    if (!error) return;
    say.failed(readFault(error).message);
    onClose();
    // Said once for each error, whoever draws this again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  return data ? children(data) : null;
}
