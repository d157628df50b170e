import { Button } from 'antd';
import { useId } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LeftToSolve } from '../ui/ProblemBar';
import type { Sheet } from '../ui/useSheet';
import { GuardReason } from './GuardReason';

export function SheetSaveButton({ sheet }: { sheet: Sheet }) {
  return (
    <>
      <LeftToSolve count={sheet.unclear} />
      <Button
        type={sheet.unclear === 0 && sheet.changed.size > 0 ? 'primary' : 'default'}
        loading={sheet.saving}
        onClick={sheet.save}
      >
        {sheet.changed.size === 0 ? 'Chưa có gì để lưu' : `Lưu ${sheet.changed.size} dòng`}
      </Button>
    </>
  );
}

/** What stands above a sheet: the refusal, the reason Go asked for, a draft that waits; and the question before it is left. */
export function SheetNotices({ sheet }: { sheet: Sheet }) {
  const id = useId();
  return (
    <>
      {sheet.fault !== null && <ErrorNotice error={sheet.fault} />}
      {sheet.reason !== null && (
        <div className="cn-row">
          <label htmlFor={id}>Lý do giữ nguyên chữ được nhắc</label>
          <GuardReason id={id} value={sheet.reason} onChange={sheet.setReason} />
        </div>
      )}
      {sheet.proposal && (
        <div className="cn-draft" role="status">
          <span className="cn-grow">{sheet.proposal.said}</span>
          {sheet.proposal.undo && <Button onClick={sheet.proposal.undo}>Bỏ các dòng đã chép</Button>}
        </div>
      )}
      {sheet.draftWaiting && (
        <div className="cn-draft" role="status">
          <span className="cn-grow">Có những ô đã gõ mà chưa lưu ở bảng này.</span>
          <Button onClick={sheet.takeDraft}>Dùng lại</Button>
          <Button onClick={sheet.dropDraft}>Bỏ</Button>
        </div>
      )}
      {sheet.leaving && (
        <ConfirmDialog
          title={`Bỏ ${sheet.changed.size} dòng chưa lưu?`}
          cancel="Ở lại"
          confirm="Bỏ thay đổi"
          danger
          onCancel={sheet.stay}
          onConfirm={sheet.leave}
        >
          Những ô đã gõ ở bảng này chưa được lưu. Bấm “Ở lại” rồi Ctrl+S để lưu trước.
        </ConfirmDialog>
      )}
    </>
  );
}
