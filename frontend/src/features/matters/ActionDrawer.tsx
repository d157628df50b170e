import type { ReactNode } from 'react';
import { FormDrawer } from '../../ui/FormDrawer';
import { useNotice } from '../../ui/notices';
import { useForm, type FieldErrors, type Form } from '../../ui/useForm';
import { Chosen } from './Chosen';
import { useWrite, type ActionResult, type Row } from './queries';

/** What every form about matters is opened with. */
export interface ActionProps {
  rows: Row[];
  onClose: () => void;
}

interface Props<V extends object> extends ActionProps {
  event: string;
  title: string;
  initial: V;
  check?: (values: V) => FieldErrors;
  /** `accepted`: what a person was asked and answered with yes. */
  write: (values: V, accepted: string[]) => Promise<ActionResult>;
  /** Said when it is stored; Go's notices follow. */
  said: string;
  saveLabel?: string;
  children: (form: Form<V, ActionResult>) => ReactNode;
}

/** One step of the life of one or many matters: which ones, what is asked, and how it went. */
export function ActionDrawer<V extends object>({
  event,
  title,
  rows,
  initial,
  check,
  write,
  said,
  saveLabel,
  onClose,
  children,
}: Props<V>) {
  const say = useNotice();
  const save = useWrite(({ values, accepted }: { values: V; accepted: string[] }) => write(values, accepted));
  const form = useForm<V, ActionResult>({
    draftKey: `matters.${event}.${rows[0]?.id ?? ''}.${rows.length}`,
    initial,
    check,
    save: (values, accepted) => save.mutateAsync({ values, accepted }),
  });
  return (
    <FormDrawer
      title={title}
      form={form}
      saveLabel={saveLabel}
      onClose={onClose}
      onSaved={(result) => {
        say.done([said, ...result.notices].join(' '));
        onClose();
      }}
    >
      <Chosen rows={rows} />
      {children(form)}
    </FormDrawer>
  );
}

/** The ids an action is sent with. */
export const idsOf = (rows: Row[]) => rows.map((each) => each.id);
