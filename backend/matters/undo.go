package matters

import (
	"fmt"
	"slices"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// undo takes the last step back by a further step that says why. What was typed stays in the history.
func undo(tx *store.Tx, in UndoInput) (Done, error) {
	m, steps, err := load(tx, in.MatterID)
	if err != nil {
		return Done{}, err
	}
	in.Reason = store.CleanLine(in.Reason)
	if in.Reason == "" {
		return Done{}, fault.Invalid("reason", "Hãy ghi lý do hủy bước trước.")
	}
	var f fault.Fields
	f.LimitText("reason", "Nội dung", in.Reason, lineLimit)
	if err := f.Err(); err != nil {
		return Done{}, err
	}
	if err := guarded(tx, &in.Reason, "reason", ""); err != nil {
		return Done{}, err
	}
	last, err := undoable(m, steps)
	if err != nil {
		return Done{}, err
	}
	b, err := open(tx)
	if err != nil {
		return Done{}, err
	}
	if _, err := b.add(m, steps, Step{Event: Undo, Day: tx.Today, Undoes: last.ID, Text: in.Reason}); err != nil {
		return Done{}, err
	}
	tx.Audit(m.ID, fmt.Sprintf("Hủy bước “%s” của kiến nghị số %s: %s", lowerFirst(last.Event.Word()), m.No(), in.Reason))
	return b.done([]string{m.ID})
}

// undoable is the last step that can be taken back. Corrections of the text are not steps of the life and are passed
// over; a merge is taken back by Unmerge, which also takes the voices out.
func undoable(m *Matter, steps []Step) (Step, error) {
	for _, s := range slices.Backward(standing(steps)) {
		switch s.Event {
		case Edit, Split:
			continue
		case Record:
			return Step{}, fault.Conflict(
				fmt.Sprintf(
					"Kiến nghị số %s mới ghi nhận, chưa có bước nào để hủy. Nếu ghi nhầm, hãy chọn “Đưa ra khỏi phạm vi”, lý do “Ghi nhầm”.",
					m.No(),
				),
			)
		case Merge:
			return Step{}, fault.Conflict("Kiến nghị đã nhập vào ý kiến trùng. Hãy chọn “Tách khỏi ý kiến trùng”.")
		case Unmerge:
			return Step{}, fault.Conflict("Bước trước là tách khỏi ý kiến trùng. Nếu cần, hãy nhập lại.")
		}
		return s, nil
	}
	return Step{}, fault.Conflict("Không có bước nào để hủy.")
}
