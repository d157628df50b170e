import { assignments } from '../../api/client';
import { BinDialog } from '../../ui/BinDialog';
import { useDesk } from '../../ui/desk';
import { useDecisions, useRefresh } from './queries';

/** Drafts thrown away; an issued decision is withdrawn first, so that nothing in force is lost. */
export function DecisionBin({ onClose }: { onClose: () => void }) {
  const { can } = useDesk();
  const list = useDecisions({ text: '', state: '', year: 0, bin: true });
  const refresh = useRefresh();
  return (
    <BinDialog
      keeps="Dự thảo quyết định bỏ đi được giữ ở đây."
      entries={list.data?.items.map((each) => ({
        id: each.id,
        title: each.subject || 'Dự thảo chưa có trích yếu',
        detail: [each.numberText, each.actionWord, `${each.lineCount} dòng`].filter(Boolean).join(', '),
        name: 'dự thảo',
      }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      restore={can('assignments.RestoreDecision') ? assignments.RestoreDecision : undefined}
      onRestored={refresh}
      onClose={onClose}
    />
  );
}
