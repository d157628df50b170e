import { readFault } from '../lib/fault';
import { showNumber } from '../lib/text';
import { ConfirmDialog } from './ConfirmDialog';
import { useNotice } from './notices';

interface Props {
  ids: string[];
  /** What they are: "cán bộ". */
  counted: string;
  /** What it means, in numbers. */
  children: string;
  remove: (ids: string[]) => Promise<void>;
  restore: (ids: string[]) => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks before several records go into the bin, and takes them back together. */
export function BinMany({ ids, counted, children, remove, restore, onDone, onCancel }: Props) {
  const say = useNotice();
  const what = `${showNumber(ids.length)} ${counted}`;
  return (
    <ConfirmDialog
      title={`Bỏ ${what} vào thùng rác?`}
      confirm={`Bỏ ${what}`}
      danger
      onCancel={onCancel}
      onConfirm={async () => {
        await remove(ids);
        say.done(
          `Đã bỏ ${what} vào thùng rác.`,
          () => void restore(ids).then(onDone, (thrown: unknown) => say.failed(readFault(thrown).message)),
        );
        onDone();
      }}
    >
      {children}
    </ConfirmDialog>
  );
}
