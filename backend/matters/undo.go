package matters

import (
	"fmt"
	"slices"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// undo takes the last step back by a further step that says why. What was typed stays in the history.
func undo(tx *store.Tx, in UndoInput) (ActionResult, error) {
	m, steps, err := loadMatter(tx, in.MatterID)
	if err != nil {
		return ActionResult{}, err
	}
	in.Reason = store.CleanLine(in.Reason)
	if in.Reason == "" {
		return ActionResult{}, fault.Invalid("reason", "Hãy ghi lý do hủy bước trước.")
	}
	var f fault.Fields
	f.LimitText("reason", "Nội dung", in.Reason, lineLimit)
	if err := guard.Strict(tx, &f, "reason", in.Reason); err != nil {
		return ActionResult{}, err
	}
	if err := f.Err(); err != nil {
		return ActionResult{}, err
	}
	last, err := lastUndoableStep(m, steps)
	if err != nil {
		return ActionResult{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	if _, err := c.appendStep(m, steps, Step{Event: EventUndo, Day: tx.Today, Undoes: last.ID, Text: in.Reason}); err != nil {
		return ActionResult{}, err
	}
	tx.Audit(m.ID, fmt.Sprintf("Hủy bước “%s” của kiến nghị số %s: %s", store.LowerFirst(last.Event.Word()), m.No(), in.Reason))
	return c.actionResult([]string{m.ID})
}

// lastUndoableStep is the last step that can be taken back. Corrections of the text are not steps of the life and are passed
// over; a merge is taken back by Unmerge, which also takes the voices out.
func lastUndoableStep(m *Matter, steps []Step) (Step, error) {
	for _, s := range slices.Backward(effectiveSteps(steps)) {
		switch s.Event {
		case EventEdit, EventSplit:
			continue
		case EventRecord:
			return Step{}, fault.Conflict(
				fmt.Sprintf(
					"Kiến nghị số %s mới ghi nhận, chưa có bước nào để hủy. Nếu ghi nhầm, hãy chọn “Đưa ra khỏi phạm vi”, lý do “Ghi nhầm”.",
					m.No(),
				),
			)
		case EventMerge:
			return Step{}, fault.Conflict("Kiến nghị đã nhập vào ý kiến trùng. Hãy chọn “Tách khỏi ý kiến trùng”.")
		case EventUnmerge:
			return Step{}, fault.Conflict("Bước trước là tách khỏi ý kiến trùng. Nếu cần, hãy nhập lại.")
		}
		return s, nil
	}
	return Step{}, fault.Conflict("Không có bước nào để hủy.")
}
