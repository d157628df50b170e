import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice';
import { Overlay } from './Overlay';
import { useTypedAct } from './typed';

interface Props {
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button: "Xóa", "Kết thúc phân công". Never "OK". */
  confirm: string;
  danger?: boolean;
  /** The answer that changes nothing, named by what it does. */
  cancel?: string;
  /** A third answer: what else one may want, "Bỏ thay đổi". */
  other?: { label: string; run: () => void };
  onConfirm: () => Promise<void> | void;
  onCancel: () => void;
}

/** Asks before something that is not undone by one click. The cancelling button has the focus first. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger,
  cancel = 'Không, quay lại',
  other,
  onConfirm,
  onCancel,
}: Props) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirmed = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  // A question may hold a field of its own: the number to confirm by.
  const run = useTypedAct(() => void confirmed());
  return (
    <Overlay kind="dialog" labelledBy={id} onEscape={onCancel}>
      <div className="cn-sheet-head">
        <h2 id={id}>{title}</h2>
      </div>
      <div className="cn-sheet-body">
        <div>{children}</div>
        {error !== null && <ErrorNotice error={error} />}
      </div>
      <div className="cn-sheet-foot">
        <span />
        <span className="cn-row">
          <Button onClick={onCancel} data-autofocus>
            {cancel}
          </Button>
          {other && (
            <Button danger onClick={other.run}>
              {other.label}
            </Button>
          )}
          <Button type="primary" danger={danger} loading={busy} onClick={run}>
            {confirm}
          </Button>
        </span>
      </div>
    </Overlay>
  );
}
